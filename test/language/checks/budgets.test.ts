/** Budgets. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('goals and ranges', async () => {
    await checkDiagnostics(`
budget a { subject to N <= 3 }
       ^ error: \`a\` has no goal: add \`minimize …\` or \`maximize …\`.
budget b {
  minimize chinchilla(N, D)
  maximize N
  ^^^^^^^^^^ error: A budget has one goal: turn the second into a constraint, or weigh the two in one formula.
  subject to flops(N, D) <= C + B
  for C in 1e18 .. 1e20
  for B in 1e18 .. 1e20
  ^^^^^^^^^^^^^^^^^^^^^ error: A budget varies one value: make a second budget.
}
budget c { minimize 3 }
       ^ error: \`c\` has nothing to decide: no name in its goal or constraints is free.
`);
});

test('constraints', async () => {
    await checkDiagnostics(`
budget a {
  minimize chinchilla(N, D)
  subject to 6 * N * D
             ^^^^^^^^^ error: A constraint is one comparison with \`<=\`, \`>=\` or \`==\`; \`6 * N * D\` is none.
  subject to 1 < N < 3
             ^^^^^ error: Compare two values at a time: \`1 < N\`, and the second comparison apart.
  subject to N <= 1 and D <= 2
             ^^^^^^^^^^^^^^^^^ error: Write a \`subject to\` for each of the two: a budget meets all of its constraints.
  subject to N != 2
             ^^^^^^ error: A constraint is one comparison with \`<=\`, \`>=\` or \`==\`; \`N != 2\` is none.
  subject to N == 2
}
`);
});

test('conditions and texts where numbers are needed', async () => {
    await checkDiagnostics(`
budget a {
  minimize chinchilla(N, D) < 3
           ^^^^^^^^^^^^^^^^^^^^ error: A number is needed here; \`chinchilla(N, D) < 3\` is a condition.
  subject to N + (D < 3) <= "x"
                 ^^^^^^^ error: A number is needed here; \`(D < 3)\` is a condition.
                            ^^^ error: A text can only be compared with a column, by \`==\` or \`!=\`.
  let u = 3 > 2
          ^^^^^ error: A number is needed here; \`3 > 2\` is a condition.
  subject to u <= N
}
predict -(1 < 2) + "3"^2
         ^^^^^^^ error: A number is needed here; \`(1 < 2)\` is a condition.
                   ^^^ error: A number is needed here; \`"3"\` is a text.
law f(x) = x < 3
           ^^^^^ error: A number is needed here; \`x < 3\` is a condition.
law g(x) = { return x < E }
                    ^^^^^ error: A number is needed here; \`x < E\` is a condition.
`);
});

test('variables and ranges', async () => {
    await checkDiagnostics(`
budget c {
  let u = 3
      ^ warning: \`u\` is never used.
  let w = N * D
  minimize chinchilla(N, D)
  subject to w <= C
  X in 1 .. 3
  ^ error: Neither goal nor constraints depend on \`X\`. The variables are \`N\` and \`D\`.
  C in 1 .. 2
  ^ error: \`C\` is not free: it is given by a \`let\`, by the range or by \`over\`.
  N in 3 .. 1
       ^ error: The bounds are empty: \`3\` is above the upper bound. Exchange the two.
  D in 0 - 5 .. 0
       ^^^^^ error: \`D\` is sought among positive numbers; \`0 - 5\` is none: begin at 0, or above.
  for C in 0 .. 1e3
           ^ error: \`C\` runs over positive numbers, evenly in the logarithm; \`0\` is none.
}
budget pinned { minimize chinchilla(N, D) subject to 6 * N * D <= 1e22 N in 1B .. 1B }
                                                                            ^^ error: The bounds leave one value: pin it with \`subject to N == 1B\`.
budget d {
  minimize chinchilla(N, D)
  subject to flops(N, D) <= Z
  for Z in 1 .. 1
                ^ error: Both ends are \`1\`: give a range, or \`let Z = 1\`.
}
budget e {
  minimize chinchilla(N, D)
  subject to flops(N, D) <= 1e20
  for Y in 1 .. 2
      ^ error: Neither goal nor constraints depend on \`Y\`, so all answers along the range are the same.
}
`);
});

test('what the answer is compared with', async () => {
    await checkDiagnostics(`
budget a {
  let against = 3
  let ratio = 20
  let unused = 1
      ^^^^^^ warning: \`unused\` is never used.
  minimize chinchilla(N, D)
  subject to 6 * N * D <= 1e23 * against
  against "rule" D == ratio * N
  against "rule" D == 10 * N
          ^^^^^^ error: There is an \`against "rule"\` already: give this one another label.
  against N == 280B and D >= 300B
  against minimize flops(N, D)
  against "other"
    maximize D
  against N * 2
          ^^^^^ error: \`against\` takes comparisons with \`<=\`, \`>=\` or \`==\`, joined by \`and\`, or a goal such as \`minimize f(N, D)\`; \`N * 2\` is neither.
  against N == 1 or D == 2
          ^^^^^^^^^^^^^^^^ error: \`against\` takes comparisons with \`<=\`, \`>=\` or \`==\`, joined by \`and\`, or a goal such as \`minimize f(N, D)\`; \`N == 1 or D == 2\` is neither.
  against E == 3
          ^^^^^^ error: \`E\` is not decided here: the goal and the constraints do not depend on it. What is decided is \`N\` and \`D\`.
  against ratio == 3
          ^^^^^^^^^^ error: \`ratio == 3\` says nothing of what is decided, \`N\` and \`D\`.
  against N == 70B tokens
               ^^^^^^^^^^ error: \`N\` is in params, but \`70B tokens\` is in tokens.
}
budget b {
  minimize chinchilla(against, D)
  subject to against * D <= 1e20
  against in 1M .. 1T
  against against == 20 * D
}
`);
});

test('limits that limit nothing, and bounds that leave one value', async () => {
    await checkDiagnostics(`
budget a {
  minimize chinchilla(N, D)
  subject to 6 * N * D <= inf
             ^^^^^^^^^^^^^^^^ error: \`6 * N * D <= inf\` limits nothing: write a number instead of \`inf\`, or leave the constraint out.
  subject to -inf <= N
             ^^^^^^^^^ error: \`-inf <= N\` limits nothing
  N in 1B params .. 1B
       ^^^^^^^^^ error: The bounds leave one value: pin it with \`subject to N == 1B params\`.
  D in -1 .. 1T
       ^^ error: \`D\` is sought among positive numbers; \`-1\` is none: begin at 0, or above.
}
budget b {
  minimize chinchilla(N, D)
  subject to 6 * N * D <= 1e22
  N in 0 .. inf
}
`);
});
