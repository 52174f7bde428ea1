/** NIST's 27 problems, as lmfit and scipy use them; certified values are given to 11 digits. */
import { describe, expect, it } from 'vitest';
import { NIST_PROBLEMS, readNist } from './support/nist.js';
import { correctDigits } from './support/nistDigits.js';
import { fitLaw, objectiveOf, SQUARES } from './support/problems.js';

describe('NIST nonlinear regression', () => {
    it.for(NIST_PROBLEMS)('%s is found without a start', async (name, ctx) => {
        const problem = readNist(name) ?? ctx.skip('the shared data are absent');
        const result = await fitLaw(problem.law, problem.columns, problem.target, { objective: SQUARES });
        expect(result.stopped.code).toBe('converged');
        // Lanczos1 is exact to 14 digits: its sum of squares is the rounding of the data.
        expect(objectiveOf(result) / problem.squares).toBeCloseTo(1, name === 'Lanczos1' ? 1 : 8);
        expect(correctDigits(problem, result).parameters).toBeGreaterThanOrEqual(8);
    });

    const starts = NIST_PROBLEMS.flatMap((name) => [
        { name, start: 1 },
        { name, start: 2 },
    ]);
    it.for(starts)('$name has the certified values from start $start', async ({ name, start }, ctx) => {
        const problem = readNist(name) ?? ctx.skip('the shared data are absent');
        const specs = Object.fromEntries(
            problem.parameters.map((parameter) => [parameter.name, { start: parameter.starts[start - 1] }]),
        );
        const result = await fitLaw(problem.law, problem.columns, problem.target, { objective: SQUARES, specs });
        const digits = correctDigits(problem, result);
        expect(digits.parameters).toBeGreaterThanOrEqual(8);
        // In doubles the data of Lanczos1 determine its standard deviations to 3.4 digits, in exact arithmetic.
        expect(digits.deviations).toBeGreaterThanOrEqual(name === 'Lanczos1' ? 2.5 : 6);
    });
});
