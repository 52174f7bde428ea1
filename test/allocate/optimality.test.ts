/** Answers for random laws, compared with searches that share nothing with the solver. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binary, name, num } from '../../src/expression/build.js';
import type { Expr } from '../../src/expression/expr.js';
import { createRandom } from '../../src/fit/random.js';
import { compute, constraint, D, free, N, optimumOf, product, total, valuesOf } from './questions.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const term = fc.record({ scale: between(-2, 4), p: between(0, 0.9), q: between(0, 0.9) });
const law = fc.record({
    terms: fc.array(term, { minLength: 2, maxLength: 4 }),
    alpha: between(0.1, 0.8),
    beta: between(0.1, 0.8),
    budget: between(16, 27),
});

type Law = typeof law extends fc.Arbitrary<infer T> ? T : never;

/** Σ 10^s / (N^p D^q), and a term in each of N and D alone, so that both matter. */
function formulaOf({ terms, alpha, beta }: Law): Expr {
    const power = (base: Expr, exponent: number) => binary('^', base, num(exponent));
    const mixed = terms.map(({ scale, p, q }) => binary('/', num(10 ** scale), product(power(N, p), power(D, q))));
    return total(...mixed, binary('/', num(500), power(N, alpha)), binary('/', num(500), power(D, beta)));
}

function valueOf({ terms, alpha, beta }: Law, n: number, d: number): number {
    return terms.reduce(
        (sum, { scale, p, q }) => sum + 10 ** scale / (n ** p * d ** q),
        500 / n ** alpha + 500 / d ** beta,
    );
}

/** Its budget and two limits of 1e8 and 10^12.9072 leave a triangle of a relative size of 2e-4. */
const NEARLY_FLAT: Law = {
    terms: [
        { scale: 0, p: 0, q: 0 },
        { scale: 0, p: 0, q: 0 },
    ],
    alpha: 0.1,
    beta: 0.7617704816627083,
    budget: 21.685289842435235,
};

