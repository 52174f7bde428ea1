/** Where rows come from. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('a source, and one alone', async () => {
    await checkDiagnostics(`
runs none
     ^^^^ error: \`none\` has no rows: add \`from "file.csv"\`, or a table in a block.
runs empty { loss }
     ^^^^^ error: \`empty\` has no rows: add \`from "file.csv"\`, or a table in a block.
runs blank from ""
                ^^ error: The name of the file is missing.
runs both from "a.csv" {
  | N | loss |
  ^^^^^^^^^^^^ error: \`both\` has its rows from a file: leave out the table, or the file.
  | 1 | 2    |
}
`);
});

test('units', async () => {
    await checkDiagnostics(`
runs r from "a.csv" {
  N in parms
       ^^^^^ error: Unknown unit \`parms\`. Did you mean \`params\`?
  D in tokens
  C in widgets
       ^^^^^^^ error: Unknown unit \`widgets\`. Units are FLOP, tokens, params, GPU-hours, USD, …
}
law f(N in param, D in token) = N * D
law g(N in GPU-hour, D in USD/GPU-hour) = N * D
law h(N in foo-bar) = N
           ^^^^^^^ error: Unknown unit \`foo-bar\`. Units are FLOP, tokens, params, GPU-hours, USD, …
`);
});

test('texts that look like numbers', async () => {
    await checkDiagnostics(`
runs samples from "a.csv" {
  answer in text
  final = "Final answer" in text
  again = answer in text
  twice = 2 * n in text
                   ^^^^ error: \`twice\` is computed, and so a number: leave out \`in text\`.
}
runs right from samples {
  answer in text
            ^^^^ error: \`answer\` is read by \`samples\`: say \`in text\` there.
}
law f(N in text) = N
           ^^^^ error: Unknown unit \`text\`. Units are FLOP, tokens, params, GPU-hours, USD, …
`);
});

test('laws in formulas of rows have published constants, or none', async () => {
    await checkDiagnostics(`
law mine(N, D) = E + A / N^alpha + B / D
law rule(N) = 20 * N
runs points from "a.csv" {
  N
  D
  loss
  C = flops(N, D)
  ideal = rule(N)
  chars = D / tokens_per_character(32000)
  gap = loss - mine(N, D)
               ^^^^ error: \`mine\` has no values in a formula of rows, which come before any fit: give its parameters values.
  where loss < chinchilla(N, D)
               ^^^^^^^^^^ error: \`chinchilla\` has no values in a formula of rows, which come before any fit: take published constants, \`law mine = chinchilla with "Hoffmann 2022"\`.
}
`);
});
