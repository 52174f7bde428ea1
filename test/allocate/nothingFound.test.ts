import { describe, expect, it } from 'vitest';
import { binary, call, num } from '../../src/expression/build.js';
import { constraint, free, N, optimumOf } from './questions.js';

const logOfRest = call('log', binary('-', num(1e9), N));

describe('a search without an answer', () => {
    it('does not blame constraints for an objective that has no value where they are met', async () => {
        const optimum = await optimumOf({
            objective: logOfRest,
            variables: [free('N')],
            constraints: [constraint(N, '>=', 2e9, 'N >= 2B')],
        });
        expect(optimum).toMatchObject({ status: 'not-computable' });
        expect(optimum.message).toMatch(/^The objective cannot be computed for any values that meet the constraints/);
    });

    it('speaks of one constraint alone where there is one', async () => {
        const never = binary('+', num(1), call('abs', binary('-', call('log', N), num(3))));
        const optimum = await optimumOf({
            objective: N,
            variables: [free('N')],
            constraints: [constraint(never, '<=', 0.5, 'never')],
        });
        expect(optimum.status).toBe('infeasible');
        expect(optimum.message).toContain('`never`');
        expect(optimum.message).not.toContain('others');
    });

    it('says 0 of a side that only the end of the search keeps from it', async () => {
        const optimum = await optimumOf({
            variables: [free('N')],
            objective: N,
            constraints: [constraint(N, '<=', 0, 'N <= 0')],
        });
        expect(optimum.message).toBe(
            '`N <= 0` cannot be met: the smallest possible left side is 0 (only neared, never reached), the right side is 0.',
        );
    });

    it('names a limit once that is written twice', async () => {
        const twice = [constraint(N, '<=', 1e9, 'N <= 1B'), constraint(N, '<=', 1e9, 'N <= 1B')];
        const optimum = await optimumOf({
            sense: 'maximize',
            objective: N,
            variables: [free('N')],
            constraints: twice,
        });
        expect(optimum.message).toBe('Limited by `N <= 1B`.');
    });
});
