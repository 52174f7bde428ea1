import { expect, test } from 'vitest';
import { STARTER_SPEC } from '../../src/extension/commands/starterSpec.js';
import { buildSpec } from '../support/specs.js';

test('what New Spec opens without a CSV file checks clean', async () => {
    const { document } = await buildSpec(STARTER_SPEC);
    expect(document.diagnostics).toEqual([]);
});

test('so does it with the runs and the fit that it suggests', async () => {
    const suggested = STARTER_SPEC.replace(/^\/\/ {3}/gm, '').replace(/\| 70M.*\n/, (row) => row.repeat(6));
    const { document } = await buildSpec(suggested);
    expect(suggested).toContain('\nfit surface to mine\n');
    expect(document.diagnostics).toEqual([]);
});
