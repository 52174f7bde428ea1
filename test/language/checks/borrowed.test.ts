/** Parameters of other laws. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('are named as they are called there', async () => {
    await checkDiagnostics(`
law surface = chinchilla
law a(N) = surfac.alpha + N * surface.alph + surface(N) + a.x
           ^^^^^^ error: There is no law named \`surfac\`. Did you mean \`surface\`?
                                      ^^^^ error: \`surface\` has no parameter \`alph\`. Did you mean \`alpha\`?
                                             ^^^^^^^ error: \`surface\` takes \`N\` and \`D\`: \`D\` is missing.
                                                          ^ error: \`a\` → \`a\`: A law cannot be defined by itself.
                                                            ^ error: \`a\` has no parameter \`x\`. It has none.
`);
});

test('stand where values of laws are needed', async () => {
    await checkDiagnostics(`
law surface = chinchilla
law b(N) = N * c + surface.alpha { c in surface.alpha .. 3 }
                                        ^^^^^^^^^^^^^ error: \`surface.alpha\` is known once \`surface\` is fitted: it can stand in the formula of a law, in \`budget\` and \`predict\`, and in the block of a law after \`=\` and \`start\`.
law c = chinchilla { alpha = surface.beta  beta start surface.beta  A in 0 .. 1 = surface.A start 3 preset "x" { A = surface.A } }
                                                                         ^ error: \`A\` is tied, so bounds of its own change nothing: bound what it is tied to.
                                                                                                  ^ error: The start \`3\` is outside the bounds \`0\` .. \`1\` of \`A\`.
                                                                                                  ^ warning: \`A\` is tied, so a start changes nothing: leave it out.
                                                                                                           ^^^ error: The preset "x" gives \`E\`, \`alpha\`, \`B\` and \`beta\` no value: a preset gives one to every parameter.
                                                                                                                     ^^^^^^^^^ error: \`surface.A\` is known once \`surface\` is fitted: it can stand in the formula of a law, in \`budget\` and \`predict\`, and in the block of a law after \`=\` and \`start\`.
law l = surface.alpha
    ^ error: \`l\` has a formula but no arguments: name those it is a function of, \`law l(N, D) = …\`. Without a list it can only be another name of a law.
runs r { | N | loss |
 | 1 | 2 |
 x = surface.alpha * N
     ^^^^^^^^^^^^^ error: \`surface.alpha\` is known once \`surface\` is fitted: it can stand in the formula of a law, in \`budget\` and \`predict\`, and in the block of a law after \`=\` and \`start\`.
}
budget q { minimize N * surface.alpha + flops.N subject to N >= surface.A N in surface.A .. 3 }
                                              ^ error: \`N\` is not a parameter: it is an argument or a \`let\` of \`flops\`.
                                                                               ^^^^^^^^^ error: \`surface.A\` is known once \`surface\` is fitted: it can stand in the formula of a law, in \`budget\` and \`predict\`, and in the block of a law after \`=\` and \`start\`.
predict surface.alpha
fit chinchilla to r { holdout N > surface.A }
                                  ^^^^^^^^^ error: \`surface.A\` is known once \`surface\` is fitted: it can stand in the formula of a law, in \`budget\` and \`predict\`, and in the block of a law after \`=\` and \`start\`.
`);
});

test('of no law', async () => {
    await checkDiagnostics(`
predict chinchilla.alpha + chinchila.alpha + gamma[w]
                           ^^^^^^^^^ error: There is no law named \`chinchila\`. Did you mean \`chinchilla\`?
                                             ^^^^^ error: \`gamma_w\` is not known: give it a value, for example \`gamma_w = 70B\`.
`);
});

test('do not go round in circles', async () => {
    await checkDiagnostics(`
law d(N) = e.x * N
           ^ error: \`d\` → \`e\` → \`d\`: Laws cannot be defined by each other.
law e(N) = d.x * N + x
           ^ error: \`e\` → \`d\` → \`e\`: Laws cannot be defined by each other.
             ^ error: \`d\` has no parameter \`x\`. It has none.
law i = chinchilla { E = i.A }
                         ^ error: \`i\` → \`i\`: A law cannot be defined by itself.
`);
});

test('need a name after the dot', async () => {
    await checkDiagnostics(`
law k(N) = surface. + N
                    ^ error: Expected a name after \`.\`, but found \`+\`.
`);
});
