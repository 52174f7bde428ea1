import { describe, expect, it } from 'vitest';
import { planRuns } from '../../src/experiment/planRuns.js';
import type { Axis, PlanProblem } from '../../src/experiment/problem.js';
import type { Plan } from '../../src/experiment/result.js';
import { createRandom } from '../../src/fit/random.js';
import { formula } from '../fit/support/formula.js';
import { PATIENT } from '../fit/support/problems.js';

const random = createRandom(5);
const COUNT = 400;

/** A straight line a + b·x known from draws; b is wanted. */
function line(changes: Partial<PlanProblem> = {}): PlanProblem {
    const draws = Array.from({ length: COUNT }, () => [3 + 0.2 * random.uniform(), 1 + 0.2 * random.uniform()]);
    return {
        axes: [{ name: 'x', lower: 0.1, upper: 10 }],
        measured: formula('a + b * x'),
        ofLog: false,
        noise: 0.01,
        constants: {
            names: ['a', 'b'],
            values: Float64Array.of(3.1, 1.1),
            draws: { count: COUNT, values: Float64Array.from(draws.flat()) },
        },
        target: Float64Array.from(draws, ([, b]) => b!),
        limits: [],
        total: null,
        batch: 1,
        against: [],
        roles: null,
        ...changes,
    };
}

async function planOf(problem: PlanProblem): Promise<Plan> {
    const result = await planRuns(problem, PATIENT);
    if ('reason' in result) throw new Error(result.message);
    return result;
}

const COST = { cost: formula('x'), limit: 8 };

describe('planned runs', () => {
    it('measure a slope at the far end, and an intercept beside it at the near one', async () => {
        const one = await planOf(line());
        expect(one.runs.map(({ values }) => values)).toEqual([[10]]);
        const axes: Axis[] = [{ name: 'x', values: [-10, -1, 0.5, 10] }];
        const two = await planOf(line({ axes, batch: 2 }));
        expect(two.runs.map(({ values: [x] }) => x).sort()).toEqual([-10, 10]);
    });

    it('lie between the values of the grid where that is best, to within the resolution', async () => {
        // y varies most, against its noise, where x is 2: (x·e^(−x/2))² is greatest there.
        const problem = line({ measured: formula('b * x * exp(-x / 2)') });
        const { runs, resolution } = await planOf(problem);
        expect(Math.abs(Math.log(runs[0]!.values[0]! / 2))).toBeLessThan(Math.log(resolution!));
    });

    it('keep within what each and all may cost', async () => {
        const limits = [{ left: formula('x'), relation: '<=' as const, right: formula('3'), text: 'x <= 3' }];
        const { runs } = await planOf(line({ limits, total: COST, batch: 5 }));
        expect(Math.max(...runs.map(({ values: [x] }) => x!))).toBeLessThanOrEqual(3 * (1 + 1e-9));
        expect(runs.reduce((sum, { cost }) => sum + cost!, 0)).toBeLessThanOrEqual(8 * (1 + 1e-6));
    });

    it('leave less and less, the same each time they are asked for', async () => {
        const problem = line({ batch: 4 });
        const plan = await planOf(problem);
        const left = plan.runs.map(({ deviationLeft }) => deviationLeft);
        expect(left).toEqual([...left].sort((a, b) => b - a));
        expect(await planOf(problem)).toEqual(plan);
    });

    it('can be cancelled', async () => {
        const pause = () => {
            throw new Error('cancelled');
        };
        await expect(planRuns(line(), { pause })).rejects.toThrow('cancelled');
    });

    it('end without a batch where the next run is not worth its while', async () => {
        const { runs } = await planOf(line({ batch: null, total: { cost: formula('x'), limit: 1e6 } }));
        expect(runs.length).toBeGreaterThan(1);
        expect(runs.length).toBeLessThan(32);
    });

    it('narrow more the less noise there is, whatever the units', async () => {
        const leftBy = async (changes: Partial<PlanProblem>) =>
            (await planOf(line(changes))).runs.at(-1)!.deviationLeft;
        expect(await leftBy({ noise: 1e-4 })).toBeLessThan(await leftBy({ noise: 1 }));
        const inThousands = line({
            axes: [{ name: 'x', lower: 100, upper: 1e4 }],
            measured: formula('a + b * x / 1000'),
        });
        expect((await planOf(inThousands)).runs[0]!.values[0]! / 1000).toBeCloseTo(
            (await planOf(line())).runs[0]!.values[0]!,
            9,
        );
    });
});

describe('no plan', () => {
    const reasonOf = async (changes: Partial<PlanProblem>) => {
        const result = await planRuns(line(changes), PATIENT);
        return 'reason' in result ? result.reason : undefined;
    };
    const many = Array.from({ length: 100 }, (_, index) => index + 1);
    const never = { left: formula('x'), relation: '>=' as const, right: formula('100'), text: 'x >= 100' };

    it.each([
        ['no-uncertainty', { target: new Float64Array(COUNT).fill(3) }],
        ['too-many', { axes: ['x', 'y', 'z'].map((name) => ({ name, values: many })) }],
        ['none-allowed', { limits: [never] }],
        ['none-affordable', { total: { cost: formula('x'), limit: 0.01 } }],
        ['not-computable', { measured: formula('ln(0 - x) + a') }],
        ['none-informs', { measured: formula('x + 0 * a') }],
    ] as const)('%s', async (reason, changes) => {
        expect(await reasonOf(changes as Partial<PlanProblem>)).toBe(reason);
    });
});
