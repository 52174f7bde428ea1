/**
 * Approach 2 of Hoffmann et al. (2022, arXiv 2203.15556): runs are grouped by their compute, the size of lowest loss is
 * interpolated within each group, and laws such as N* = k·C^a are fitted to those minima. A budget that does not bracket
 * its minimum tells nothing about it and is refused.
 */
import type { Random } from '../random.js';
import { BUDGET_TOLERANCE, groupIntoBudgets } from './budgets.js';
import type { Budget } from './budgets.js';
import { findMinimum, sizeOfLowestLoss } from './budgetMinimum.js';
import type { BudgetMinimum, BudgetStatus, Demands, Interpolation } from './budgetMinimum.js';
import { flop } from './flop.js';
import { isoflopWarnings } from './isoflopWarnings.js';
import { redrawing } from './redraw.js';
import type { ReducedRows, Reducer, ReductionReport, ReductionWarning, Runs } from './reduction.js';
import { findUsableRuns, unusableWarnings } from './usableRuns.js';

export interface BudgetReport {
    /** In FLOP; runs of about this compute make up the budget. */
    readonly compute: number;
    /** Rows of the table, by ascending size. */
    readonly rows: readonly number[];
    readonly status: BudgetStatus;
    /** What became of the budget, and why. */
    readonly message: string;
    /** N*, D* and the loss there; null where the budget is refused, D* also where no tokens are known. */
    readonly size: number | null;
    readonly tokens: number | null;
    readonly loss: number | null;
    /** The standard error of ln N* by the parabola's residuals; null with Akima's curve, and where none are left. */
    readonly logSizeError: number | null;
    /** ln of N* over the geometric mean of the sizes; null where the budget is refused. */
    readonly offset: number | null;
}

export interface IsoflopReport extends ReductionReport {
    readonly kind: 'isoflop';
    readonly interpolation: Interpolation;
    /** All of them, refused ones included, by ascending compute. */
    readonly budgets: readonly BudgetReport[];
}

/** Three sizes determine a parabola without telling whether it fits. */
const DEMANDS: Demands = { sizes: 4, lowestInside: true };
/** Of a resample the lowest loss may be noise. */
const DEMANDS_ON_RESAMPLES: Demands = { ...DEMANDS, lowestInside: false };

/** @param wild whether resamples change the signs of the parabolas' residuals instead of drawing noise from all */
export function reduceIsoflop(runs: Runs, interpolation: Interpolation, wild: boolean): Reducer<IsoflopReport> {
    const usable = findUsableRuns(runs, interpolation === 'akima');
    const budgets = groupIntoBudgets(runs, usable.rows);
    const minima = budgets.map((budget) => findMinimum(budget, runs, interpolation, DEMANDS));
    const reports = budgets.map((budget, k) => reportOf(budget, minima[k], runs));
    const parabolas = minima.flatMap(({ status, parabola }) => (status === 'used' && parabola ? [parabola] : []));
    const chosen = budgets.filter((_, k) => minima[k].status === 'used');
    const usedMinima = minima.filter(({ status }) => status === 'used');
    const useSigns = wild && interpolation === 'parabola';
    const { smooth, draw } = redrawing(chosen, runs, interpolation, useSigns);
    const minimaOf = (drawn: Runs): BudgetMinimum[] =>
        chosen.map((budget) => findMinimum(budget, drawn, interpolation, DEMANDS_ON_RESAMPLES));
    const smoothMinima = minimaOf(smooth);
    return {
        report: {
            kind: 'isoflop',
            interpolation,
            method: methodIn(interpolation),
            budgets: reports,
            rows: rowsOf(budgets, minima),
            unusable: usable.unusable,
            warnings: [
                ...unusableWarnings(usable.unusable, runs.loss.length),
                ...isoflopWarnings(reports, parabolas),
                ...(wild && !useSigns ? [NO_RESIDUALS] : []),
            ],
        },
        operations: 500 * runs.loss.length,
        withoutNoise: null,
        redraw: (random: Random) =>
            rowsOf(
                chosen,
                minimaOf(draw(random)).map((drawn, k) => shifted(drawn, smoothMinima[k], usedMinima[k])),
            ),
    };
}

