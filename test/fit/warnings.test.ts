/** What a fit says of itself where something is suspicious. */
import { describe, expect, it } from 'vitest';
import { arithmetic, fitLaw, SQUARES } from './support/problems.js';

describe('standard errors of the observed values', () => {
    const x = arithmetic(1, 1, 20);
    /** About a line, by 0.1 up and down. */
    const y = x.map((at, i) => 3 + 2 * at + (i % 2 === 0 ? 0.1 : -0.1));
    const saidOf = async (error: number): Promise<string[]> => {
        const errors = new Float64Array(20).fill(error);
        const { warnings } = await fitLaw('a + b * x', { x }, y, { objective: SQUARES, errors, bootstrap: null });
        return warnings.filter(({ code }) => code === 'errors-beside-residuals').map(({ message }) => message);
    };

    it('are believed where residuals are about as large', async () => {
        for (const error of [0.07, 0.1, 0.19]) expect(await saidOf(error)).toEqual([]);
    });

    it('are doubted where residuals are much larger or smaller', async () => {
        // √(Σ (0.1/0.01)²/18) = 10.5, nearly.
        expect(await saidOf(0.01)).toEqual([expect.stringMatching(/^Residuals are 1[01] times as large/)]);
        expect(await saidOf(1)).toEqual([expect.stringMatching(/^Residuals are only 0\.1[01] times as large/)]);
    });
});
