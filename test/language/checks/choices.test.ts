/** What budgets choose from. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('lists, whole numbers and powers', async () => {
    await checkDiagnostics(`
budget a {
  minimize chinchilla(N, D) / (a + b + c + d + e + f + g + h + i)
  over a in {}
       ^ error: \`a\` has nothing to choose from: write the options, \`over a in {4, 8, 16}\`.
  over b in {4, "x"}
                ^^^ error: A list has numbers or texts, not both.
  over c in {4, 8, 4}
                   ^ warning: \`4\` is listed twice.
  over d in 1 .. 9
                 ^ error: Between 1 .. 9 there are more numbers than can be tried: say \`integer\` or \`powers of 2\` after it. A value that may be any of them has bounds, \`d in 1 .. 9\`.
  over e in 1.2 .. 1.8 integer
                   ^^^ error: There is no whole number in 1.2 .. 1.8.
  over f in 1 .. 1e12 integer
                 ^^^^ error: 1 .. 1e12 has more than 1 million numbers to try: narrow it, or take \`powers of 2\`.
  over g in 1 .. 64 powers of 1
                              ^ error: Powers of \`1\` do not grow: write a number above 1.
  over h in 0 .. 64 powers of 2
            ^ error: Powers are positive; \`0\` is no place to begin.
  over i in {N, 3}
             ^ error: \`N\` is a name: a constant number is needed here.
}
`);
});

test('rows and groups', async () => {
    await checkDiagnostics(`
runs models {
  | model | N  | price |
  | small | 1B | 0.1   |
}
law curve(N) = E + A / N^alpha
fit curve to models predicting price by model
budget a {
  maximize m + m.price + k.price + t + chinchilla(N, D)
           ^ error: \`m\` is a row of \`models\`: name one of its columns, such as \`m.N\`.
                         ^^^^^^^ error: \`k\` is chosen from numbers, which have no columns.
                                   ^ error: \`t\` is one of some texts: it can say which group of a fit is meant, as in \`surface(N, D, t = t)\`.
  over m in models
  over k in {1, 2}
  over t in {"small", "large"}
  over unused in {1, 2}
       ^^^^^^ error: Neither goal nor constraints depend on \`unused\`, so all options are the same.
  over q in nowhere
       ^ error: Neither goal nor constraints depend on \`q\`, so all options are the same.
            ^^^^^^^ error: There are no runs, and no law, named \`nowhere\`. The runs are \`models\`.
}
budget b {
  minimize curve(1B, model = model) + curve(1B, model = m.model) + curve(1B, model = k)
  over model in curve
  over m in models
  over k in {1, 2}
}
budget c {
  minimize curve(1B, model = N)
                             ^ error: \`model\` names a group of the fit: write its value, such as \`model = "…"\`.
  over size in curve
       ^^^^ error: Neither goal nor constraints depend on \`size\`, so all options are the same.
       ^^^^ error: \`curve\` is fitted by \`model\`: call the choice so, \`over model in curve\`.
}
budget d {
  minimize bits
  over bits in {1, 2}
  over bits in {3, 4}
       ^^^^ error: \`bits\` is given already.
}
`);
});

test('`over` is a name elsewhere, and a word that is not finished leaves the rest alone', async () => {
    await checkDiagnostics(`
law over(over) = integer * over + powers
budget a {
  minimize over + integer + powers
  subject to over >= 3
  over in 1 .. 9
  integer in 1 .. 9
  powers in 1 .. 9
}
schedule s {
  warmup to 1 over 100
  constant over 100
}
budget b {
  minimize N * bits
  subject to N >= 2
  over bits in
            ^^ error: A list \`{4, 8}\`, whole numbers \`1 .. 8 integer\`, or the name of runs is missing after \`in\`.
}
`);
});
