/** Units. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('in budgets', async () => {
    await checkDiagnostics(`
budget u {
  minimize chinchilla(N, D)
  subject to 6 * N * D <= 1e24 tokens
                          ^^^^^^^^^^^ error: \`6 * N * D\` is in FLOP, but \`1e24 tokens\` is in tokens.
  subject to 6 * N * D <= 1e24 FLOP
  subject to D <= 15T FLOP
                  ^^^^^^^^ error: \`D\` is in tokens, but \`15T FLOP\` is in FLOP.
  subject to 1T params >= D
             ^^^^^^^^^ error: \`D\` is in tokens, but \`1T params\` is in params.
  subject to D <= 20 * N
  subject to D / N >= 20
  subject to N + D <= 3
                 ^ error: \`N\` is in params, but \`D\` is in tokens.
  subject to flops(N, D) <= 1e20 USD
                            ^^^^^^^^ error: \`flops(N, D)\` is in FLOP, but \`1e20 USD\` is in USD.
  subject to flops(N, D) <= 1 PFLOP-days
  subject to max(N, 1) <= 1T params
}
budget v {
  minimize chinchilla(N, D)
  subject to flops(N, D) <= C
  N in 1B tokens .. 3T tokens
       ^^^^^^^^^ error: \`N\` is in params, but \`1B tokens\` is in tokens.
  for C in 1e19 FLOP .. 1e20 tokens
                        ^^^^^^^^^^^ error: \`1e19 FLOP\` is in FLOP, but \`1e20 tokens\` is in tokens.
}
budget w {
  let cost = flops(N, D)
  minimize chinchilla(N, D)
  subject to cost <= 1M USD
                     ^^^^^^ error: \`cost\` is in FLOP, but \`1M USD\` is in USD.
}
`);
});

test('of operands', async () => {
    await checkDiagnostics(`
predict chinchilla(70B tokens, 1.4T)
                   ^^^^^^^^^^ error: \`N\` of \`chinchilla\` is in params, but \`70B tokens\` is in tokens.
predict chinchilla(N = 70B params, D = 1.4T FLOP)
                                       ^^^^^^^^^ error: \`D\` of \`chinchilla\` is in tokens, but \`1.4T FLOP\` is in FLOP.
predict chinchilla(70B, 1.4T)
`);
});

test('by convention: warnings alone', async () => {
    await checkDiagnostics(`
law mine(N, D in tokens) = N + D + E
                               ^ warning: \`N\` is in params, but \`D\` is in tokens. By convention an argument \`N\` counts params, \`D\` tokens and \`C\` FLOP: give it its unit to say otherwise, \`law f(N in …)\`.
law other(x, y) = x + y + E
predict mine(70B tokens, 1.4T)
             ^^^^^^^^^^ warning: \`N\` of \`mine\` is in params, but \`70B tokens\` is in tokens. By convention an argument \`N\` counts params, \`D\` tokens and \`C\` FLOP: give it its unit to say otherwise, \`law f(N in …)\`.
predict mine(70B params, 1.4T tokens)
predict other(70B params, 1.4T tokens)
`);
});

test('of columns', async () => {
    await checkDiagnostics(`
runs r {
  N in tokens
  | N  | D (FLOP) | loss |
  | 1  | 2        | 3    |
  where D > 3 tokens
            ^^^^^^^^ error: \`D\` is in FLOP, but \`3 tokens\` is in tokens.
}
fit chinchilla to r
                  ^ error: \`N\` of \`chinchilla\` is in params, but the column \`N\` of \`r\` is in tokens.
                  ^ error: \`D\` of \`chinchilla\` is in tokens, but the column \`D\` of \`r\` is in FLOP.
runs s from "a.csv" {
  N = "n" in params
  C in FLOP
  D = C / (6 * N) in tokens
  E = C / N in params
      ^^^^^ error: \`E\` is in params, but \`C / N\` is in tokens.
}
`);
});

test('of bounds', async () => {
    await checkDiagnostics(`
law f(x) = E / x + A {
  E in 0 FLOP .. 1 tokens
                 ^^^^^^^^ error: \`0 FLOP\` is in FLOP, but \`1 tokens\` is in tokens.
  A in 0 USD .. 1 = 0.5 FLOP
                    ^^^^^^^^ error: \`0 USD\` is in USD, but \`0.5 FLOP\` is in FLOP.
}
`);
});

test('numbers with units beside arguments in other multiples', async () => {
    await checkDiagnostics(`
law rented(rent in USD/GPU-hour) = rent / (312 TFLOP/s/GPU)
                                          ^^^^^^^^^^^^^^^^^ warning: \`312 TFLOP/s/GPU\` is 312T here, in base terms, while \`rent\` counts USD/GPU-hour: write a number without a unit that goes with it, or make it another argument.
law compared(D in 1e9 tokens) = { let share = D / 2T tokens return share }
                                                  ^^^^^^^^^ warning: while \`D\` counts 1e9 tokens
law apart(C in PFLOP-days, price in USD/FLOP) = C * price * 2 hours
law alike(rent in USD/FLOP, N in params) = rent * 3 FLOP * N / 2B params
`);
});
