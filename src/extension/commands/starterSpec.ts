/** What *New Spec* opens without a CSV file: a budget planned from a published law, and where one's own runs go. */
export const STARTER_SPEC = `/// A published law plans a budget before any run exists.
law loss = chinchilla with "Hoffmann 2022"

budget next {
  minimize loss(N, D)
  subject to 6 * N * D <= 1e23 FLOP
}

// Runs of your own go into a table, and a fit to them takes the place of the published constants:
//
//   runs mine {
//     | N    | D    | loss  |
//     | 70M  | 1.4B | 3.562 |
//   }
//   law surface = chinchilla
//   fit surface to mine
`;
