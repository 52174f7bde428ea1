/** The curve that a budget's minimum was read off, for drawing. */
import { gather } from '../chosenRows.js';
import { akimaSlopes, cubicBetween, valueAt } from './akima.js';
import type { Interpolation } from './budgetMinimum.js';
import { groupIntoBudgets } from './budgets.js';
import type { Budget } from './budgets.js';
import { fitParabola } from './parabola.js';
import type { Runs } from './reduction.js';

/** Loss against size, from the smallest to the largest. */
export interface BudgetCurve {
    readonly size: Float64Array;
    readonly loss: Float64Array;
}

/** Three sizes determine a parabola, and bend an Akima curve. */
const LEAST_SIZES = 3;

/**
 * The least-squares parabola of the loss in ln N, or the Akima curve of ln loss through the lowest loss of each size.
 * @param rows of `runs`, of one budget
 * @param count values of size, evenly spread in the logarithm
 * @returns null for fewer than three sizes
 */
export function budgetCurve(
    runs: Runs,
    rows: readonly number[],
    interpolation: Interpolation,
    count: number,
): BudgetCurve | null {
    const [budget] = groupIntoBudgets(runs, rows);
    if (budget === undefined || budget.sizes.length < LEAST_SIZES) return null;
    const [smallest, largest] = [budget.sizes[0].logSize, budget.sizes[budget.sizes.length - 1].logSize];
    const logSize = Float64Array.from({ length: count }, (_, k) => smallest + ((largest - smallest) * k) / (count - 1));
    const lossAt = interpolation === 'akima' ? akimaCurve(budget, runs) : parabola(budget, runs);
    return { size: logSize.map(Math.exp), loss: logSize.map(lossAt) };
}

function parabola({ rows, logSizes }: Budget, { loss }: Runs): (logSize: number) => number {
    return fitParabola(logSizes, gather(loss, rows), new Float64Array(rows.length).fill(1)).at;
}

function akimaCurve({ sizes }: Budget, { loss }: Runs): (logSize: number) => number {
    const x = sizes.map(({ logSize }) => logSize);
    const y = sizes.map(({ rows }) => Math.log(Math.min(...rows.map((row) => loss[row]))));
    const slopes = akimaSlopes(x, y);
    return (logSize) => {
        const next = x.findIndex((one) => one >= logSize);
        const k = Math.max(0, (next < 0 ? x.length - 1 : next) - 1);
        const cubic = cubicBetween(x[k + 1] - x[k], y[k], y[k + 1], slopes[k], slopes[k + 1]);
        return Math.exp(valueAt(cubic, logSize - x[k]));
    };
}
