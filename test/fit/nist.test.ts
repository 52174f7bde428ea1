/** NIST's 27 problems, as lmfit and scipy use them; certified values are given to 11 digits. */
import { describe, expect, it } from 'vitest';
import { NIST_PROBLEMS, readNist } from './support/nist.js';
import { estimatesOf, fitLaw, SQUARES, objectiveOf } from './support/problems.js';

describe('NIST nonlinear regression', () => {
    it.for(NIST_PROBLEMS)('%s is found without a start', async (name, ctx) => {
        const problem = readNist(name) ?? ctx.skip('the shared data are absent');
        const result = await fitLaw(problem.law, problem.columns, problem.target, { objective: SQUARES });
        expect(result.stopped.code).toBe('converged');
        // Lanczos1 is exact to 14 digits: its sum of squares is the rounding of the data.
        expect(objectiveOf(result) / problem.squares).toBeCloseTo(1, name === 'Lanczos1' ? 1 : 8);
    });

    // The certified values up to the symmetries of the law: NIST's starts choose among them.
    const symmetric = ['ENSO', 'Gauss1', 'Gauss2', 'Gauss3', 'Lanczos1', 'Lanczos2', 'Lanczos3', 'MGH17'];
    it.for(NIST_PROBLEMS.filter((name) => !symmetric.includes(name)))(
        '%s has the certified values',
        async (name, ctx) => {
            const problem = readNist(name) ?? ctx.skip('the shared data are absent');
            const found = estimatesOf(
                await fitLaw(problem.law, problem.columns, problem.target, { objective: SQUARES }),
            );
            for (const { name: parameter, certified } of problem.parameters) {
                expect(found[parameter] / certified).toBeCloseTo(1, 6);
            }
        },
    );
});
