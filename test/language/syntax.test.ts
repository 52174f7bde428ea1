import { describe, test } from 'vitest';
import { checkDiagnostics } from '../support/markers.js';

describe('syntax errors: one per mistake, at its place', () => {
    test('a statement that breaks off', async () => {
        await checkDiagnostics(`
fit chinchilla to
//             ^^ error: The name of runs is missing after \`to\`.
budget next {
  minimize chinchilla(N, D)
  subject to 6 * N * D <= 1e21
}
fit
// <- nothing
`);
    });
});
