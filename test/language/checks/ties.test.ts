/** Parameters that are tied to others. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('ties are formulas of the other parameters', async () => {
    await checkDiagnostics(`
law f(N, D) = E + A / N^alpha + B / D^beta {
  beta = alpha
  B = 2 * sqrt(A) + pi
}
law g = f { alpha = beta }
                    ^^^^ error: \`alpha\` is tied to itself: leave one parameter of the circle free.
law h = chinchilla {
  beta = alph
         ^^^^ error: \`h\` has no parameter \`alph\`. Did you mean \`alpha\`?
  B = flops(A, A)
      ^^^^^ error: \`flops\` is a law: \`B\` can be tied by a formula of parameters alone.
  A in 0 .. 3 = E
       ^ error: \`A\` is tied, so bounds of its own change nothing: bound what it is tied to.
  E in 0 .. alpha
            ^^^^^ error: \`alpha\` is a name: a constant number is needed here.
}
`);
});
