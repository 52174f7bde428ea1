import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binary, call, name, num, select } from '../../../src/expression/build.js';
import type { Regret, RegretRange } from '../../../src/allocate/result.js';
import {
    compute,
    constantsOf,
    constraint,
    D,
    free,
    frontier,
    HOFFMANN,
    lossOf,
    N,
    optimumOf,
    product,
    relativeError,
    surface,
    total,
    valuesOf,
    type Surface,
} from '../questions.js';

const SHARE = 0.002;

function rangeOf(regret: Regret | null, variable: string): RegretRange {
    return regret!.ranges.find((range) => range.name === variable)!;
}

/** Where a function that is lower at `from` passes a level on the way to `to`, by bisection in the logarithm. */
function passes(f: (x: number) => number, level: number, from: number, to: number): number {
    let [low, high] = [Math.log(from), Math.log(to)];
    for (let step = 0; step < 100; step++) {
        const middle = (low + high) / 2;
        if (f(Math.exp(middle)) <= level) low = middle;
        else high = middle;
    }
    return Math.exp(low);
}

const surfaces: fc.Arbitrary<Surface> = fc.record({
    E: fc.double({ min: 0.5, max: 3, noNaN: true }),
    A: fc.double({ min: 50, max: 2000, noNaN: true }),
    B: fc.double({ min: 50, max: 2000, noNaN: true }),
    alpha: fc.double({ min: 0.15, max: 0.8, noNaN: true }),
    beta: fc.double({ min: 0.15, max: 0.8, noNaN: true }),
});

