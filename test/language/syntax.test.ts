/** Syntax errors: one per mistake, at its place, in words of the language. */
import { test } from 'vitest';
import { checkDiagnostics } from '../support/markers.js';

test('statements that break off leave their neighbours alone', async () => {
    await checkDiagnostics(`
runs pilot {
  | C | loss |
  | 1 | 2    |
}
fit compute_power to
                  ^^ error: The name of runs is missing after \`to\`.
budget next {
  minimize chinchilla(N, D)
  subject to flops(N, D) <= 1e21
}
law cost(N) =
            ^ error: A formula is missing after \`=\`.
predict chinchilla(1B, 20B)
fit compute_power
    ^^^^^^^^^^^^^ error: \`to\` with the name of runs is missing after \`compute_power\`.
law other = chinchilla with
                       ^^^^ error: A text in quotes is missing after \`with\`.
runs more from
          ^^^^ error: A file in quotes, or the name of other runs, is missing after \`from\`.
predict
^^^^^^^ error: A value is missing after \`predict\`.
`);
});

test('statements without a name', async () => {
    await checkDiagnostics(`
fit
^^^ error: The name of a law is missing after \`fit\`.
predict chinchilla(1B, 20B)
law
^^^ error: A name for the law is missing after \`law\`.
runs {
^^^^ error: A name for the runs is missing after \`runs\`.
}
budget
^^^^^^ error: A name for the budget is missing after \`budget\`.
law (N) = 3 * N
    ^ error: Expected a name for the law after \`law\`, but found \`(\`.
fit to pilot
    ^^ error: The name of a law is missing between \`fit\` and \`to\`.
`);
});

test('comparisons that break off', async () => {
    await checkDiagnostics(`
compare
^^^^^^^ error: The name of a law is missing after \`compare\`.
compare chinchilla
        ^^^^^^^^^^ error: \`on\` with the name of runs is missing after \`chinchilla\`.
compare chinchilla, on
                    ^^ error: The name of a law is missing before \`on\`.
compare chinchilla, kaplan on
                           ^^ error: The name of runs is missing after \`on\`.
compare chinchilla, kaplan on pilot {
  solver lm
  ^^^^^^ error: \`solver\` does not begin an entry of this block.
}
runs pilot { | N | D | loss | }
`);
});

test('a constant for each group', async () => {
    await checkDiagnostics(`
runs r from "r.csv" { dataset loss }
fit chinchilla to r {
  E by dataset
  A per dataset
  ^ error: \`A\` does not begin an entry of this block. Entries begin with
}
`);
});

test('entries that break off', async () => {
    await checkDiagnostics(`
law f(N) = E / N {
  E in
    ^^ error: A value is missing after \`in\`.
  A start
    ^^^^^ error: A value is missing after \`start\`.
}
budget b {
  for
  ^^^ error: A name for the value that varies is missing after \`for\`.
  let
  ^^^ error: A name is missing after \`let\`.
  let x
      ^ error: \`=\` with a value is missing after \`x\`.
  let x =
        ^ error: A value is missing after \`=\`.
  minimize
  ^^^^^^^^ error: A value is missing after \`minimize\`.
  subject
  ^^^^^^^ error: \`to\` is missing after \`subject\`.
  subject to N <=
               ^^ error: A value is missing after \`<=\`.
  N in
    ^^ error: A value is missing after \`in\`.
  N in 1
       ^ error: \`..\` with the upper bound is missing after \`1\`.
}
runs r from "r.csv" {
  D = 6 *
        ^ error: A value is missing after \`*\`.
  where
  ^^^^^ error: A value is missing after \`where\`.
}
fit f to r {
  objective
  ^^^^^^^^^ error: \`squares\`, \`huber(…)\`, \`lad\`, \`asymmetric(…)\` or \`pinball(…)\` is missing after \`objective\`.
  objective huber of
                  ^^ error: \`log\` is missing after \`of\`.
  holdout
  ^^^^^^^ error: A condition is missing after \`holdout\`.
  holdout along
          ^^^^^ error: The name of a column is missing after \`along\`.
  weights
  ^^^^^^^ error: A value is missing after \`weights\`.
  errors
  ^^^^^^ error: A value is missing after \`errors\`.
  using
  ^^^^^ error: \`isoflop\` or \`envelope\` is missing after \`using\`.
  using isoflop(
               ^ error: The name of a column is missing after \`(\`.
  intervals
  ^^^^^^^^^ error: \`bootstrap\`, \`profile\` or \`standard\` is missing after \`intervals\`.
  bootstrap 10 seed
               ^^^^ error: A number is missing after \`seed\`.
  solver
  ^^^^^^ error: The solver, \`lm\`, is missing after \`solver\`.
}
`);
});

