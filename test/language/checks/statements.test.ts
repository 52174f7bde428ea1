/** What may be said only once. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('statements', async () => {
    await checkDiagnostics(`
law a(x) = x
law a(y) = y
    ^ error: There are two laws named \`a\`.
runs r from "a.csv"
runs r from "b.csv"
     ^ error: \`r\` names two runs.
budget b { minimize chinchilla(N, D) }
budget b { minimize chinchilla(N, D) }
       ^ error: There are two budgets named \`b\`.
fit chinchilla to r
fit chinchilla to r
    ^^^^^^^^^^ error: \`chinchilla\` is fitted twice in this file, so its values would be ambiguous. Give it a second name, \`law chinchilla_2 = chinchilla\`, and fit that one.
`);
});

test('entries', async () => {
    await checkDiagnostics(`
runs r from "a.csv" { N = "n" N = "m" loss }
                              ^ error: The column \`N\` is declared twice.
runs t {
  N = 2 * D
  ^ error: The table has a column \`N\` already: give this one another name.
  | N | D | loss |
  | 1 | 2 | 3 |

  where N > 1
  | 4 | 5 | 6 |
  ^^^^^^^^^^^^^ error: These runs have two tables: put all rows under one header.
}
fit chinchilla to r {
  objective squares
  objective huber(1)
  ^^^^^^^^^^^^^^^^^^ error: \`objective\` is given twice.
  bootstrap 100
  bootstrap 200
  ^^^^^^^^^^^^^ error: \`bootstrap\` is given twice.
}
budget b {
  let c = flops(N, D)
  let c = 3 * N
      ^ error: \`c\` is defined twice.
  minimize chinchilla(N, D) + c
  N in 1 .. 2
  N in 1 .. 3
  ^ error: \`N\` has bounds already.
}
`);
});