describe('the regret region', () => {
    it('is that of the closed form along the Chinchilla frontier', async () => {
        await fc.assert(
            fc.asyncProperty(surfaces, fc.double({ min: 18, max: 27, noNaN: true }), async (law, exponent) => {
                const C = 10 ** exponent;
                const { regret } = await optimumOf({
                    constants: constantsOf(law),
                    constraints: [constraint(compute, '<=', C)],
                });
                const [n, d] = frontier(law, C);
                const along = (size: number) => lossOf(law, size, C / (6 * size));
                const level = lossOf(law, n, d) * (1 + SHARE);
                expect(regret!.share).toBe(SHARE);
                const size = rangeOf(regret, 'N');
                for (const [end, far] of [
                    [size.lower, n / 1e5],
                    [size.upper, n * 1e5],
                ] as const) {
                    if (along(far) <= level) continue;
                    expect(end.reason).toBe('cost');
                    expect(relativeError(end.value!, passes(along, level, n, far))).toBeLessThan(1e-4);
                }
                // With the budget spent, the fewest tokens go with the most parameters.
                const tokens = rangeOf(regret, 'D');
                if (size.upper.value !== null) {
                    expect(relativeError(tokens.lower.value!, C / (6 * size.upper.value))).toBeLessThan(1e-4);
                }
            }),
            { numRuns: 60 },
        );
    });

    it('is that of a profile by brute force where a third variable is decided anew', async () => {
        const budgets = fc.double({ min: 5, max: 500, noNaN: true });
        const shares = fc.double({ min: 0.2, max: 3, noNaN: true });
        await fc.assert(
            fc.asyncProperty(budgets, shares, shares, async (limit, a, b) => {
                const [x, y, z] = ['x', 'y', 'z'].map(name);
                const over = (top: number, bottom: typeof x) => binary('/', num(top), bottom);
                const { regret, variables, objective } = await optimumOf({
                    objective: total(num(1), over(1, x), over(a, y), over(b, z)),
                    constraints: [constraint(total(x, y, product(num(2), z)), '<=', limit)],
                    variables: [free('x'), free('y'), free('z')],
                });
                // With x held, y and z share what is left: a/y² = b/2z².
                const profile = (held: number) => {
                    const rest = limit - held;
                    const weight = Math.sqrt((2 * b) / a);
                    const bestY = rest / (1 + weight);
                    return rest <= 0 ? Infinity : 1 + 1 / held + a / bestY + b / ((rest - bestY) / 2);
                };
                const at = variables[0].estimate;
                expect(relativeError(profile(at), objective!.estimate)).toBeLessThan(1e-9);
                const level = objective!.estimate * (1 + SHARE);
                const { lower, upper } = rangeOf(regret, 'x');
                expect(relativeError(lower.value!, passes(profile, level, at, at / 1e4))).toBeLessThan(1e-4);
                expect(relativeError(upper.value!, passes(profile, level, at, limit))).toBeLessThan(1e-4);
            }),
            { numRuns: 60 },
        );
    });

    it('has a stretch around another optimum that is hardly worse, too', async () => {
        const [C, gap] = [1e22, 1.1];
        const [n] = frontier(HOFFMANN, C);
        const apart = call('abs', call('log', binary('/', N, num(n))));
        const { regret, variables } = await optimumOf({
            constraints: [constraint(compute, '<=', C), constraint(apart, '>=', num(gap))],
        });
        const along = (size: number) => lossOf(HOFFMANN, size, C / (6 * size));
        const [small, large] = [n * Math.exp(-gap), n * Math.exp(gap)];
        const level = Math.min(along(small), along(large)) * (1 + SHARE);
        const [best, other] = along(small) < along(large) ? [small, large] : [large, small];
        expect(relativeError(variables[0].estimate, best)).toBeLessThan(1e-9);
        const { others, ...own } = rangeOf(regret, 'N');
        const ends = (at: number) =>
            at === small
                ? [passes(along, level, small, small / 100), small]
                : [large, passes(along, level, large, large * 100)];
        for (const [stretch, at] of [
            [own, best],
            [others[0], other],
        ] as const) {
            const [lower, upper] = ends(at);
            expect(relativeError(stretch.lower.value!, lower)).toBeLessThan(1e-4);
            expect(relativeError(stretch.upper.value!, upper)).toBeLessThan(1e-4);
        }
        expect(others).toHaveLength(1);
    });

    it('is one stretch where an optimum of another piece lies beyond a step', async () => {
        // Hours beyond 1,000 cost less: with all of the money spent there, smaller and larger models take as many.
        const hours = binary('/', compute, num(1.44e18));
        const price = select(hours, num(1000), num(2.5), num(1.5));
        const { regret } = await optimumOf({ constraints: [constraint(product(hours, price), '<=', 2000)] });
        const C = (2000 / 1.5) * 1.44e18;
        const [n] = frontier(HOFFMANN, C);
        const along = (size: number) => lossOf(HOFFMANN, size, C / (6 * size));
        const { lower, upper, others } = rangeOf(regret, 'N');
        const level = along(n) * (1 + SHARE);
        expect(relativeError(lower.value!, passes(along, level, n, n / 100))).toBeLessThan(1e-4);
        expect(relativeError(upper.value!, passes(along, level, n, n * 100))).toBeLessThan(1e-4);
        expect(others).toEqual([]);
    });

    it('goes on where only the next step of a constraint leaves room', async () => {
        // With whole billions, 5 at least: for more tokens than at the optimum the model must be a step smaller.
        const C = 1e22;
        const { regret, variables } = await optimumOf({
            constraints: [
                constraint(compute, '<=', C),
                constraint(call('floor', binary('/', N, num(1e9))), '>=', num(5)),
            ],
        });
        const [n, d] = frontier(HOFFMANN, C);
        expect(relativeError(variables[0].estimate, n)).toBeLessThan(1e-6);
        const ofTokens = (tokens: number) => lossOf(HOFFMANN, C / (6 * tokens), tokens);
        const level = ofTokens(d) * (1 + SHARE);
        const { lower, upper } = rangeOf(regret, 'D');
        expect(relativeError(lower.value!, passes(ofTokens, level, d, d / 100))).toBeLessThan(1e-4);
        const most = Math.min(passes(ofTokens, level, d, d * 100), C / (6 * 5e9));
        expect(relativeError(upper.value!, most)).toBeLessThan(1e-3);
    });

    it('has a gap where a step makes what lies between too dear', async () => {
        // Cards of 40B parameters each at 0.004: a model of 45B pays for the second one and has little of it.
        const [law, C] = [{ E: 1.8172, A: 482.01, alpha: 0.3478, B: 2085.43, beta: 0.3658 }, 1e24];
        const cards = call('ceil', binary('/', N, num(40e9)));
        const { regret } = await optimumOf({
            objective: total(surface, product(num(0.004), cards)),
            constants: constantsOf(law),
            constraints: [constraint(compute, '<=', C)],
        });
        const along = (size: number) => lossOf(law, size, C / (6 * size)) + 0.004 * Math.ceil(size / 40e9);
        const level = along(80e9) * (1 + SHARE);
        const { lower, others } = rangeOf(regret, 'N');
        expect(relativeError(lower.value!, passes(along, level, 80e9, 40.001e9))).toBeLessThan(1e-4);
        expect(relativeError(others[0].lower.value!, passes(along, level, 40e9, 10e9))).toBeLessThan(1e-4);
        expect(relativeError(others[0].upper.value!, 40e9)).toBeLessThan(1e-4);
    });

    it('ends at the bounds of the variable, and says so', async () => {
        const constraints = [constraint(compute, '<=', 1e24)];
        const wide = rangeOf((await optimumOf({ constraints })).regret, 'N');
        const [n] = frontier(HOFFMANN, 1e24);
        const variables = [free('N', n / 1.2, 1e13), free('D')];
        const { lower, upper } = rangeOf((await optimumOf({ constraints, variables })).regret, 'N');
        expect(lower).toEqual({ value: n / 1.2, reason: 'bound' });
        expect(relativeError(upper.value!, wide.upper.value!)).toBeLessThan(1e-5);
        const tight = await optimumOf({ constraints, variables: [free('N', 0, n / 1.5), free('D')] });
        expect(rangeOf(tight.regret, 'N').upper).toEqual({ value: n / 1.5, reason: 'bound' });
        expect(rangeOf(tight.regret, 'N').lower.value!).toBeLessThan(n / 1.5);
    });

    it('ends where another constraint leaves nothing, and says so', async () => {
        const [, d] = frontier(HOFFMANN, 1e24);
        const { regret } = await optimumOf({
            constraints: [constraint(compute, '==', 1e24), constraint(D, '<=', 1.05 * d)],
        });
        const { lower } = rangeOf(regret, 'N');
        expect(lower.reason).toBe('constraint');
        expect(relativeError(lower.value!, 1e24 / (6 * 1.05 * d))).toBeLessThan(1e-5);
        // Where the budget need not be spent, a smaller model is only worse.
        const loose = await optimumOf({
            constraints: [constraint(compute, '<=', 1e24), constraint(D, '<=', 1.05 * d)],
        });
        expect(rangeOf(loose.regret, 'N').lower.reason).toBe('cost');
    });

    it('has no end where the objective does not depend on the variable', async () => {
        const { regret } = await optimumOf({
            objective: total(num(5), binary('/', num(1), N), product(num(0), D)),
            constraints: [constraint(N, '<=', 10), constraint(product(N, D), '<=', 1e30)],
            variables: [free('N'), free('D', 1e-300)],
        });
        expect(rangeOf(regret, 'D').lower).toEqual({ value: null, reason: 'open' });
    });

    it('is of the size of its terms where the objective is zero', async () => {
        const distance = binary('^', call('log', binary('/', N, num(7))), num(2));
        const zero = await optimumOf({
            objective: total(distance, binary('-', D, D)),
            constraints: [constraint(D, '==', 3)],
        });
        expect(zero.regret!.share).toBeNull();
        expect(zero.regret!.amount).toBeCloseTo(SHARE * 6, 12);
        expect(rangeOf(zero.regret, 'N').upper.value!).toBeCloseTo(7 * Math.exp(Math.sqrt(SHARE * 6)), 3);
    });

    it('is of the size of the objective where that is negative, or maximised', async () => {
        const constraints = [constraint(compute, '<=', 1e22)];
        const { regret } = await optimumOf({ constraints });
        const turned = await optimumOf({ constraints, sense: 'maximize', objective: product(num(-1), surface) });
        expect(relativeError(rangeOf(turned.regret, 'N').upper.value!, rangeOf(regret, 'N').upper.value!)).toBeLessThan(
            1e-5,
        );
        expect(valuesOf(turned)[0]).toBeCloseTo(frontier(HOFFMANN, 1e22)[0], -3);
    });

    it('is no stretch where the variable is given', async () => {
        const { regret } = await optimumOf({
            constraints: [constraint(N, '==', 1e9), constraint(compute, '<=', 1e22)],
        });
        const { lower, upper } = rangeOf(regret, 'N');
        expect([lower.reason, upper.reason]).toEqual(['constraint', 'constraint']);
        expect(relativeError(lower.value!, 1e9)).toBeLessThan(1e-5);
    });
});
