/** Comparisons of laws. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('names of laws and runs', async () => {
    await checkDiagnostics(`
runs pilot from "a.csv" { loss }
compare chinchila, kaplan on pilt
        ^^^^^^^^^ error: There is no law named \`chinchila\`. Did you mean \`chinchilla\`?
                             ^^^^ error: There are no runs named \`pilt\`. Did you mean \`pilot\`?
compare chinchilla, chinchilla on pilot
                    ^^^^^^^^^^ error: \`chinchilla\` is compared with itself.
compare chinchilla on pilot
        ^^^^^^^^^^ error: A comparison needs two laws: \`compare chinchilla, … on pilot\`.
compare chinchilla, kaplan on pilot predicting N
                                               ^ error: \`N\` is an argument of \`chinchilla\` and cannot be predicted at the same time.
`);
});

test('options', async () => {
    await checkDiagnostics(`
runs pilot from "a.csv" { loss }
compare chinchilla, kaplan on pilot predicting loss {
  objective huber(1e-3) of log
  weights w
  errors 0.01 * loss
  holdout along C
                ^ error: A comparison scores all laws on the same rows: write a condition, such as \`holdout C > 1e21\`.
  bootstrap 40 by run
  bootstrap 50
  ^^^^^^^^^^^^ error: \`bootstrap\` is given twice.
}
`);
});

test('units of the columns that the laws take', async () => {
    await checkDiagnostics(`
runs pilot from "a.csv" { N in tokens D in tokens loss }
compare chinchilla, kaplan on pilot
                              ^^^^^ error: \`N\` of \`chinchilla\` is in params, but the column \`N\` of \`pilot\` is in tokens.
                              ^^^^^ error: \`N\` of \`kaplan\` is in params, but the column \`N\` of \`pilot\` is in tokens.
`);
});
