/**
 * Runs as another repetition of the experiment might have given them: sizes and budgets stay as designed, and the losses become
 * the smooth curve of their budget plus noise. Its errors are
 *
 *  - drawn from those of all budgets, times √(ν/χ²), as in a fit to rows that are few (`../resampling.ts`);
 *  - or (wild) each point's own with a random sign (Davidson and Flachaire 2008), times the same with the fewer degrees of
 *    freedom that the vertices have then (`trendDegrees.ts`); the points of one run share their sign, and where rows are known
 *    to belong to runs it is always done so.
 *
 * Runs themselves are not drawn: of few sizes in a budget that makes poorer designs than the one measured.
 */
import { commonDegrees } from '../contrastSums.js';
import { sizeOfNoise } from '../noise.js';
import type { Random } from '../random.js';
import type { Budget } from './budgets.js';
import type { Interpolation } from './budgetMinimum.js';
import { noiseOfBudget } from './budgetNoise.js';
import type { BudgetNoise } from './budgetNoise.js';
import type { Runs } from './reduction.js';
import { degreesOfTrend } from './trendDegrees.js';

export interface Redrawing {
    /** Without noise. */
    readonly smooth: Runs;
    draw(random: Random): Runs;
}

export function redrawing(
    budgets: readonly Budget[],
    runs: Runs,
    interpolation: Interpolation,
    wild: boolean,
): Redrawing {
    const noises = budgets.map((budget) => noiseOfBudget(budget, runs, interpolation));
    const withErrors = (errorOf: (noise: BudgetNoise, point: number) => number): Runs => {
        const loss = runs.loss.slice();
        for (const noise of noises) {
            noise.points.forEach((rows, point) => {
                const value = noise.smooth[point] + errorOf(noise, point);
                for (const row of rows) loss[row] = interpolation === 'akima' ? Math.exp(value) : value;
            });
        }
        return { ...runs, loss };
    };
    const errors = wild || runs.run !== undefined ? turnedErrors(budgets, noises, runs) : anyErrors(noises);
    return { smooth: withErrors(() => 0), draw: (random) => withErrors(errors(random)) };
}

type Errors = (random: Random) => (noise: BudgetNoise, point: number) => number;

function anyErrors(noises: readonly BudgetNoise[]): Errors {
    const all = noises.flatMap(({ typical }) => [...typical]);
    const degrees = noises.reduce((sum, noise) => sum + noise.degrees, 0);
    return (random) => {
        const size = sizeOfNoise(1 - random.uniform(), degrees);
        return () => size * all[random.below(all.length)];
    };
}

function turnedErrors(budgets: readonly Budget[], noises: readonly BudgetNoise[], { run }: Runs): Errors {
    const runOf = (row: number): number => run?.[row] ?? row;
    const rows = noises.flatMap(({ points }) => points.flat());
    const degrees = commonDegrees(trendDegrees(budgets, noises, runOf));
    return (random) => {
        const size = sizeOfNoise(1 - random.uniform(), degrees);
        const signs = new Map(rows.map((row) => [runOf(row), 1]));
        for (const one of signs.keys()) signs.set(one, random.below(2) === 0 ? -1 : 1);
        return ({ points, errors }, point) => size * signs.get(runOf(points[point][0]))! * errors[point];
    };
}

/** Of the level and the exponent of a power law through the vertices; of one budget there is no exponent. */
function trendDegrees(
    budgets: readonly Budget[],
    noises: readonly BudgetNoise[],
    runOf: (row: number) => number,
): readonly number[] {
    const vertices = noises.map(({ vertex }) => vertex);
    const runs = noises.map(({ points }) => points.map(([row]) => runOf(row)));
    const logCompute = budgets.map(({ compute }) => Math.log(compute));
    const centre = logCompute.reduce((sum, value) => sum + value, 0) / logCompute.length;
    const [level, exponent] = [logCompute.map(() => 1), logCompute.map((value) => value - centre)];
    return [level, exponent].map((factors) => degreesOfTrend(vertices, runs, factors));
}
