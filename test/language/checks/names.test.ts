/** Names that mean nothing, or more than one thing. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('laws, functions and runs', async () => {
    await checkDiagnostics(`
runs runs_a { | N | D | loss |
  | 1 | 2 | 3 |
}
fit surfase to runs_b
    ^^^^^^^ error: There is no law named \`surfase\`. Did you mean \`surface\`?
               ^^^^^^ error: There are no runs named \`runs_b\`. Did you mean \`runs_a\`?
law surface = chinchila
              ^^^^^^^^^ error: There is no law named \`chinchila\`. Did you mean \`chinchilla\`?
predict chincilla(1B, 20B) + exq(1)
        ^^^^^^^^^ error: There is no law or function named \`chincilla\`. Did you mean \`chinchilla\`?
                             ^^^ error: There is no law or function named \`exq\`. Did you mean \`exp\`?
predict nothing_like_it(1)
        ^^^^^^^^^^^^^^^ error: There is no law or function named \`nothing_like_it\`.
`);
});

test('a law or a function without its operands', async () => {
    await checkDiagnostics(`
predict chinchilla
        ^^^^^^^^^^ error: \`chinchilla\` is a law: give it its arguments, \`chinchilla(…)\`.
predict 1 + log
            ^^^ error: \`log\` is a function: give it its operands, \`log(x)\`.
predict pi + inf
predict pi(1)
        ^^ error: There is no law or function named \`pi\`.
`);
});

test('names that have no value', async () => {
    await checkDiagnostics(`
predict chinchilla(N = 70B, D = M)
                                ^ error: \`M\` is not known: give it a value, for example \`M = 70B\`.
law f(N) = E / N {
  E in lower .. 1
       ^^^^^ error: \`lower\` is a name: a constant number is needed here.
}
budget b {
  minimize chinchilla(N, D)
  subject to flops(N, D) <= C
  D in 1 .. N
            ^ error: \`N\` is a name: a constant number is needed here.
  for C in 1e18 .. top
                   ^^^ error: \`top\` is a name: a constant number is needed here.
}
runs r from "r.csv" { loss }
fit f to r {
  objective huber(delta)
                  ^^^^^ error: \`delta\` is a name: a constant number is needed here.
}
`);
});

test('a formula without arguments', async () => {
    await checkDiagnostics(`
law cost = 6 * N
    ^^^^ error: \`cost\` has a formula but no arguments: name those it is a function of, \`law cost(N, D) = …\`. Without a list it can only be another name of a law.
law one = pi
    ^^^ error: \`one\` has a formula but no arguments: name those it is a function of, \`law one(N, D) = …\`. Without a list it can only be another name of a law.
law two() = pi
`);
});
