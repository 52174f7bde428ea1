import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares, symmetricEigen } from '../../src/fit/linearAlgebra.js';
import { lossOf, lossStages } from '../../src/fit/objectives.js';
import type { Objective } from '../../src/fit/problem.js';
import { central95, median, quantile } from '../../src/fit/quantiles.js';
import { createRandom } from '../../src/fit/random.js';
import { trustRegionStep } from '../../src/fit/trustRegionStep.js';

const entry = fc.double({ min: -10, max: 10, noNaN: true });
const symmetric = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.array(entry, { minLength: n * n, maxLength: n * n }).map((values) => {
        const matrix = Float64Array.from(values, (value, i) => value + values[(i % n) * n + Math.floor(i / n)]);
        return { n, matrix };
    }),
);

describe('symmetricEigen', () => {
    it('satisfies A v = λ v with orthonormal v, ascending', () => {
        fc.assert(
            fc.property(symmetric, ({ n, matrix }) => {
                const { values, vectors } = symmetricEigen(matrix, n);
                for (let k = 0; k < n; k++) {
                    if (k > 0) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]);
                    for (let i = 0; i < n; i++) {
                        let [left, product] = [0, 0];
                        for (let j = 0; j < n; j++) {
                            left += matrix[i * n + j] * vectors[j * n + k];
                            product += vectors[j * n + i] * vectors[j * n + k];
                        }
                        expect(left).toBeCloseTo(values[k] * vectors[i * n + k], 9);
                        expect(product).toBeCloseTo(i === k ? 1 : 0, 9);
                    }
                }
            }),
        );
    });
});

describe('leastSquares', () => {
    it('finds a polynomial through columns of very different size', () => {
        const x = Array.from({ length: 20 }, (_, i) => 50 * i + 1);
        const columns = [0, 1, 2, 3].map((power) => Float64Array.from(x, (v) => v ** power));
        const solution = leastSquares(
            columns,
            Float64Array.from(x, (v) => 2 - v + 3e-3 * v ** 2 - 4e-6 * v ** 3),
            20,
        );
        expect([...solution].map((c, k) => c / [2, -1, 3e-3, -4e-6][k])).toEqual(
            Array.from({ length: 4 }, () => expect.closeTo(1, 8)),
        );
    });

    it('gives 0 to what the data do not determine', () => {
        const x = Float64Array.of(1, 2, 3);
        expect([...leastSquares([x.slice(), x.slice()], x.slice(), 3)]).toEqual([expect.closeTo(1, 12), 0]);
    });
});

describe('trustRegionStep', () => {
    it('is at least as good as any other step within the radius, whatever the curvature', () => {
        const gradients = fc.array(entry, { minLength: 6, maxLength: 6 });
        fc.assert(
            fc.property(
                symmetric,
                gradients,
                gradients,
                fc.double({ min: 0.01, max: 5, noNaN: true }),
                (m, g, s, radius) => {
                    const { n, matrix } = m;
                    const gradient = Float64Array.from(g.slice(0, n));
                    fc.pre(Math.hypot(...gradient) > 1e-3);
                    const free = Array.from({ length: n }, (_, j) => j);
                    const { step } = trustRegionStep(gradient, matrix, new Float64Array(n).fill(1), free, radius);
                    const other = Float64Array.from(s.slice(0, n));
                    const scale = radius / Math.max(radius, Math.hypot(...other));
                    const model = (v: Float64Array): number =>
                        v.reduce(
                            (sum, a, i) =>
                                sum + a * (gradient[i] + 0.5 * v.reduce((r, b, j) => r + matrix[i * n + j] * b, 0)),
                            0,
                        );
                    expect(Math.hypot(...step)).toBeLessThanOrEqual(radius * 1.002);
                    const best = model(step);
                    expect(best).toBeLessThanOrEqual(model(other.map((v) => v * scale)) + 1e-2 * Math.abs(best) + 1e-9);
                },
            ),
        );
    });
});

describe('losses', () => {
    const objectives: Objective[] = [
        { kind: 'squares', ofLog: false },
        { kind: 'huber', delta: 0.3, ofLog: false },
        { kind: 'asymmetric', weight: 0.2, ofLog: false },
    ];

    it.each(objectives)('$kind has the slope and curvature of its value', (objective) => {
        const loss = lossOf(objective);
        for (const r of [-2, -0.31, -0.1, 0.05, 0.29, 1.7]) {
            const h = 1e-4;
            expect(loss.slope(r)).toBeCloseTo((loss.value(r + h) - loss.value(r - h)) / (2 * h), 7);
            expect(loss.curvature(r)).toBeCloseTo((loss.slope(r + h) - loss.slope(r - h)) / (2 * h), 7);
            expect(loss.weight(r)).toBeCloseTo(loss.slope(r) / r, 12);
        }
    });

    it('reach the objective in stages', () => {
        const lad = lossStages({ kind: 'lad', ofLog: false }, 1);
        expect(lad.at(-1)!.value(0.7)).toBeCloseTo(0.7, 8);
        const huber = lossStages({ kind: 'huber', delta: 1e-3, ofLog: true }, 1);
        expect(huber).toHaveLength(4);
        expect(huber.at(-1)!.value(0.5)).toBe(1e-3 * (0.5 - 0.5e-3));
    });
});

describe('quantiles', () => {
    it('interpolates between order statistics', () => {
        const sorted = Float64Array.of(1, 2, 3, 4);
        expect(quantile(sorted, 0)).toBe(1);
        expect(quantile(sorted, 1)).toBe(4);
        expect(quantile(sorted, 0.25)).toBe(1.75);
        expect(median(Float64Array.of(3, 1, 2))).toBe(2);
        expect(central95(Float64Array.from({ length: 41 }, (_, i) => 40 - i))).toEqual([1, 39]);
    });
});

describe('random numbers', () => {
    it('are sfc32: the published first outputs after 15 rounds differ by seed and repeat', () => {
        const first = (seed: number): number[] => Array.from({ length: 4 }, createRandom(seed).uniform);
        expect(first(1)).toEqual(first(1));
        expect(first(1)).not.toEqual(first(2));
    });

    it('are uniform', () => {
        const random = createRandom(5);
        const counts = new Float64Array(10);
        for (let i = 0; i < 100_000; i++) counts[random.below(10)]++;
        const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
        expect(chiSquare).toBeLessThan(27.9); // 99.9 % point of χ² with 9 degrees of freedom
    });
});
