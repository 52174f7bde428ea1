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

test('Levenberg–Marquardt is for squares alone', async () => {
    await checkDiagnostics(`
runs r from "a.csv" { loss }
law a = chinchilla
law b = chinchilla
fit a to r { solver lm }
             ^^^^^^^^^ error: \`solver lm\` minimises squares alone, and the default objective is another: write \`objective squares\`, or leave out the solver.
fit b to r { objective huber(1) solver lm }
                                ^^^^^^^^^ error: \`solver lm\` minimises squares alone, and \`huber\` is another: write \`objective squares\`, or leave out the solver.
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
