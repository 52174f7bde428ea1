import { describe, expect, it } from 'vitest';
import { binary, name, num } from '../../../src/expression/build.js';
import { constraint, D, free, N, optimumOf, product, surface, total, compute } from '../questions.js';

describe('an objective that improves without end', () => {
    it('is found where no local search comes to rest, with the variable and the direction', async () => {
        for (const sense of ['minimize', 'maximize'] as const) {
            const objective = sense === 'minimize' ? binary('-', N, D) : binary('-', D, N);
            const optimum = await optimumOf({ sense, objective });
            expect(optimum.status).toBe('unbounded');
            expect(optimum.message).toMatch(
                /^Nothing limits D( and N)?: the objective keeps improving as (it grows|they grow or shrink)\./,
            );
        }
    });

    it('grows away from a point where it is flat by its size alone', async () => {
        const objective = binary('-', binary('/', num(1), N), D);
        const optimum = await optimumOf({ objective, variables: [free('N', 1, 10), free('D')] });
        expect(optimum.message).toContain('Add a constraint such as `subject to D <= …`.');
    });
});

describe('a variable that the objective names without depending on it', () => {
    it('may take any value', async () => {
        const objective = total(surface, product(num(0), name('K')));
        const optimum = await optimumOf({
            objective,
            variables: [free('N'), free('D'), free('K')],
            constraints: [constraint(compute, '<=', 1e22, 'C')],
        });
        expect(optimum).toMatchObject({
            status: 'optimal',
            message: 'Limited by `C`. Other values of K do equally well.',
        });
        const constant = await optimumOf({
            objective: binary('/', N, N),
            variables: [free('N')],
            constraints: [constraint(N, '>=', 3)],
        });
        expect(constant).toMatchObject({ status: 'optimal', objective: { estimate: 1 } });
        expect(constant.message).toContain('Other values of N do equally well.');
    });
});
