/** Options of a fit. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('objectives, solvers and refits', async () => {
    await checkDiagnostics(`
runs r from "a.csv" { loss }
law a = chinchilla
law b = chinchilla
law c = chinchilla
fit a to r {
  objective huber(0) of lg
                  ^ error: The δ of \`huber\` is a positive number.
                        ^^ error: Residuals are \`of log\`, or of the value itself without \`of\`; there is no \`of lg\`.
  bootstrap 10.5 seed 1.5
            ^^^^ error: The number of refits is a whole number, such as 1000; \`10.5\` is none.
                      ^^^ error: A seed is a whole number, such as 1000; \`1.5\` is none.
  solver lmm
         ^^^ error: There is no solver \`lmm\`. Write \`lm\` for Levenberg–Marquardt, or leave the line out for the default.
}
fit b to r {
  objective hubr(1)
            ^^^^ error: There is no objective \`hubr\`. Did you mean \`huber\`?
  bootstrap 10
            ^^ warning: 10 refits are too few for an interval: take at least 40, or 0 for none.
}
fit c to r {
  objective squares(2) of log
                    ^ error: \`squares\` takes no setting: leave out the brackets.
  bootstrap 1K seed 2
}
`);
});

test('the settings of objectives, and where intervals come from', async () => {
    await checkDiagnostics(`
runs r from "a.csv" { loss }
law a = chinchilla
law b = chinchilla
fit a to r {
  objective pinball(1) of log
                    ^ error: The level of \`pinball\` is a number between 0 and 1.
  intervals profil
            ^^^^^^ error: There are no \`profil\` intervals. Did you mean \`profile\`?
}
fit b to r {
  objective pinball(0.1)
  bootstrap 0
  intervals bootstrap
  ^^^^^^^^^^^^^^^^^^^ error: \`bootstrap 0\` makes no refits to take intervals from: give a number, or write \`intervals profile\`.
}
`);
});

test('what options are given once, in any order', async () => {
    await checkDiagnostics(`
runs r from "a.csv" { loss }
fit chinchilla to r {
  influence
  holdout along C
  weights w * 2
  holdout C > 1e21
  errors loss > 2
         ^^^^^^^^ error: A number is needed here; \`loss > 2\` is a condition.
  holdout C > 1e22
  ^^^^^^^^^^^^^^^^ error: \`holdout\` is given twice.
  weights 3
  ^^^^^^^^^ error: \`weights\` is given twice.
  E by dataset
  E by run
  ^ error: \`E\` has a column already.
  bootstrap 100 by run wild seed 3
}
`);
});

test('constants for each group', async () => {
    await checkDiagnostics(`
runs r from "a.csv" { loss }
law a = chinchilla { alpha = 0.3 beta = 2 * E }
law b = chinchilla
fit a to r {
  F by dataset
  ^ error: \`a\` has no parameter \`F\`.
  alpha by dataset
  ^^^^^ error: \`alpha\` is pinned, \`alpha = 0.3\`: it cannot have a value for each \`dataset\` as well.
  beta by dataset
  ^^^^ error: \`beta\` is tied, \`beta = 2 * E\`: it cannot have a value for each \`dataset\` as well.
  E by N
       ^ error: \`N\` is an argument of \`a\` and cannot be a group at the same time.
}
fit b to r by dataset {
  E by dataset
  ^^^^^^^^^^^^ error: \`b\` is fitted once for each \`dataset\`, \`E\` with it: leave this line out, or \`by dataset\` above.
  A by run
}
predict b(1B, 2B, dataset = "c4", run = 3)
predict b(1B, 2B, dataset = 2 * 3)
                            ^^^^^ error: \`dataset\` names a group of the fit: write its value, such as \`dataset = "…"\`.
predict b(1B, 2B, datset = "c4")
                           ^^^^ error: A number is needed here; \`"c4"\` is a text.
                  ^^^^^^ error: \`b\` has no argument \`datset\`.
`);
});

test('methods', async () => {
    await checkDiagnostics(`
runs r from "a.csv" { loss }
law a = compute_power
law b = compute_power
law c = compute_power
fit a to r {
  using isoflp
        ^^^^^^ error: There is no method \`isoflp\`. Did you mean \`isoflop\`?
}
fit b to r {
  using isoflop akim(C, N)
                ^^^^ error: \`isoflop\` has no form \`akim\`. Did you mean \`akima\`?
                        ^ error: \`using isoflop\` takes three columns, the compute, the size and the loss of the runs, such as \`isoflop(C, N, loss)\`.
}
fit c to r {
  using envelope
  holdout C > 1e21
  ^^^^^^^^^^^^^^^^ error: \`using envelope\` fits one row for each budget, not the runs themselves: no run can be held out; leave runs out with \`where\`.
  weights 2
  ^^^^^^^^^ error: \`using envelope\` fits one row for each budget, not the runs themselves: weights of runs cannot be used.
  intervals profile
  ^^^^^^^^^^^^^^^^^ error: \`using envelope\` fits one row for each budget, not the runs themselves: only the bootstrap knows how sure these rows are; leave the line out.
  bootstrap 100 by run
  objective squares
  solver lm
  ^^^^^^^^^ error: \`using envelope\` fits one row for each budget, not the runs themselves: they are fitted by the default search; leave the line out.
}
`);
});

test('Levenberg–Marquardt is for squares alone', async () => {
    await checkDiagnostics(`
runs r from "a.csv" { loss }
law a(N, D) = E + A / N^alpha + B / D^beta
law b = chinchilla
law c = chinchilla
law d = overtraining
fit a to r { solver lm }
             ^^^^^^^^^ error: \`solver lm\` minimises squares alone, and the default objective is another: write \`objective squares\`, or leave out the solver.
fit b to r { objective huber(1) solver lm }
                                ^^^^^^^^^ error: \`solver lm\` minimises squares alone, and \`huber\` is another: write \`objective squares\`, or leave out the solver.
fit c to r { solver lm }
             ^^^^^^^^^ error: \`solver lm\` minimises squares alone, and \`huber\` is another: write \`objective squares\`, or leave out the solver.
fit d to r { solver lm }
fit chinchilla to r { objective squares solver lm bootstrap 0 }
`);
});

test('what is fitted and predicted', async () => {
    await checkDiagnostics(`
runs r from "a.csv" { loss }
fit flops to r
    ^^^^^ error: \`flops\` has no parameters: there is nothing to fit.
fit chinchilla to r predicting N by D
                               ^ error: \`N\` is an argument of \`chinchilla\` and cannot be predicted at the same time.
                                    ^ error: \`D\` is an argument of \`chinchilla\` and cannot be a group at the same time.
`);
});

test('conditions', async () => {
    await checkDiagnostics(`
runs r from "a.csv" {
  loss
  where loss
        ^^^^ error: \`where\` takes a condition, for example \`where C > 1e21\`; \`loss\` is none.
  where loss < 3 and N
                     ^ error: \`and\` joins conditions; \`N\` is none.
  where family == "gpt" or family != "x"
  where loss < "x"
               ^^^ error: A text can only be compared with a column, by \`==\` or \`!=\`.
  where 1 < N < 3
        ^^^^^ error: Compare two values at a time: \`1 < N\`, and the second comparison apart.
  where (N > 1) + 2 > 3
        ^^^^^^^ error: A number is needed here; \`(N > 1)\` is a condition.
}
fit chinchilla to r {
  holdout 3
          ^ error: \`holdout\` takes a condition, for example \`holdout C > 1e21\`; \`3\` is none.
}
`);
});
