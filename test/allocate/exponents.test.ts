/** The exponents of the frontier, against the closed form of Hoffmann et al. 2022, equation 4: N* ∝ C^(β/(α+β)). */
import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/allocate/allocate.js';
import type { AllocationProblem } from '../../src/allocate/problem.js';
import { add, div, mul, name, num, pow } from '../../src/expression/build.js';
import { central95 } from '../../src/fit/quantiles.js';

const patience = { pause: () => undefined };
const names = ['E', 'A', 'B', 'alpha', 'beta'];
const VALUES = [1.69, 406.4, 410.7, 0.34, 0.28];

function frontier(draws: readonly (readonly number[])[] | null, values: readonly number[]): AllocationProblem {
    const [N, D] = ['N', 'D'].map((each) => name(each));
    const term = (scale: string, base: typeof N, exponent: string) => div(name(scale), pow(base, name(exponent)));
    return {
        sense: 'minimize',
        objective: add(add(name('E'), term('A', N, 'alpha')), term('B', D, 'beta')),
        constraints: [{ left: mul(num(6), mul(N, D)), relation: '<=', right: name('C'), text: '6 * N * D <= C' }],
        variables: ['N', 'D'].map((each) => ({ name: each, lower: 0, upper: Infinity })),
        constants: {
            names,
            values: Float64Array.from(VALUES),
            draws: draws && { count: draws.length, values: Float64Array.from(draws.flat()) },
        },
        sweep: { name: 'C', values },
    };
}

describe('the exponents of a sweep', () => {
    it('are those of the closed form, and add up to one', async () => {
        const { exponents } = await allocate(frontier(null, [1e19, 1e21, 1e23]), patience);
        expect(exponents!.map(({ name: variable, interval }) => [variable, interval])).toEqual([
            ['N', null],
            ['D', null],
        ]);
        expect(exponents![0].estimate).toBeCloseTo(0.28 / 0.62, 9);
        expect(exponents![1].estimate).toBeCloseTo(0.34 / 0.62, 9);
    });

    it('have the interval of the draws', async () => {
        const draws = Array.from({ length: 21 }, (_, draw) => [...VALUES.slice(0, 3), 0.3 + 0.002 * draw, 0.28]);
        const { exponents } = await allocate(frontier(draws, [1e20, 1e22]), patience);
        const closed = central95(Float64Array.from(draws, ([, , , alpha, beta]) => beta / (alpha + beta)));
        expect(exponents![0].interval![0]).toBeCloseTo(closed[0], 9);
        expect(exponents![0].interval![1]).toBeCloseTo(closed[1], 9);
    });

    it('are those of both ends where a limit bends the answers', async () => {
        const question = frontier(null, [1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26]);
        const straight = (await allocate(question, patience)).exponents!;
        expect(straight.map(({ ends }) => ends)).toEqual([null, null]);
        const limited = { left: name('D'), relation: '<=' as const, right: num(2e12), text: 'D <= 2T' };
        const constraints = [...question.constraints, limited];
        const bent = (await allocate({ ...question, constraints }, patience)).exponents!;
        expect(bent.map(({ ends }) => ends!.map((end) => Number(end.toFixed(6))))).toEqual([
            [Number((0.28 / 0.62).toFixed(6)), 1],
            [Number((0.34 / 0.62).toFixed(6)), 0],
        ]);
    });

    it('are not had from one solved point', async () => {
        const question = frontier(null, [1e20, 1e22]);
        const variables = [
            { name: 'N', lower: 1e9, upper: Infinity },
            { name: 'D', lower: 1e11, upper: Infinity },
        ];
        const { sweep, exponents } = await allocate({ ...question, variables }, patience);
        expect(sweep!.map(({ optimum }) => optimum.status)).toEqual(['infeasible', 'optimal']);
        expect(exponents).toBeNull();
    });
});
