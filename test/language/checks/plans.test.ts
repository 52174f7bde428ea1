/** Plans of the next runs. */
import { expect, test } from 'vitest';
import { formatSpec } from '../../../src/language/format.js';
import { checkDiagnostics } from '../../support/markers.js';

const FRONTIER = `law surface = chinchilla with "Besiroglu 2024"
budget frontier { minimize surface(N, D) subject to 6 * N * D <= 1e22 FLOP }
budget swept { minimize surface(N, D) subject to 6 * N * D <= C for C in 1e20 .. 1e22 FLOP }`;

test('what is narrowed', async () => {
    await checkDiagnostics(`
${FRONTIER}
plan a { batch 3 N in {1B, 2B} D in 1B .. 50B }
     ^ error: \`a\` narrows nothing: add \`narrow …\` with a prediction, or with a variable of a budget such as \`narrow frontier.N\`.
plan b {
  narrow frontier.N
  narrow frontier
  ^^^^^^^^^^^^^^^ error: A plan narrows one interval: make a second plan.
  batch 3
  N in {1B, 2B}
}
plan c {
  narrow frontier.K
                  ^ error: \`frontier\` does not decide \`K\`. Its variables are \`N\` and \`D\`.
  batch 3
  N in {1B, 2B}
}
plan d {
  narrow swept.N
         ^^^^^ error: \`swept\` is asked along a range: narrow a budget that asks for one value.
  batch 3
  N in {1B, 2B}
}
plan e {
  narrow surface(N, 1T)
                 ^ error: \`N\` is not known in this plan: narrow a prediction or a budget of this file, and name what may be chosen of a run, \`N in {…}\`.
  batch 3
  N in {1B, 2B}
}
plan f {
  narrow surface.alpha
  batch 3
  N in {1B, 2B}
}
plan g {
  narrow frontiers.N
         ^^^^^^^^^ error: There is no budget and no law named \`frontiers\`. Did you mean \`frontier\`?
  batch 3
  N in {1B, 2B}
}
`);
});

test('where a plan ends', async () => {
    await checkDiagnostics(`
${FRONTIER}
plan a {
     ^ error: \`a\` has no end: say what all runs may cost, \`total 6 * N * D <= 1e20 FLOP\`, or how many there are, \`batch 4\`.
  narrow frontier.N
  N in {1B, 2B}
  against isoflop, raise
  ^^^^^^^^^^^^^^^^^^^^^^ error: Designs are compared at the same cost: say what a run costs, \`total 6 * N * D <= 1e20 FLOP\`.
                   ^^^^^ error: There is no design \`raise\`. There are \`isoflop\` and \`rays\`.
}
plan b {
     ^ error: \`b\` has no candidates: say what may be chosen of a run, such as \`N in {100M, 200M}\` or \`D in 1B .. 50B\`.
  narrow frontier.N
  batch 0.5
        ^^^ error: A batch is a whole number of runs from 1 to 32; \`0.5\` is not.
}
plan c {
  narrow frontier
  N in {1B}
  D in {1B}
  total 6 * N * D
        ^^^^^^^^^ error: A total is what a run costs and what all may cost, such as \`6 * N * D <= 1e20 FLOP\`; \`6 * N * D\` is not.
  total 6 * N * D <= 3e18 FLOP
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: \`total\` is given twice.
  subject to 6 * N * D <= 3 GPU-hours
                          ^^^^^^^^^^^ warning: \`6 * N * D\` is in FLOP, but \`3 GPU-hours\` is in GPU-hours. By convention an argument \`N\` counts params, \`D\` tokens and \`C\` FLOP: give it its unit to say otherwise, \`law f(N in …)\`.
}
`);
});

test('candidates', async () => {
    await checkDiagnostics(`
${FRONTIER}
plan a {
  narrow frontier.N
  batch 2
  N in {1B, inf}
            ^^^ error: \`inf\` is no number that a run can have.
  D in 50B .. 1B
              ^^ error: The range of \`D\` holds nothing: it begins at \`50B\` and ends at \`1B\`.
  D in {1B}
  ^ error: \`D\` has candidates already.
  M in 0 .. 3
       ^ error: \`M\` is sought between two positive numbers, in the logarithm; \`0\` is none.
  K in {}
  ^^^^^^^ error: Give \`K\` values to choose from, such as \`{100M, 200M}\`.
  L in {x}
        ^ error: \`x\` is a name: a constant number is needed here.
  measure 6 * N * D
          ^^^^^^^^^ error: A run measures the value of a law, such as \`measure surface(N, D)\`; \`6 * N * D\` is none.
}
`);
});

test('the words of a plan are names elsewhere', async () => {
    await checkDiagnostics(`
runs plan from "plan.csv" {
  plan
  narrow
  batch = total * measure
  against in FLOP
}
law narrow(total, batch) = plan * total + measure * batch with "a guess" {
  plan in 0 .. 3
  measure = 2
  preset "a guess" { plan = 1 measure = 2 }
}
law total(against) = 2 * against
fit narrow to plan predicting against
budget batch {
  minimize narrow(total, batch) + total(against)
  subject to total * batch >= 3
  subject to against >= 1
  total in 1 .. 30
  batch in 1 .. 30
}
plan plan {
  narrow batch.total
  measure narrow(total, batch)
  total in {1, 2}
  batch in 1 .. 3
  total total * batch <= 3
  batch 3
}
`);
});

test('plans that break off', async () => {
    await checkDiagnostics(`
${FRONTIER}
plan a {
  narrow
  ^^^^^^ error: A value is missing after \`narrow\`.
  N in {1B, 2B
            ^^ error: \`}\` or a comma is missing after \`2B\`.
  batch
  ^^^^^ error: A number is missing after \`batch\`.
  against
  ^^^^^^^ error: \`isoflop\` or \`rays\` is missing after \`against\`.
}
plan b {
  narow frontier.N
  ^^^^^ error: \`narow\` does not begin an entry of this block. Did you mean \`narrow\`?
}
predict surface(1B, 20B)
`);
});

test('a plan is formatted as other blocks are', () => {
    const text =
        'plan next{\nnarrow frontier . N\nN in{ 1B,2B }\n  D   in 1B..50B\n total 6*N*D<=1e20   FLOP\nbatch   4\nagainst isoflop ,rays }\n';
    expect(formatSpec(text)).toBe(
        'plan next {\n  narrow frontier.N\n  N in {1B, 2B}\n  D in 1B .. 50B\n  total 6 * N * D <= 1e20 FLOP\n  batch 4\n  against isoflop, rays }\n',
    );
});
