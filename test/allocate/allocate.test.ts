import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/allocate/allocate.js';
import { binary, call, name, negate, num } from '../../src/expression/build.js';
import {
    ask,
    compute,
    constraint,
    D,
    free,
    frontier,
    HOFFMANN,
    lossOf,
    N,
    optimumOf,
    product,
    question,
    relativeError,
    surface,
    total,
    valuesOf,
} from './questions.js';

const k = name('k');

describe('bounds of variables', () => {
    it('are met exactly, and named', async () => {
        const optimum = await optimumOf({
            constraints: [constraint(compute, '<=', 1e24)],
            variables: [free('N', 0, 10e9), free('D', 1e9, Infinity)],
        });
        expect(optimum.atBound).toEqual([{ name: 'N', bound: 'upper' }]);
        expect(valuesOf(optimum)[0]).toBe(10e9);
    });

    it('may leave nothing to decide', async () => {
        const optimum = await optimumOf({ variables: [free('N', 70e9, 70e9), free('D', 1.4e12, 1.4e12)] });
        expect(optimum.objective!.estimate).toBeCloseTo(lossOf(HOFFMANN, 70e9, 1.4e12), 12);
        expect((await optimumOf({ variables: [], objective: num(3) })).objective!.estimate).toBe(3);
    });

    it('hold a share between 0 and 1', async () => {
        const p = name('p');
        const optimum = await optimumOf({
            sense: 'maximize',
            objective: product(p, binary('-', num(1), p)),
            variables: [free('p', 0, 1)],
        });
        expect(valuesOf(optimum)[0]).toBeCloseTo(0.5, 12);
    });
});

describe('questions of other shapes', () => {
    it('with differences in the constraints', async () => {
        const atLeast200 = constraint(binary('-', D, product(num(200), N)), '>=', 0);
        const optimum = await optimumOf({ constraints: [constraint(compute, '<=', 1e21), atLeast200] });
        const [n, d] = valuesOf(optimum);
        expect(relativeError(d, 200 * n)).toBeLessThan(1e-9);
        expect(optimum.binding).toEqual([0, 1]);
    });

    it('with constraints on logarithms, which may be negative', async () => {
        const logOfD = constraint(call('log', D), '<=', Math.log(1e11));
        const optimum = await optimumOf({ constraints: [constraint(compute, '<=', 1e24), logOfD] });
        expect(relativeError(valuesOf(optimum)[1], 1e11)).toBeLessThan(1e-9);
    });

    it('with a variable that only a constraint knows', async () => {
        const Z = name('Z');
        const optimum = await optimumOf({
            variables: [free('N'), free('D'), free('Z', 0, 1e15)],
            constraints: [constraint(compute, '<=', 1e21), constraint(Z, '>=', D)],
        });
        const [n, d, z] = valuesOf(optimum);
        expect(relativeError(n, frontier(HOFFMANN, 1e21)[0])).toBeLessThan(1e-9);
        expect(z).toBeGreaterThanOrEqual(d * (1 - 1e-9));
        expect(z).toBeLessThanOrEqual(1e15);
        expect(optimum.message).toBe('Limited by ``. Other values of Z do equally well.');
    });

    it('with an objective below zero, and several local optima', async () => {
        // f = (ln N - 3)^4 - 8 (ln N - 3)^2 + ln N / 2, lowest near ln N = 1.
        const t = binary('-', call('log', N), num(3));
        const objective = binary(
            '+',
            binary('-', binary('^', t, num(4)), product(num(8), binary('^', t, num(2)))),
            product(num(0.5), call('log', N)),
        );
        const optimum = await optimumOf({ objective, variables: [free('N')] });
        const x = Math.log(valuesOf(optimum)[0]) - 3;
        expect(4 * x ** 3 - 16 * x + 0.5).toBeCloseTo(0, 9);
        expect(x).toBeLessThan(0);
    });

    it('with a kink at the optimum', async () => {
        const objective = call('max', binary('/', num(1e9), N), binary('/', num(2e10), D));
        const constraints = [constraint(product(N, D), '<=', 1e20)];
        const [n, d] = valuesOf(await optimumOf({ objective, constraints }));
        expect(relativeError(d, 20 * n)).toBeLessThan(1e-6);
        expect(relativeError(n * d, 1e20)).toBeLessThan(1e-9);
    });

    it('with six variables', async () => {
        // min Σ a_i / x_i^α with Π x_i ≤ C: all a_i / x_i^α are equal, to (Π a_i / C^α)^(1/6).
        const names = ['a', 'b', 'c', 'd', 'e', 'f'];
        const terms = names.map((text, i) => binary('/', num(10 ** i), binary('^', name(text), num(0.3))));
        const optimum = await optimumOf({
            objective: total(...terms),
            variables: names.map((text) => free(text)),
            constraints: [constraint(product(...names.map(name)), '<=', 1e40)],
        });
        const level = (10 ** 15 / 1e40 ** 0.3) ** (1 / 6);
        valuesOf(optimum).forEach((value, i) =>
            expect(relativeError(10 ** i / value ** 0.3, level)).toBeLessThan(1e-9),
        );
    });
});

