/** Laws. */
import { test } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';

test('that call themselves', async () => {
    await checkDiagnostics(`
law a(N, D) = b(N, D)
              ^ error: \`a\` → \`b\` → \`a\`: Laws cannot be defined by each other.
law b(N, D) = a(N, D) + E
              ^ error: \`b\` → \`a\` → \`b\`: Laws cannot be defined by each other.
law c = c
        ^ error: \`c\` → \`c\`: A law cannot be defined by itself.
law d(N) = d(N / 2)
           ^ error: \`d\` → \`d\`: A law cannot be defined by itself.
law e(N) = d(N)
`);
});

test('what is not used', async () => {
    await checkDiagnostics(`
law d(N, D) = E + A / N
         ^ warning: The formula does not use the argument \`D\`.
law f(x, y) = {
  let a = x
  let b = 3
      ^ warning: \`b\` is never used.
  return a + y
}
`);
});

test('the order of lets', async () => {
    await checkDiagnostics(`
law f(x) = {
  let a = b + x
          ^ error: \`b\` is not defined before this line: a \`let\` may use those above it.
  let b = 3
  let c = c
          ^ error: \`c\` is not defined before this line: a \`let\` may use those above it.
  return a + b + c
}
`);
});

test('names', async () => {
    await checkDiagnostics(`
law exp(x) = x
    ^^^ error: \`exp\` is a function of the language: give the law another name.
law pi(x) = x
    ^^ error: \`pi\` is a constant of the language: give the law another name.
law g(x, x) = x
         ^ error: \`x\` is already an argument or a \`let\`.
law h(x) = {
  let x = 3
      ^ error: \`x\` is already an argument or a \`let\`.
  return x
}
`);
});

test('parameters', async () => {
    await checkDiagnostics(`
law h(N) = E / N {
  E in 3 .. 0.5
       ^ error: The bounds are empty: \`3\` is above the upper bound. Exchange the two.
  F in 0 .. 1
  ^ error: \`h\` has no parameter \`F\`. It has \`E\`.
  N = 3
  ^ error: \`N\` is not a parameter: it is an argument or a \`let\` of \`h\`.
  E = 4
  ^ error: \`E\` has an entry already: put bounds, value and start into one.
}
law i(N) = a * N + b + c + d + e {
  a in 0 .. 1 start 3
                    ^ error: The start \`3\` is outside the bounds \`0\` .. \`1\` of \`a\`.
  b in 3 .. 3
       ^ error: The bounds leave one value: pin it with \`b = 3\`.
  c in 0 .. 1 = 2
                ^ error: \`2\` is outside the bounds \`0\` .. \`1\` of \`c\`.
  d = sqrt(-1)
      ^^^^^^^^ error: \`sqrt(-1)\` has no value: write a number.
  e in 0 .. 1 = 0.5 start 0.1
                          ^^^ warning: \`e\` is pinned, so a start changes nothing: leave it out.
}
law j = chinchilla { gamma = 3 alpah = 2 }
                     ^^^^^ error: \`j\` has no parameter \`gamma\`. It has \`E\`, \`A\`, \`alpha\`, \`B\` and \`beta\`.
                               ^^^^^ error: \`j\` has no parameter \`alpah\`. Did you mean \`alpha\`?
law k = overtraining { C = 3 }
                       ^ error: \`C\` is not a parameter: it is an argument or a \`let\` of \`overtraining\`.
`);
});

test('presets', async () => {
    await checkDiagnostics(`
law h(N) = E / N + A with "p" {
  preset "p" { E = 1 F = 2 E = 3 }
         ^^^ error: The preset "p" gives \`A\` no value: a preset gives one to every parameter.
                     ^ error: \`h\` has no parameter \`F\`. It has \`E\` and \`A\`.
                           ^ error: \`E\` has a value already.
  preset "p" { E = 1 A = N }
         ^^^ error: There are two presets named "p".
                         ^ error: \`N\` is a name: a constant number is needed here.
}
law g(N) = E / N with "foo"
                      ^^^^^ error: \`g\` has no preset "foo". It has none: add \`preset "foo" { … }\` to its block.
law i(N) = E / N with "q" {
                      ^^^ error: \`i\` has no preset "q". It has \`qq\`.
  preset "qq" { E = 1 }
}
law k = chinchilla with "Hofmann 2022"
                        ^^^^^^^^^^^^^^ error: \`k\` has no preset "Hofmann 2022". Did you mean \`Hoffmann 2022\`?
law l = chinchilla with "Hoffmann 2022"
law m = l with "Besiroglu 2024"
`);
});

test('ranges of presets', async () => {
    await checkDiagnostics(`
law f(N in params, D in tokens) = E + A / N + B / D {
  preset "p" {
    E = 1 A = 2 B = 3
    N in 70M .. 16B
    M in 1 .. 2
    ^ error: \`M\` is no argument of \`f\`: a range says from where to where an argument went.
    D in 5B .. 1B
         ^^ error: The bounds are empty: \`5B\` is above the upper bound. Exchange the two.
    N in 1 .. 2
    ^ error: \`N\` has a range already.
  }
  preset "q" {
    E = 1 A = 2 B = 3
    D in 1B .. 5B params
               ^^^^^^^^^ error: \`D\` is in tokens
    N in 1 .. x
              ^ error: \`x\` is a name
  }
}
`);
});
