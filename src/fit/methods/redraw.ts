/**
 * Raw runs as they might have been, for the bootstrap of a reduction.
 *
 *  - rows: the runs of each budget are drawn with replacement; where rows belong to runs, whole runs are drawn over all
 *    budgets (Efron and Tibshirani 1993, chapter 9);
 *  - signs: sizes stay as designed and the residuals of the parabola change their sign at random (Davidson and Flachaire
 *    2008), each divided by √(1 − h), h its leverage, which makes up for the parabola having followed it (Wu 1986).
 */
import type { Random } from '../random.js';
import type { Budget } from './budgets.js';
import type { Draw } from './budgetMinimum.js';
import type { Parabola } from './parabola.js';
import type { Runs } from './reduction.js';

/** A point that a parabola passes through has no residual, and none is made up for it. */
const LARGEST_LEVERAGE = 1 - 1e-9;

export function drawRows(budgets: readonly Budget[], runs: Runs, random: Random): Draw {
    const times = new Float64Array(runs.loss.length);
    const { run } = runs;
    if (run === undefined) {
        for (const { rows } of budgets) {
            for (let i = 0; i < rows.length; i++) times[rows[random.below(rows.length)]]++;
        }
    } else {
        const rows = budgets.flatMap((budget) => budget.rows);
        const drawn = drawClusters(
            rows.map((row) => run[row]),
            random,
        );
        for (const row of rows) times[row] = drawn.get(run[row])!;
    }
    return { runs, times };
}

/** How often each of the clusters met is drawn, when as many are drawn as there are. */
export function drawClusters(clusters: Iterable<number>, random: Random): Map<number, number> {
    const times = new Map(Array.from(clusters, (cluster) => [cluster, 0]));
    const distinct = [...times.keys()];
    for (let i = 0; i < distinct.length; i++) {
        const cluster = distinct[random.below(distinct.length)];
        times.set(cluster, times.get(cluster)! + 1);
    }
    return times;
}

/** One parabola per budget. Rows of one run change their signs together. */
export function drawSigns(
    budgets: readonly Budget[],
    parabolas: readonly Parabola[],
    runs: Runs,
    random: Random,
): Draw {
    const loss = runs.loss.slice();
    const signs = new Map<number, number>();
    const signOf = (row: number): number => {
        const cluster = runs.run?.[row] ?? row;
        if (!signs.has(cluster)) signs.set(cluster, random.below(2) === 0 ? -1 : 1);
        return signs.get(cluster)!;
    };
    budgets.forEach(({ rows, logSizes }, k) => {
        const { at, leverage } = parabolas[k];
        for (const [i, row] of rows.entries()) {
            const x = logSizes[i];
            const follows = Math.min(leverage(x), LARGEST_LEVERAGE);
            loss[row] = at(x) + (signOf(row) * (runs.loss[row] - at(x))) / Math.sqrt(1 - follows);
        }
    });
    return { runs: { ...runs, loss }, times: new Float64Array(loss.length).fill(1) };
}