describe('an infeasible question', () => {
    it('names the constraint that cannot be met, and by how much', async () => {
        const optimum = await optimumOf({
            objective: compute,
            constraints: [constraint(surface, '<=', 1.5, 'surface(N, D) <= 1.5')],
        });
        expect(optimum.status).toBe('infeasible');
        expect(optimum.message).toBe(
            '`surface(N, D) <= 1.5` cannot be met: the smallest possible left side is 1.693 (only neared, never reached), the right side is 1.5.',
        );
        expect(optimum).toMatchObject({ objective: null, variables: [], binding: [], draws: null });
    });

    it('is infeasible at the very asymptote', async () => {
        const optimum = await optimumOf({
            objective: compute,
            constraints: [constraint(surface, '<=', HOFFMANN.E, 'floor')],
        });
        expect(optimum.message).toContain('only neared, never reached');
    });

    it('names the pair that cannot be met together', async () => {
        const optimum = await optimumOf({
            constraints: [
                constraint(surface, '<=', 2, 'surface(N, D) <= 2'),
                constraint(compute, '<=', 1e20, '6 * N * D <= 1e20'),
            ],
        });
        const best = lossOf(HOFFMANN, ...frontier(HOFFMANN, 1e20)).toPrecision(4);
        expect(optimum.message).toBe(
            `\`surface(N, D) <= 2\` and \`6 * N * D <= 1e20\` cannot be met together: under the second, the smallest possible left side is ${best}, the right side is 2.`,
        );
    });

    it('names the one that fails under all others', async () => {
        const constraints = [
            constraint(N, '<=', 1e9, 'N'),
            constraint(D, '<=', 1e9, 'D'),
            constraint(compute, '>=', 1e20, 'C'),
        ];
        const optimum = await optimumOf({ constraints });
        expect(optimum).toMatchObject({ status: 'infeasible' });
        expect(optimum.message).toContain('under them, the largest possible left side is 6e18, the right side is 1e20');
    });

    it('tells both ways in which an equality fails', async () => {
        const variables = [free('N', 1e6, 1e9), free('D', 1e6, 1e9)];
        const above = await optimumOf({ variables, constraints: [constraint(compute, '==', 1e20, 'C')] });
        expect(above.message).toContain('the largest possible left side is 6e18, the right side is 1e20');
        const below = await optimumOf({ variables, constraints: [constraint(compute, '==', 1, 'C')] });
        expect(below.message).toContain('the smallest possible left side is 6T, the right side is 1');
    });

    it('has bounds that leave nothing', async () => {
        const optimum = await optimumOf({ variables: [free('N', 2e9, 1e9), free('D')] });
        expect(optimum).toMatchObject({
            status: 'infeasible',
            message: 'The bounds of `N`, 2B .. 1B, leave it no positive value.',
        });
    });

    it('needs no variables', async () => {
        const optimum = await optimumOf({
            variables: [],
            objective: num(1),
            constraints: [constraint(num(3), '<=', 2, '3 <= 2')],
        });
        expect(optimum.status).toBe('infeasible');
    });
});