test('braces and brackets that are not closed', async () => {
    await checkDiagnostics(`
budget next {
            ^ error: This block is never closed: a \`}\` is missing.
  minimize chinchilla(N, D)
  subject to flops(N, D) <= 1e21
law p(N) = E / N {
  preset "a" E = 3 }
         ^^^ error: \`{\` is missing after \`"a"\`.
  preset "b" { E = 3 }
}
budget b
       ^ error: \`{\` is missing after \`b\`.
  minimize chinchilla(N, D)
  subject to flops(N, D) <= 1e21
}
predict (1 + 2
             ^ error: \`)\` is missing after \`2\`.
predict chinchilla(1B, 2B
                       ^^ error: \`)\` is missing after \`2B\`.
predict 3 }
          ^ error: This \`}\` closes nothing: no block is open.
`);
});

test('a brace that is missing at the end of the file', async () => {
    await checkDiagnostics(`
budget next {
            ^ error: This block is never closed: a \`}\` is missing.
  minimize chinchilla(N, D)
  subject to flops(N, D) <= 1e21
`);
});

test('something in the wrong place', async () => {
    await checkDiagnostics(`
law b(N D) = N + D
        ^ error: Something is missing between \`N\` and \`D\`, such as an operator or a comma.
law d N, D) = E
      ^ error: Expected \`=\` with a formula after \`d\`, but found \`N\`.
law f(N) = { let x = N }
                     ^ error: \`return\` with the formula is missing after \`N\`.
law g(N) = { E + N }
             ^ error: Expected \`return\` with the formula after \`{\`, but found \`E\`.
predict 1 + * 2
            ^ error: Expected a value after \`+\`, but found \`*\`.
predict chinchilla(1B 2B)
                      ^^ error: Something is missing between \`1B\` and \`2B\`, such as an operator or a comma.
fit chinchilla runs
               ^^^^ error: Expected \`to\` with the name of runs after \`chinchilla\`, but found \`runs\`.
law h(N) = E / N {
  E 0 .. 3
  ^ error: \`E\` does not begin an entry of this block. Write \`E in lower .. upper\`, \`E = value\` or \`E start value\`.
  A in 0 3
         ^ error: Expected \`..\` with the upper bound after \`0\`, but found \`3\`.
  preset { E = 3 }
  ^^^^^^ error: A text in quotes is missing after \`preset\`.
}
`);
});

test('words that begin nothing', async () => {
    await checkDiagnostics(`
foo bar
^^^ error: A statement begins with \`runs\`, \`schedule\`, \`law\`, \`fit\`, \`compare\`, \`budget\`, \`plan\` or \`predict\`, not with \`foo\`.
predict 1
budget b {
  minimise chinchilla(N, D)
  ^^^^^^^^ error: \`minimise\` does not begin an entry of this block. Did you mean \`minimize\`?
  subject to flops(N, D) <= 1e21
}
runs r from "r.csv" {
  loss
  were loss < 3
            ^ error: \`<\` does not begin an entry of this block. A condition begins with \`where\`, a formula with the name of its column and \`=\`.
}
fit chinchilla to r {
  objectiv huber
  ^^^^^^^^ error: \`objectiv\` does not begin an entry of this block. Did you mean \`objective\`?
}
`);
});