describe('random laws', () => {
    it('have no better point on the budget line', async () => {
        await fc.assert(
            fc.asyncProperty(law, async (given) => {
                const C = 10 ** given.budget;
                const optimum = await optimumOf({
                    objective: formulaOf(given),
                    constraints: [constraint(compute, '<=', C)],
                });
                expect(optimum.status).toBe('optimal');
                const [n, d] = valuesOf(optimum);
                expect(6 * n * d).toBeLessThanOrEqual(C * (1 + 1e-9));
                const best = valueOf(given, n, d);
                for (let step = -400; step <= 400; step++) {
                    const other = n * 10 ** (step / 40);
                    expect(valueOf(given, other, C / (6 * other))).toBeGreaterThanOrEqual(best * (1 - 1e-12));
                }
                for (const nudge of [1e-4, 1e-3]) {
                    expect(valueOf(given, n * (1 - nudge), d)).toBeGreaterThan(best);
                    expect(valueOf(given, n, d * (1 - nudge))).toBeGreaterThan(best);
                }
            }),
            { numRuns: 40 },
        );
    });

    it('have no better point nearby under several constraints', async () => {
        const caps = fc.record({ mostN: between(8, 12), mostD: between(9, 13), leastRatio: between(-1, 3) });
        const random = createRandom(11);
        await fc.assert(
            fc.asyncProperty(law, caps, async (given, { mostN, mostD, leastRatio }) => {
                const C = 10 ** given.budget;
                const isFeasible = (n: number, d: number, slack = 0) =>
                    [(6 * n * d) / C, n / 10 ** mostN, d / 10 ** mostD, (10 ** leastRatio * n) / d].every(
                        (part) => part <= 1 + slack,
                    );
                const optimum = await optimumOf({
                    objective: formulaOf(given),
                    constraints: [
                        constraint(compute, '<=', C),
                        constraint(N, '<=', 10 ** mostN),
                        constraint(D, '<=', 10 ** mostD),
                        constraint(binary('-', D, product(num(10 ** leastRatio), N)), '>=', 0),
                    ],
                });
                expect(optimum.status).toBe('optimal');
                const [n, d] = valuesOf(optimum);
                expect(isFeasible(n, d, 1e-9)).toBe(true);
                const best = valueOf(given, n, d);
                for (let trial = 0; trial < 2000; trial++) {
                    const reach = 10 ** (-6 + 7 * random.uniform());
                    const [otherN, otherD] = [n, d].map(
                        (value) => value * Math.exp(reach * (2 * random.uniform() - 1)),
                    );
                    expect(isFeasible(otherN, otherD) && valueOf(given, otherN, otherD) < best * (1 - 1e-9)).toBe(
                        false,
                    );
                }
            }),
            { numRuns: 40, examples: [[NEARLY_FLAT, { mostN: 8, mostD: 12.907218100066858, leastRatio: 0 }]] },
        );
    });

    it('have the optimum of three limits that meet, nearly or exactly, in a point', async () => {
        const gap = fc.oneof(fc.constant(0), fc.tuple(between(-12, -1), fc.constantFrom(-1, 1)));
        await fc.assert(
            fc.asyncProperty(law, between(8, 12), gap, async (given, mostN, away) => {
                const C = 10 ** given.budget;
                const apart = away === 0 ? 0 : away[1] * 10 ** away[0];
                const mostD = (C / (6 * 10 ** mostN)) * Math.exp(apart);
                const optimum = await optimumOf({
                    objective: formulaOf(given),
                    constraints: [
                        constraint(compute, '<=', C),
                        constraint(N, '<=', 10 ** mostN),
                        constraint(D, '<=', mostD),
                    ],
                });
                expect(optimum.status).toBe('optimal');
                // The loss falls in both, so that the optimum is on the budget line between its ends, or in the corner below it.
                const [n, d] = valuesOf(optimum);
                const ends = [Math.min(10 ** mostN, C / (6 * mostD)), 10 ** mostN];
                const along = Array.from({ length: 101 }, (_, i) => ends[0] * (ends[1] / ends[0]) ** (i / 100));
                const losses = along.map((other) => valueOf(given, other, Math.min(mostD, C / (6 * other))));
                expect(valueOf(given, n, d)).toBeLessThanOrEqual(Math.min(...losses) * (1 + 1e-9));
                expect(Math.max((6 * n * d) / C, n / 10 ** mostN, d / mostD)).toBeLessThanOrEqual(1 + 2e-9);
            }),
            { numRuns: 100 },
        );
    });

    it('are minimised inside boxes as a fine grid says', async () => {
        // Sums of bumps in ln k, depth / (1 + ((ln k − centre) / width)²): several local optima.
        const bump = fc.record({ depth: between(0.2, 2), centre: between(1, 12), width: between(0.3, 2) });
        const k = name('k');
        await fc.assert(
            fc.asyncProperty(fc.array(bump, { minLength: 1, maxLength: 3 }), async (bumps) => {
                const lorentzian = ({ depth, centre, width }: (typeof bumps)[number]): Expr => {
                    const distance = binary(
                        '/',
                        binary('-', { kind: 'call', function: 'log', operands: [k] }, num(centre)),
                        num(width),
                    );
                    return binary('/', num(depth), binary('+', num(1), binary('^', distance, num(2))));
                };
                const optimum = await optimumOf({
                    sense: 'maximize',
                    objective: total(...bumps.map(lorentzian)),
                    variables: [free('k', 1, 1e6)],
                });
                const height = (u: number) =>
                    bumps.reduce((sum, { depth, centre, width }) => sum + depth / (1 + ((u - centre) / width) ** 2), 0);
                const grid = Array.from({ length: 5001 }, (_, i) => height((Math.log(1e6) * i) / 5000));
                expect(optimum.objective!.estimate).toBeGreaterThanOrEqual(Math.max(...grid) * (1 - 1e-9));
            }),
            { numRuns: 40 },
        );
    });
});