describe('an unbounded question', () => {
    it('names the variables that nothing limits', async () => {
        const optimum = await optimumOf({});
        expect(optimum.status).toBe('unbounded');
        expect(optimum.message).toMatch(
            /^Nothing limits (N and D|D and N): the objective keeps improving as they grow\./,
        );
        expect(optimum.message).toMatch(/`subject to (N \* D|D \* N) <= …`/);
        expect(optimum.objective).toBeNull();
    });

    it('counts a vanishing improvement as unbounded', async () => {
        const optimum = await optimumOf({ constraints: [constraint(D, '<=', 15e12)] });
        expect(optimum.message).toContain(
            'Nothing limits N: the objective keeps improving as it grows. Add a constraint such as `subject to N <= …`.',
        );
        const saturating = binary('-', num(1), call('exp', negate(binary('/', k, num(100)))));
        const plateau = await optimumOf({ sense: 'maximize', objective: saturating, variables: [free('k')] });
        expect(plateau.status).toBe('unbounded');
    });

    it('says so of what shrinks', async () => {
        const optimum = await optimumOf({ objective: compute });
        expect(optimum.message).toMatch(/as (it shrinks|they shrink)\./);
    });
});

describe('a question that cannot be computed', () => {
    it('says so', async () => {
        const optimum = await optimumOf({ objective: call('log', negate(N)) });
        expect(optimum).toMatchObject({ status: 'not-computable', objective: null });
    });
});

describe('a question with many equally good answers', () => {
    it('is not unbounded where a law has levelled off before its limit', async () => {
        const optimum = await optimumOf({
            sense: 'maximize',
            objective: call('tanh', binary('/', k, num(10))),
            variables: [free('k')],
            constraints: [constraint(k, '<=', 1e9)],
        });
        expect(optimum).toMatchObject({ status: 'optimal', objective: { estimate: 1 } });
        expect(optimum.message).toContain('Other values of k do equally well.');
    });

    it('gives one of them and says so', async () => {
        const optimum = await optimumOf({
            objective: product(N, D),
            constraints: [constraint(product(N, D), '>=', 5)],
        });
        expect(optimum.status).toBe('optimal');
        expect(optimum.objective!.estimate).toBeCloseTo(5, 9);
        expect(optimum.message).toContain('Other values of N and D do equally well.');
    });
});

describe('a sweep', () => {
    it('answers each value for itself, in the order asked', async () => {
        const values = [1e21, 1e20, 1e3];
        const { optimum, sweep } = await ask({
            variables: [free('N', 1e6), free('D', 1e6)],
            constraints: [constraint(compute, '<=', name('C'), '6 * N * D <= C')],
            sweep: { name: 'C', values },
        });
        expect(optimum).toBeNull();
        expect(sweep!.map(({ value, optimum: { status } }) => [value, status])).toEqual([
            [1e21, 'optimal'],
            [1e20, 'optimal'],
            [1e3, 'infeasible'],
        ]);
    });
});

describe('long work', () => {
    it('stops when the pause throws', async () => {
        const problem = question({
            constraints: [constraint(compute, '<=', name('C'))],
            sweep: { name: 'C', values: Array.from({ length: 50 }, (_, i) => 1e20 * (i + 1)) },
        });
        const cancelled = allocate(problem, {
            pause: (done) => (done > 2 ? Promise.reject(new Error('cancelled')) : undefined),
        });
        await expect(cancelled).rejects.toThrow('cancelled');
    });
});
