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

test('of units that stand where names do', async () => {
    await checkDiagnostics(`
law f(N, D) = A / N + B / D {
  A = 1 B = 1
}
law g(N) = A * 40 EFLOP/s*days / N
               ^^^^^^^^^^^^^^^ error: \`days\` is a unit, not a variable. Did you mean \`40 EFLOP/s-days\`?
budget a {
  minimize f(N, D)
  subject to flops(N, D) <= 40 PFLOP/s*days
                            ^^^^^^^^^^^^^^^ error: \`days\` is a unit, not a variable. Did you mean \`40 PFLOP/s-days\`?
  subject to flops(N, D) <= 40 PFLOPs-days
  subject to D / 2 <= 10 GPUs-hours * 1 tokens/s
                      ^^^^^^^^^^^^^ error: \`hours\` is a unit, not a variable. Did you mean \`10 GPU-hours\`?
  subject to D / 3 <= 10 tokens / s
                      ^^^^^^^^^^^^^ error: \`s\` is a unit, not a variable. Did you mean \`10 tokens/s\`?
  subject to D / 4 <= 10 tokens - GPUs
                      ^^^^^^^^^^^^^^^^ error: \`GPUs\` is a unit, not a variable. Put a number before it, \`1 GPUs\`, or choose another name.
  subject to flops(N, D) / 5 <= C
  for C in 1 .. 2 PFLOP*days
                ^^^^^^^^^^^^ error: \`days\` is a unit, not a variable. Did you mean \`2 PFLOP-days\`?
}
predict 40 PFLOP/s * days
        ^^^^^^^^^^^^^^^^^ error: \`days\` is a unit, not a variable. Did you mean \`40 PFLOP/s-days\`?
`);
});

test('names that are declared may be those of units', async () => {
    await checkDiagnostics(`
law f(x, days) = A * x * 40 PFLOP/s * days + 2 USD / hours {
  hours in 0 .. 1
}
budget a {
  let hours = 3
  minimize x / (2 USD / days)
  subject to x >= 1 days * hours
  days in 1 .. 30
}
runs r {
  | days | loss |
  | 1    | 2    |
  rate = 3 tokens / days
}
`);
});

test('of lists', async () => {
    await checkDiagnostics(`
budget a {
  minimize chinchilla(N, D)
  subject to t <= 3
  over t in {1, 10 tokens, 100 GPU-hours}
                           ^^^^^^^^^^^^^ error: \`t\` is in tokens, but \`100 GPU-hours\` is in GPU-hours.
}
`);
});

test('of money, time and tokens where every factor says what it measures', async () => {
    await checkDiagnostics(`
budget a {
  let speed = 400 TFLOP/s/GPU
  let time = flops(N, D) / speed
  minimize chinchilla(N, D)
  subject to time * 2 USD/GPU-hour <= 1M hours
                                      ^^^^^^^^ error: \`time * 2 USD/GPU-hour\` is in USD, but \`1M hours\` is in seconds.
  subject to flops(N, D) / 400 TFLOP/s * 2 USD/GPU-hour <= 1M USD
                                                           ^^^^^^ error: is in USD per GPU, but \`1M USD\` is in USD.
  subject to time <= 1M USD
                     ^^^^^^ error: \`time\` is in GPU-hours, but \`1M USD\` is in USD.
  subject to time <= 5 tokens
                     ^^^^^^^^ error: \`time\` is in GPU-hours, but \`5 tokens\` is in tokens.
  subject to time * 2 USD/GPU-hour <= 1M USD
  subject to time / 1024 <= 30 days
  subject to time / 1024 GPUs <= 30 days
  subject to flops(N, D) / 400 TFLOP/s * 1024 * 2 USD/GPU-hour <= 1M USD
}
`);
});

test('of memory: a plain factor is in bytes, and bytes are for each parameter', async () => {
    await checkDiagnostics(`
budget a {
  minimize chinchilla(N, D)
  subject to 2 * N <= 80 GB
  subject to N * 2 bytes <= 80 GiB
  subject to N * 2 bytes/param <= 16G bytes
  subject to N * 4 bits <= 1 TB
                           ^^^^ error: \`N * 4 bits\` is in params·bits, but \`1 TB\` is in bytes. A byte has 8 bits: write bytes on both sides.
  subject to D * 2 bytes <= 10 USD
                            ^^^^^^ error: \`D * 2 bytes\` is in tokens·bytes, but \`10 USD\` is in USD.
}
`);
});

test('of counts: whole quotients have no unit', async () => {
    await checkDiagnostics(`
budget a {
  let cards = ceil(2 * N / 16e9)
  let nodes = ceil(2 bytes * N / 80 GB)
  minimize chinchilla(N, D)
  subject to 6 * N * D * ceil(2 * N / 16e9) <= 1e22 FLOP
  subject to 6 * N * D * nodes <= 1e22 FLOP
  subject to cards <= 8 GPUs
  subject to flops(N, D) / 400 TFLOP/s/GPU / cards <= 30 days
  subject to 20B * floor(D / 20B) <= 1T tokens
  subject to round(N) <= 1T tokens
                         ^^^^^^^^^ error: \`round(N)\` is in params, but \`1T tokens\` is in tokens.
  subject to 6 * N * D * (2 * N / 16e9) <= 1e22 FLOP
                                           ^^^^^^^^^ error: is in FLOP·params, but \`1e22 FLOP\` is in FLOP.
}
`);
});

test('of what library laws compute', async () => {
    await checkDiagnostics(`
budget u {
  minimize chinchilla(N, D)
  subject to gpu_time(flops(N, D), 989 TFLOP/s/GPU, 0.4) <= 1M USD
                                                            ^^^^^^ error: \`gpu_time(flops(N, D), 989 TFLOP/s/GPU, …\` is in GPU-hours, but \`1M USD\` is in USD.
  subject to training_cost(flops(N, D), 989 TFLOP/s/GPU, 0.4, 2 USD/GPU-hour) <= 1M USD
  subject to training_cost(flops(N, D), 989 TFLOP/s/GPU, 0.4, 2 USD/GPU-hour) <= 30 days
                                                                                 ^^^^^^^ error: \`training_cost(flops(N, D), 989 TFLOP/s/…\` is in USD, but \`30 days\` is in seconds.
  subject to gpu_time(flops(N, D), 989 TFLOP/s/GPU, 8 GPUs) <= 1M GPU-hours
                                                    ^^^^^^ error: \`MFU\` of \`gpu_time\` is a plain number, but \`8 GPUs\` is in GPUs.
}
`);
});
