/** Operands of calls. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('of laws', async () => {
    await checkDiagnostics(`
predict chinchilla(70B)
        ^^^^^^^^^^ error: \`chinchilla\` takes \`N\` and \`D\`: \`D\` is missing.
predict chinchilla(70B, 1, 2)
                           ^ error: \`chinchilla\` takes \`N\` and \`D\`: this one is too many.
predict chinchilla()
        ^^^^^^^^^^ error: \`chinchilla\` takes \`N\` and \`D\`: \`N\` and \`D\` are missing.
predict chinchilla(N = 70B, N = 1, D = 3)
                            ^ error: \`N\` is given twice.
predict chinchilla(70B, N = 1)
                        ^ error: \`N\` is given twice.
predict chinchilla(n = 70B, D = 1)
                   ^ error: \`chinchilla\` has no argument \`n\`. Did you mean \`N\`?
predict chinchilla(D = 1.4T, N = 70B)
law none() = 3
predict none(1)
             ^ error: \`none\` takes no arguments: this one is too many.
`);
});

test('of functions', async () => {
    await checkDiagnostics(`
predict exp(1, 2) + log() + min(1, 2, 3)
               ^ error: \`exp(x)\` takes 1 operand: this one is too many.
                    ^^^ error: \`log(x)\` needs 1 operand, but has 0.
predict exp(x = 1)
            ^ error: \`exp(x)\` takes its operands by position: leave out \`x =\`.
predict min()
        ^^^ error: \`min(a, b, …)\` needs 1 operand, but has 0.
`);
});
