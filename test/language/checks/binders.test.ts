/** What `sum`, `product` and `solve` go over. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('a sum goes over a list of names or numbers', async () => {
    await checkDiagnostics(`
law c(N) = sum(N) + sum(a, b) + sum(x for x in {w, a}) + sum(g[x] for x in {}) + sum(g[x] for x in {w, w})
           ^^^ error: \`sum(term for x in {a, b})\`: what \`sum\` goes over is missing, write \`for x in …\` after the operand.
                           ^ error: \`sum(term for x in {a, b})\` takes 1 operand: this one is too many.
                                    ^ error: \`x\` stands for the names \`w\` and \`a\`: it can only be an index, as in \`gamma[x]\`.
                                                                  ^^^^^^^^^^^ error: The list of \`x\` is empty: nothing can be made of it.
                                                                                                       ^ error: \`w\` is in the list already.
`);
});

test('or over whole numbers, not too many of them', async () => {
    await checkDiagnostics(`
law d(N) = sum(g[i] for i in 1 .. 2.5) + sum(g[i] for i in 3 .. 1) + sum(g[i] for i in 1 .. 200) + sum(i for i in N .. 3)
                                  ^^^ error: \`i\` goes through whole numbers; \`2.5\` is none.
                                                  ^^^^^^^^^^^^^^^ error: There is no number from \`3\` to \`1\`: nothing can be made of it.
                                                                              ^^^^^^^^^^^^^^^^^ error: \`i\` would stand for 200 items: at most 100 are written out.
                                                                                                                  ^ error: \`N\` is a name: a constant number is needed here.
law f(N) = sum(sum(i * j for i in 1 .. 100) for j in 1 .. 100) + N
                         ^^^^^^^^^^^^^^^^^ error: With those around it this makes 10000 terms: at most 1000 are written out.
`);
});

test('an index is an item', async () => {
    await checkDiagnostics(`
law e(N) = g[x] * N + g[1] + h[-1] + g[0.5] + sum(h[i] for i in {0.5}) + sum(h[i] for i in {1, a})
             ^ error: No \`for x in …\` is around this, and nothing else is called \`g_x\`. Write \`sum(… for x in {…})\`.
                               ^^ error: \`h\` cannot have the index -1: an index is a name or a whole number from 0 on.
                                       ^^^ error: \`g\` cannot have the index 0.5: an index is a name or a whole number from 0 on.
                                                    ^ error: \`h\` cannot have the index 0.5: an index is a name or a whole number from 0 on.
                                                                                  ^^^^^^^^^^^^^^^ error: The list of \`i\` has names and numbers: \`i\` is either an index or a number.
`);
});

test('an equation has an unknown between two numbers', async () => {
    await checkDiagnostics(`
law g(N) = solve(N for x in 1 .. 2) + solve(x == N) + solve(x <= N for x in 1 .. 3) + solve(N == 2 for x in 1 .. 3)
                 ^ error: \`solve\` takes an equation, \`left == right\`; \`N\` is none.
                                      ^^^^^ error: \`solve(left == right for x in lower .. upper)\`: what \`solve\` goes over is missing, write \`for x in …\` after the operand.
                                                            ^^^^^^ error: \`solve\` takes an equation, \`left == right\`; \`x <= N\` is none.
                                                                                            ^^^^^^ error: The equation does not mention \`x\`, so it holds for all values or for none.
law h(N in params) = solve(x == N for x in 3 .. 1) + solve(x == N for x in N .. 3) + solve(x == N for x in {a, b}) + solve(x == N for x in 1 .. inf) 
                                           ^ error: There is nothing between \`3\` and \`1\`: the lower limit comes first.
                                                                           ^ error: \`N\` is a name: a constant number is needed here.
                                                                                                  ^^^^^^^^^^^^^^^ error: \`x\` is sought between two numbers: write \`for x in lower .. upper\`.
                                                                                                                                                ^^^ error: \`x\` is sought between two numbers; \`inf\` is no limit.
`);
});

test('whose unit is that of its limits, or of what it is used for', async () => {
    await checkDiagnostics(`
law hh(N in params) = solve(x[x] == x for x in 1 FLOP .. 3 tokens) + N * 0 FLOP
                              ^ error: \`x\` is the unknown of an equation: an index is an item of a list.
                                                         ^^^^^^^^ error: \`1 FLOP\` is in FLOP, but \`3 tokens\` is in tokens.
                                                                     ^^^^^^^^^^ error: \`solve(x[x] == x for x in 1 FLOP .. 3 to…\` is in FLOP, but \`N * 0 FLOP\` is in FLOP·params.
law hhh(N in params) = N + solve(chinchilla(n, 1T) == 2 for n in 1M .. 1T) + solve(chinchilla(n, d) == 2 for d in 1 .. 2 FLOP) * n * 0
                                                                                                 ^ error: \`D\` of \`chinchilla\` is in tokens, but \`d\` is in FLOP.
`);
});

test('nothing else goes over anything', async () => {
    await checkDiagnostics(`
law k(N) = max(N for N in 1 .. 3)
                 ^^^ error: \`for\` can follow the operand of \`sum\`, \`product\`, \`solve\` and \`drops\`, the source of runs, and begin the range of a budget.
`);
});

test('what is not finished is said to be', async () => {
    await checkDiagnostics(`
law g(N) = sum(a[x for x in {w, a})
                   ^^^ error: Expected \`]\` after \`x\`, but found \`for\`.
law h(N) = sum(a[x] for x in {w, a + N
                                   ^ error: Expected \`}\` or a comma after \`a\`, but found \`+\`.
law i(N) = sum(a[x] for x in w, a) + N
                              ^ error: Expected \`..\` with the upper bound after \`w\`, but found \`,\`.
law j(N) = a[] + N
            ^ error: A name or a number is missing after \`[\`.
budget b { minimize sum(n[x] for x in {a, b}
                                           ^ error: \`)\` is missing after \`}\`.
  subject to n_a >= 3
  for C in 1 .. 3
}
law m(N) = solve(x == N for x in 1 .. ) + E { E in [0, 1] }
                                   ^^ error: A value is missing after \`..\`.
                                                   ^ error: \`[\` means nothing here. Bounds are written \`lower .. upper\`.
`);
});
