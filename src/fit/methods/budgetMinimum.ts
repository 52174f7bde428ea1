/**
 * The size that reaches the lowest loss at one budget: the vertex of a parabola of the loss in ln N (Hoffmann et al.
 * 2022, approach 2), or the lowest point of an Akima curve of ln loss in ln N (Porian et al. 2024).
 *
 * The parabola is of the loss and not of its logarithm: along a budget E + A/N^α + B/D^β is E + P·e^(−αx) + R·e^(βx),
 * x = ln(N/N*), so that on grids of one shape a parabola of the loss is off by the same factor at every budget, and the
 * exponent of N* remains right; one of ln loss is off by a factor that changes with E's share of the loss.
 */
import { gather } from '../chosenRows.js';
import { akimaMinimum } from './akima.js';
import type { Budget } from './budgets.js';
import { fitParabola } from './parabola.js';
import type { Parabola } from './parabola.js';
import type { Runs } from './reduction.js';

export type Interpolation = 'parabola' | 'akima';

export type BudgetStatus = 'used' | 'no-budget' | 'too-few-sizes' | 'opens-downwards' | 'edge-minimum';

export interface BudgetMinimum {
    readonly status: BudgetStatus;
    /** N*, D* and the loss there; null where the budget is refused, D* also where no tokens are known. */
    readonly size: number | null;
    readonly tokens: number | null;
    readonly loss: number | null;
    /** Null with Akima's curve, and where there are too few sizes. */
    readonly parabola: Parabola | null;
}

/** What a budget must offer. */
export interface Demands {
    readonly sizes: number;
    /** Whether the lowest loss observed must lie between the smallest and the largest size. */
    readonly lowestInside: boolean;
}

/** Compute within a budget may spread this far, relatively. */
const WIDEST_BUDGET = 1.1;

export function findMinimum(budget: Budget, runs: Runs, interpolation: Interpolation, demands: Demands): BudgetMinimum {
    if (budget.highest > WIDEST_BUDGET * budget.lowest) return refused('no-budget');
    if (budget.sizes.length < demands.sizes) return refused('too-few-sizes');
    return interpolation === 'akima' ? lowestOfCurve(budget, runs) : vertexOfParabola(budget, runs, demands);
}

function vertexOfParabola(budget: Budget, runs: Runs, { lowestInside }: Demands): BudgetMinimum {
    const { rows, logSizes, sizes } = budget;
    const parabola = fitParabola(logSizes, gather(runs.loss, rows), new Float64Array(rows.length).fill(1));
    const { vertex, extreme, curvature } = parabola;
    if (!(curvature > 0)) return { ...refused('opens-downwards'), parabola };
    const isInside = vertex > sizes[0].logSize && vertex < sizes[sizes.length - 1].logSize;
    const lowest = sizeOfLowestLoss(sizes, runs);
    const isSeenInside = !lowestInside || (lowest > 0 && lowest < sizes.length - 1);
    return isInside && isSeenInside
        ? used(vertex, extreme, budget, parabola)
        : { ...refused('edge-minimum'), parabola };
}

/** Of several runs of one size the one of lowest loss counts, as in Porian et al. */
function lowestOfCurve(budget: Budget, { loss }: Runs): BudgetMinimum {
    const { sizes } = budget;
    const { x, y, atEdge } = akimaMinimum(
        sizes.map(({ logSize }) => logSize),
        sizes.map(({ rows }) => Math.log(Math.min(...rows.map((row) => loss[row])))),
    );
    return atEdge ? refused('edge-minimum') : used(x, Math.exp(y), budget, null);
}

/** Which of the sizes has the lowest loss observed. */
export function sizeOfLowestLoss(sizes: Budget['sizes'], { loss }: Runs): number {
    const lowest = sizes.map(({ rows }) => Math.min(...rows.map((row) => loss[row])));
    return lowest.indexOf(Math.min(...lowest));
}

function used(logSize: number, loss: number, budget: Budget, parabola: Parabola | null): BudgetMinimum {
    const tokens = Math.exp(logTokensAt(logSize, budget));
    return { status: 'used', size: Math.exp(logSize), tokens: Number.isNaN(tokens) ? null : tokens, loss, parabola };
}

/** Where the budget's curve of ln D in ln N, straight between its sizes, passes a size. */
function logTokensAt(logSize: number, { sizes }: Budget): number {
    const next = sizes.findIndex((one) => one.logSize >= logSize);
    const above = Math.max(next < 0 ? sizes.length - 1 : next, 1);
    const [a, b] = [sizes[above - 1], sizes[above]];
    return a.logTokens + ((logSize - a.logSize) * (b.logTokens - a.logTokens)) / (b.logSize - a.logSize);
}

function refused(status: BudgetStatus): BudgetMinimum {
    return { status, size: null, tokens: null, loss: null, parabola: null };
}
