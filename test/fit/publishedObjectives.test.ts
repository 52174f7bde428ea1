/** Each published objective is reached, or beaten, without a start. */
import { describe, expect, it } from 'vitest';
import { fitLaw } from './support/problems.js';
import { PUBLISHED_FITS } from './support/publishedFits.js';

/** `npm run bench` fits the multi-power law in all three sizes; here one is enough. */
const TAKES_LONG = ['multipowerlaw, 25M', 'multipowerlaw, 100M'];

describe('published objectives', () => {
    it.for([...PUBLISHED_FITS].filter(([name]) => !TAKES_LONG.includes(name)))('%s', async ([, read], ctx) => {
        const fit = read() ?? ctx.skip('the shared data are absent');
        const result = await fitLaw(fit.law, fit.columns, fit.target, fit.options);
        expect(result.stopped.code).toBe('converged');
        expect(fit.objectiveAt(result)).toBeLessThanOrEqual(fit.published + fit.rounding);
    });
});
