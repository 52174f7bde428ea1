/** `if` and its condition. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('a choice begins with a condition, and its values measure the same', async () => {
    await checkDiagnostics(`
law a(x) = if(x, 1, 2) + if(x > 1, 2 FLOP, 3 tokens) + if(x > 1 or 3, x < 2, "x") + if(x == "x", 1, 2)
              ^ error: \`if\` takes a condition, for example \`if(C > 1e21, a, b)\`; \`x\` is none.
                                           ^^^^^^^^ error: \`2 FLOP\` is in FLOP, but \`3 tokens\` is in tokens.
                                                                   ^ error: \`or\` joins conditions; \`3\` is none.
                                                                      ^^^^^ error: A number is needed here; \`x < 2\` is a condition.
                                                                             ^^^ error: A number is needed here; \`"x"\` is a text.
                                                                                            ^^^ error: In \`if\` a text can be compared in the columns and conditions of runs alone: make it a column there.
`);
});

test('in columns, too, where texts are told apart', async () => {
    await checkDiagnostics(`
runs s { | N | kind |
 | 1 | a |
 y = if(N > 1 and N <= 2, N, -N)
 z = if(kind == "a", 1, 2)
 where if(N > 1, 2, 3) > 2
}
`);
});

test('it takes three operands by position', async () => {
    await checkDiagnostics(`
law b(N) = if(N > 1, 2) + if(x = 3)
           ^^ error: \`if(condition, then, otherwise)\` needs 3 operands, but has 2.
                             ^ error: \`if(condition, then, otherwise)\` takes its operands by position: leave out \`x =\`.
                                 ^ error: \`if\` takes a condition, for example \`if(C > 1e21, a, b)\`; \`3\` is none.
`);
});
