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
