import { describe, expect, it } from 'vitest';
import { binary, name, num } from '../../../src/expression/build.js';
import { central95 } from '../../../src/fit/quantiles.js';
import type { Sensitivity } from '../../../src/allocate/result.js';
import {
    ask,
    compute,
    constantsOf,
    constraint,
    D,
    drawsAround,
    free,
    frontier,
    HOFFMANN,
    lossOf,
    N,
    optimumOf,
    product,
    relativeError,
    surface,
    type Surface,
} from '../questions.js';

function bestLoss(law: Surface, C: number): number {
    return lossOf(law, ...frontier(law, C));
}

async function sensitivities(...asked: Parameters<typeof optimumOf>): Promise<readonly Sensitivity[]> {
    return (await optimumOf(...asked)).sensitivities;
}

describe('what a limit costs', () => {
    const budget = [constraint(compute, '<=', 1e24)];

    it('is the difference of two optima along the frontier, and to first order the multiplier', async () => {
        const [{ limit, move, change, share }] = await sensitivities({ constraints: budget });
        expect([limit, move]).toEqual([0, 0.1]);
        const exact = bestLoss(HOFFMANN, 1.1e24) - bestLoss(HOFFMANN, 1e24);
        expect(relativeError(change.estimate, exact)).toBeLessThan(1e-9);
        expect(share).toBeCloseTo(exact / bestLoss(HOFFMANN, 1e24), 12);
        expect(change.interval).toBeNull();
        // The multiplier of ln 6ND <= ln C is α A N^-α = β B D^-β at the optimum (the envelope theorem).
        const [n] = frontier(HOFFMANN, 1e24);
        const multiplier = HOFFMANN.alpha * HOFFMANN.A * n ** -HOFFMANN.alpha;
        expect(relativeError(change.estimate, -multiplier * Math.log(1.1))).toBeLessThan(0.01);
    });

    it('has the interval of the closed form, draw by draw', async () => {
        const draws = drawsAround(HOFFMANN, 200, 0.05);
        const [{ change }] = await sensitivities({ constraints: budget, constants: constantsOf(HOFFMANN, draws) });
        const changes = Float64Array.from(draws, (draw) => bestLoss(draw, 1.1e24) - bestLoss(draw, 1e24));
        central95(changes).forEach((end, index) => {
            expect(relativeError(change.interval![index], end)).toBeLessThan(1e-6);
        });
    });

    it('moves a target by 1 %, where the objective changes by a larger share than the target', async () => {
        const target = bestLoss(HOFFMANN, 1e22);
        const [{ move, share }] = await sensitivities({
            objective: compute,
            constraints: [constraint(surface, '<=', target)],
        });
        expect(move).toBe(0.01);
        // The least compute for a loss: (L - E) = (L0 - E) (C/C0)^-γ with γ = αβ/(α+β).
        const { E, alpha, beta } = HOFFMANN;
        const gamma = (alpha * beta) / (alpha + beta);
        const expected = ((1.01 * target - E) / (target - E)) ** (-1 / gamma) - 1;
        expect(share!).toBeCloseTo(expected, 9);
    });

    it('moves lower limits down, and limits on the left, and knows which of an equality helps', async () => {
        const up = await sensitivities({ constraints: budget });
        const [down] = await sensitivities({
            objective: compute,
            constraints: [constraint(N, '>=', 1e10), constraint(D, '>=', 2e11)],
        });
        expect([down.move, down.share]).toEqual([-0.1, expect.closeTo(-0.1, 9)]);
        const turned = await sensitivities({ constraints: [constraint(num(1e24), '>=', compute)] });
        expect(turned[0].change.estimate).toBeCloseTo(up[0].change.estimate, 9);
        expect(turned[0].move).toBe(0.1);
        const equal = await sensitivities({ constraints: [...budget, constraint(D, '==', product(num(5), N))] });
        expect(equal.map(({ move }) => move)).toEqual([0.1, 0.1]);
        expect(equal[1].change.estimate).toBeLessThan(0);
        const more = await sensitivities({ constraints: [...budget, constraint(D, '==', product(num(500), N))] });
        expect(more[1].move).toBe(-0.1);
        expect(more[1].change.estimate).toBeLessThan(0);
    });

    it('moves bounds', async () => {
        const [n] = frontier(HOFFMANN, 1e24);
        const variables = [free('N', 0, n / 2), free('D')];
        const found = await sensitivities({ constraints: budget, variables });
        expect(found.map(({ limit, move }) => [limit, move])).toEqual([
            [0, 0.1],
            [{ name: 'N', bound: 'upper' }, 0.1],
        ]);
        const at = (size: number) => lossOf(HOFFMANN, size, 1e24 / (6 * size));
        expect(found[1].change.estimate).toBeCloseTo(at((1.1 * n) / 2) - at(n / 2), 9);
    });

    it('says nothing of a limit of zero, which has no tenth', async () => {
        const difference = binary('-', D, product(num(100), N));
        const found = await sensitivities({ constraints: [...budget, constraint(difference, '>=', 0)] });
        expect(found.map(({ limit }) => limit)).toEqual([0]);
    });

    it('is nothing for one of two limits that say the same', async () => {
        const [first] = await sensitivities({ constraints: [...budget, ...budget] });
        expect(Math.abs(first.change.estimate)).toBeLessThan(1e-12);
    });

    it('is there at each value of a sweep, with the interval of the draws', async () => {
        const draws = drawsAround(HOFFMANN, 20, 0.02);
        const { sweep } = await ask({
            constraints: [constraint(compute, '<=', name('C'))],
            constants: constantsOf(HOFFMANN, draws),
            sweep: { name: 'C', values: [1e20, 1e24] },
        });
        sweep!.forEach(
            ({
                value,
                optimum: {
                    sensitivities: [found],
                },
            }) => {
                const exact = bestLoss(HOFFMANN, 1.1 * value) - bestLoss(HOFFMANN, value);
                expect(relativeError(found.change.estimate, exact)).toBeLessThan(1e-9);
                const changes = draws.map((draw) => bestLoss(draw, 1.1 * value) - bestLoss(draw, value));
                central95(Float64Array.from(changes)).forEach((end, index) => {
                    expect(relativeError(found.change.interval![index], end)).toBeLessThan(1e-8);
                });
            },
        );
    });
});
