/** Specs that use every part of the language; the broken-edit and formatter tests run over all of them. */
import { LIBRARY } from '../../src/laws/index.js';

const TOUR = `/// The points of Hoffmann et al. 2022, figure 4.
runs chinchilla from "chinchilla.csv" {
  N    = "Model Size" in params  // a column, by its header
  C    = "Training FLOP"
  D    = C / (6 * N)             // derived
  loss                           // same name in the file
  where loss < 4.5 and N > 1M    // rows to keep
}

runs pilot {
  | N    | D    | loss  |
  | 70M  | 1.4B | 3.562 |
  | 160M | 3.2B | 3.118 |
}

runs log from "a.csv", "b.csv" {
  N
  series along step by run
  drop = previous(loss) - smooth(loss, 100 tokens)
  kind = if(family == "moe", 1, 0)
  where loss <= 1.1 * min(loss by N, D) and count(by run) > 3
}
runs near from log { where drop > 0 }
runs ends from near by run, N for k in {1, 10, 100} {
  loss = last(loss)
  top  = max(mean(drop^k) by run) / k
}
runs all from ends for i in 1 .. 3

law surface = chinchilla
law planned = chinchilla with "Hoffmann 2022" {
  alpha = 0.3
}
law mine(N in params, D) = E + A / N^alpha + B / D^beta with "round" {
  E in 0.5 .. 3
  alpha in 0 .. 1 = 0.3
  beta = 2 * alpha
  A start 400
  B in 0 .. inf start 400
  preset "round" { E = 2 A = 400 B = -1 * -400 alpha = 0.3 beta = 0.3 }
}
law blocked(N, D) = {
  let size = A / N^alpha
  let data = exp(-B * D) + max(1, 2, D)
  return size + data
}
law error_rate(N, D) = epsilon - k * exp(-gamma * surface(N, D = D))

fit surface to chinchilla predicting loss by family {
  objective huber(1e-3) of log
  holdout C > 1e21 or N == 7B
  bootstrap 1000 seed 7
}
fit mine to pilot {
  objective squares
  solver lm
}
fit blocked to pilot {
  influence
  objective pinball(0.1) of log
  weights N / 1B
  errors 0.01 * loss
  A by family
  holdout along C
  holdout C > 1e21
  bootstrap 100 by run wild seed 3
  intervals profile
}
fit error_rate to pilot {
  using isoflop akima(C, N, loss)
}

law precision(N, D) = {
  let size = N * product(1 - exp(-P[x] / gamma[x]) for x in {w, a, kv})
  let bits = sum(P[x] for x in {w, a, kv}) + c[1]
  return surface.E + A / size^surface.alpha + if(bits > 16 and D > 1T or N < 2, log(D), -bits)
} {
  A start 2 * surface.A
  gamma_w in 0 .. 10
  gamma_kv in -1e-3 .. 1e3
  c_1 in -inf .. 0
  gamma_a = surface.alpha
}
law trajectory(N, S) = solve(
  L == (Nc / N)^aN + sum(k[i] / (S * L)^i for i in 1 .. 3)
  for L in 0.1 .. 20
)

compare surface, mine, blocked on chinchilla predicting loss {
  objective huber(1e-3) of log
  weights N
  errors loss * 0.01
  holdout C > 1e21
  bootstrap 100 seed 3
}

budget next {
  let compute = 6 * N * D
  minimize surface(N, D)
  subject to compute <= 1e24 FLOP
  subject to D <= 15T
  N in 1B .. 1T
}

budget frontier {
  maximize 0 - surface(N, D)
  subject to 6 * N * D <= C
  for C in 1e19 FLOP .. 1e26 FLOP
}

predict surface(N = 70B, D = 1.4T)
predict planned(70B params, 1.4T tokens) / 2
predict solve(surface(n, 1T) == 2.1 for n in 1M .. 1000T) * planned.alpha
predict surface(N = 70B, D = 1.4T, family = "gpt")
`;

/** Keywords as names, comments everywhere, statements on one line. */
const ODDITIES = `/* a block
   comment */
runs runs from "a;b.csv" { to = "to" from = "from" loss where loss > 0 where to < 3 }
law law(to, in) = fit * to^-where + in /* here */ + budget {
  fit in 0 .. 1 // and here
  where = 3
}
fit law to runs predicting loss
runs series from runs by by, from for for in {1, -2} { series along along by fit to = count(by by) series }
runs weights from "b.csv" { weights errors influence on along wild using intervals compare = "x" where on > wild }
law compare(along) = influence * along + wild
law fit(along) = using * along + influence
fit compare to weights { weights weights errors errors wild by weights holdout along along holdout along > 3
  bootstrap 10 by wild wild seed 1 }
fit fit to weights { influence influence by weights intervals standard using isoflop }
compare compare, fit, law on weights predicting on { weights wild * 2 holdout on > 1 }
budget budget { minimize law(to, in) subject to to * in <= 1 }
predict law(1, 2)
law sums(for, in) = sum(for*if for for in {1,2}) + product(if [3 ]*in for if in{ - 1, 2.5 }) + law . fit
/// documents nothing
`;

/** Files of the library that differ most in what they use. */
const VARIED: ReadonlySet<string> = new Set([
    'chinchilla.scaling',
    'data-constrained.scaling',
    'kaplan-trajectory.scaling',
    'precision.scaling',
]);

export const CORPUS: readonly { readonly name: string; readonly text: string }[] = [
    { name: 'tour', text: TOUR },
    { name: 'oddities', text: ODDITIES },
    ...LIBRARY.filter(({ name }) => VARIED.has(name)),
];