/** By what noise changes the minimum of the smooth curve, the one observed is changed: with parabolas they are the same. */
function shifted(drawn: BudgetMinimum, smooth: BudgetMinimum, observed: BudgetMinimum): BudgetMinimum {
    if (drawn.status !== 'used' || smooth.status !== 'used') return drawn;
    const scaled = (of: (minimum: BudgetMinimum) => number | null): number | null =>
        of(drawn) === null ? null : (of(drawn)! / of(smooth)!) * of(observed)!;
    return {
        ...drawn,
        size: scaled(({ size }) => size),
        tokens: scaled(({ tokens }) => tokens),
        loss: scaled(({ loss }) => loss),
    };
}

const NO_RESIDUALS: ReductionWarning = {
    code: 'no-residuals',
    message: `Akima's curve passes through every run and leaves no residuals for a wild bootstrap: noise is drawn from all runs instead.`,
};

function methodIn(interpolation: Interpolation): string {
    const minimum =
        interpolation === 'akima' ? 'an Akima curve of log loss in log N' : 'a least-squares parabola of loss in log N';
    return `Runs whose compute differs by less than ${100 * BUDGET_TOLERANCE} % count as one budget; N* is where ${minimum} is lowest.`;
}

function rowsOf(budgets: readonly Budget[], minima: readonly BudgetMinimum[]): ReducedRows {
    const used = [...minima.keys()].filter((k) => minima[k].status === 'used');
    const column = (of: (k: number) => number | null): Float64Array => Float64Array.from(used, (k) => of(k)!);
    const hasTokens = used.every((k) => minima[k].tokens !== null);
    return {
        compute: column((k) => budgets[k].compute),
        size: column((k) => minima[k].size),
        tokens: hasTokens ? column((k) => minima[k].tokens) : new Float64Array(0),
        loss: column((k) => minima[k].loss),
    };
}

function reportOf(budget: Budget, minimum: BudgetMinimum, runs: Runs): BudgetReport {
    const { compute, lowest, highest, sizes } = budget;
    const { status, size, tokens, loss, parabola } = minimum;
    const centre = sizes.reduce((sum, { logSize }) => sum + logSize, 0) / sizes.length;
    const messages: Readonly<Record<BudgetStatus, string>> = {
        used: `The minimum lies among the ${sizes.length} sizes.`,
        'no-budget': `Compute varies from ${flop(lowest)} to ${flop(highest)} without a gap, so these runs share no budget.`,
        'too-few-sizes': `${sizes.length === 1 ? 'One size is' : `${sizes.length} sizes are`} too few to find a minimum: at least ${DEMANDS.sizes} are needed.`,
        'opens-downwards': 'The parabola opens downwards, so it has no minimum: look for outliers, or add sizes.',
        'edge-minimum': edgeMessage(budget, minimum, runs),
    };
    return {
        compute,
        rows: budget.rows,
        status,
        message: messages[status],
        size,
        tokens,
        loss,
        logSizeError: status === 'used' ? (parabola?.vertexError ?? null) : null,
        offset: size === null ? null : Math.log(size) - centre,
    };
}

function edgeMessage({ sizes }: Budget, { parabola }: BudgetMinimum, runs: Runs): string {
    const lowest = sizeOfLowestLoss(sizes, runs);
    const isInside = lowest > 0 && lowest < sizes.length - 1;
    // A parabola may have its vertex beyond the sizes although the lowest loss is seen among them.
    const isBelow = isInside ? parabola !== null && parabola.vertex < sizes[lowest].logSize : lowest === 0;
    const where = isInside ? 'The vertex of the parabola lies beyond the' : 'The loss is lowest at the';
    return `${where} ${isBelow ? 'smallest' : 'largest'} size, so the minimum is not bracketed: add ${isBelow ? 'smaller' : 'larger'} models${isInside ? ', or take `akima`' : ''}.`;
}
