/** A small study that every feature has something to say about. */

/** Rows of y = 2 + 8 / N^0.5 without noise; the last one is left out. */
export const POWER = `/// Measured by hand.
runs pilot {
  | N   | loss |
  | 1   | 10 |
  | 4   | 6 |
  | 16  | 4 |
  | 64  | 3 |
  | 256 | 2.5 |
  | 400 | 9 |
  where N < 300
}

/// A power law with an offset.
law power(N in params) = E + A / N^alpha {
  E in 0 .. 5
  A in 0 .. 100
  alpha in 0 .. 2
}

fit power to pilot {
  objective squares
}

predict power(N = 1024)

budget cheapest {
  minimize N
  subject to power(N) <= 3
}
`;

export const BOOTSTRAPPED = POWER.replace('objective squares', 'objective squares\n  bootstrap 50 seed 1')
    .replace('| 6 |', '| 6.02 |')
    .replace('| 3 |', '| 2.99 |');

/** Two budgets whose losses are near parabolas in ln N, and one of two sizes, which is refused. */
export const ISOFLOPS = `runs isoflops {
  | C    | N    | loss  |
  | 1e19 | 100M | 3.212 |
  | 1e19 | 200M | 3.111 |
  | 1e19 | 400M | 3.118 |
  | 1e19 | 800M | 3.244 |
  | 1e20 | 250M | 2.832 |
  | 1e20 | 500M | 2.729 |
  | 1e20 | 1B   | 2.721 |
  | 1e20 | 2B   | 2.813 |
  | 1e21 | 1B   | 2.45  |
  | 1e21 | 2B   | 2.44  |
}

law n_opt(C in FLOP) = k * C^a

fit n_opt to isoflops predicting N {
  using isoflop
  bootstrap 20
}
`;
