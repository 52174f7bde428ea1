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

test('the cheapest for a share, with strata, bounds and a range, has no mistake', async () => {
    await checkDiagnostics(`${SAMPLES}
budget a {
  minimize spent(k * price by problem)
  subject to solved(k, c, n by problem) >= 0.8
  over k by model, problem in samples
  k in 0 .. 8
}
budget b {
  minimize spent(k by problem)
  subject to solved(k, c, n by problem) >= share
  over k by model in samples
  for share in 0.5 .. 0.9
}
`);
});

test('what the cheapest mixture must solve', async () => {
    await checkDiagnostics(`${SAMPLES}
budget a {
       ^ error: \`a\` wants nothing solved, and no sample is cheapest: add \`subject to solved(k, c, n by problem) >= …\`.
  minimize spent(k by problem)
  over k by model in samples
}
budget b {
  minimize spent(k by problem)
  subject to solved(k, c, n by problem) <= 0.8
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: What the cheapest mixture solves is a share: write \`subject to solved(k, c, n by problem) >= …\`.
  subject to spent(k by problem) <= 3
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: The cheapest mixture has one demand, on what is solved.
  over k by model in samples
}
budget c {
  minimize spent(k by problem)
  subject to solved(k, c, n by problem) >= 80
                                           ^^ error: A share lies between 0 and 1; \`80\` does not. Of 100 problems 80 are 0.8.
  over k by model in samples
}
budget d {
  minimize spent(k by model)
                      ^^^^^ error: \`solved\` goes by \`problem\`, and so must \`spent\`.
  subject to solved(k, c, n by problem) >= x
                                           ^ error: The share that a mixture solves is a number, a \`let\` of one, or the name of the \`for\`; \`x\` is none of them.
  over k by model in samples
}
budget e {
  maximize spent(k by problem)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A mixture is the one that solves most, \`maximize solved(k, c, n by problem)\`, or the cheapest for a share, \`minimize spent(k * price by problem)\`.
  subject to solved(k, c, n by problem) >= 0.8
  over k by model in samples
}
`);
});

test('its goal, its limit and its counts', async () => {
    await checkDiagnostics(`${SAMPLES}
budget a {
       ^ error: \`a\` has no limit, and every sample helps: add \`subject to spent(k * price by problem) <= …\`.
  minimize solved(k, c, n by problem)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A mixture is the one that solves most, \`maximize solved(k, c, n by problem)\`, or the cheapest for a share, \`minimize spent(k * price by problem)\`.
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