test('numbers', async () => {
    await checkDiagnostics(`
budget b {
  minimize chinchilla(N, D)
  subject to 6 * N * D <= 70b
                            ^ error: Unknown suffix \`b\`: use K, M, B, T, G or P. Did you mean \`70B\`?
  subject to 2N <= 6 D
              ^ error: \`N\` is neither a suffix (K, M, B, T, G, P) nor a unit. For a product write \`2 * N\`.
                     ^ error: \`D\` is neither a suffix (K, M, B, T, G, P) nor a unit. For a product write \`6 * D\`.
  subject to D <= 3tokens
                   ^^^^^^ error: Put a blank between number and unit: \`3 tokens\`.
  subject to N <= 1e24 flopp
                       ^^^^^ error: Unknown unit \`flopp\`. Did you mean \`FLOP\`?
}
predict 3e + 1
         ^ error: \`e\` is neither a suffix (K, M, B, T, G, P) nor a unit. For a product write \`3 * e\`.
predict 1e999
        ^^^^^ error: This number is too large: the largest is about 1.8e308.
`);
});

test('texts and comments that are not closed', async () => {
    await checkDiagnostics(`
runs r from "r.csv {
            ^^^^^^ error: This text is never closed: a \`"\` is missing.
  N = "Model
      ^^^^^^ error: This text is never closed: a \`"\` is missing.
  loss
}
/* to be done
^^^^^^^^^^^^^ error: This comment is never closed: a \`*/\` is missing.
fit chinchilla to r
`);
});

test('characters that mean nothing', async () => {
    await checkDiagnostics(`
predict 1 # a comment
          ^ error: \`#\` means nothing here. Comments begin with \`//\`.
predict 3; 
         ^ error: \`;\` means nothing here. No separator is needed between entries: leave it out.
predict 2 × 3
          ^ error: \`×\` means nothing here. Write \`*\` for a product.
predict .5
        ^ error: \`.\` means nothing here. Write numbers with a digit before the point, and \`..\` between two bounds.
budget b {
  minimize chinchilla(N, D)
  subject to flops(N, D) ≤ 1e21
                         ^ error: \`≤\` means nothing here. Write \`<=\`.
}
`);
});

test('an error in a statement keeps checks quiet that depend on it', async () => {
    await checkDiagnostics(`
law surface(N, = E + A / N
               ^ error: Expected the name of an argument after \`,\`, but found \`=\`.
fit surface to nowhere
               ^^^^^^^ error: There are no runs named \`nowhere\`. Define them: \`runs nowhere from "file.csv"\`.
predict surface(1, 2)
budget b {
  subject to surface(N, D) <=
                           ^^ error: A value is missing after \`<=\`.
}
law mine(N, D) = E + A / N + B / {
                               ^ error: A value is missing after \`/\`.
  E in 0 .. 1
  C in 0 .. 1
}
`);
});

test('powers and functions as other languages write them', async () => {
    await checkDiagnostics(`
law f(N) = E + A / N**a
                     ^ error: Powers are written \`x^y\`, not \`x**y\`.
law g(N) = pow(N, a) + sigmoid(b * N) + cosine(N)
           ^^^ error: There is no law or function named \`pow\`. Powers are written \`x^y\`.
                       ^^^^^^^ error: There is no law or function named \`sigmoid\`. It is called \`logistic\` here.
                                        ^^^^^^ error: There is no law or function named \`cosine\`.
`);
});

test('conditions and numbers as they are written elsewhere', async () => {
    await checkDiagnostics(`
budget a { minimize chinchilla(N, D) subjct to 6 * N * D <= 1e22 }
                                     ^^^^^^ error: Something is missing between \`)\` and \`subjct\`, such as an operator or a comma. Did you mean \`subject to\`?
budget b { minimize chinchilla(N, D) s.t. 6 * N * D <= 1e22 }
                                     ^ error: Something is missing between \`)\` and \`s\`, such as an operator or a comma. Did you mean \`subject to\`?
budget c { minimize chinchilla(N, D) subject to 6 * N * D = 1e22 }
                                                          ^ error: \`=\` gives no condition: write \`==\` for what is equal, \`<=\` or \`>=\` for a limit.
budget d { minimize chinchilla(N, D) subject to 6 * N * D =< 1e22 }
                                                          ^ error: \`=\` gives no condition: write \`==\` for what is equal, \`<=\` or \`>=\` for a limit.
budget e { minimize chinchilla(N, D) subject to N <= 1,000,000 }
                                                      ^ error: Numbers have no commas within: write \`1000000\` or \`1M\`, not \`1,000,000\`.
`);
});
