/** Mixtures of samples in budgets. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

const SAMPLES = `
runs samples {
  | problem | model | n  | c | price |
  | a       | small | 20 | 3 | 0.1   |
}
`;

test('a mixture, with strata, bounds and a range, has no mistake', async () => {
    await checkDiagnostics(`${SAMPLES}
budget a {
  let B = 2
  maximize solved(k, c, n by problem)
  subject to spent(k * price by problem) <= B
  over k by model, problem in samples
  k in 0 .. 5
}
budget b {
  maximize solved(k, c, n by problem)
  subject to spent(k by problem) <= B
  over k by model in samples
  for B in 1 .. 10
}
`);
});

test('its goal, its limit and its counts', async () => {
    await checkDiagnostics(`${SAMPLES}
budget a {
       ^ error: \`a\` has no limit, and every sample helps: add \`subject to spent(k * price by problem) <= …\`.
  minimize spent(k by problem)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A mixture of samples is the one that solves most: write \`maximize solved(k, c, n by problem)\`.
  over k by model in samples
}
budget b {
       ^ error: \`b\` has no limit, and every sample helps: add \`subject to spent(k * price by problem) <= …\`.
  maximize solved(k, c, n by problem)
  over k by model in samples
}
budget c {
  maximize solved(j, c, n by problem)
                  ^ error: What is counted comes first: \`solved(k, …)\`.
  subject to k <= 3
             ^^^^^^ error: What a mixture spends is limited: write \`subject to spent(k * price by problem) <= …\`.
  subject to spent(k by problem) <= 3
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A mixture has one limit, on what is spent.
  over k by model in samples
  over j in {1, 2}
  ^^^^^^^^^^^^^^^^ error: A mixture decides the counts of one \`over … by …\` alone: ask the other choice in a budget of its own.
}
budget d {
  maximize solved(k, c, n by problem)
  subject to spent(k by model) <= x
                        ^^^^^ error: \`solved\` goes by \`problem\`, and so must \`spent\`.
                                  ^ error: The limit of a mixture is a number, a \`let\` of one, or the name of the \`for\`; \`x\` is none of them.
  over k by model in sample
                     ^^^^^^ error: There are no runs named \`sample\`. Did you mean \`samples\`?
  k in 1 .. 5
  ^^^^^^^^^^^ error: Counts begin at 0: write \`k in 0 .. …\`.
}
budget e {
  maximize solved(k, c, n)
           ^^^^^^ error: \`solved\` goes by problems: name the column that tells them apart, \`solved(k, c, n by problem)\`.
  subject to spent(k by problem, model) <= 3
                                 ^^^^^ error: \`spent\` goes by problems: name the column that tells them apart, \`spent(k * price by problem)\`.
  over k by model in samples
}
`);
});

test('what scores counts stands where there are some', async () => {
    await checkDiagnostics(`${SAMPLES}
budget a {
  maximize solved(k, 3, 20 by problem) - k
           ^^^^^^ error: \`solved\` scores counts of samples, and there are none here: name them in the budget, \`over k by model in samples\`.
  subject to k <= 3
}
`);
});
