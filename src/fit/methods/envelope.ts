/**
 * Approach 1 of Hoffmann et al. (2022, arXiv 2203.15556): at each of 1,500 values of compute the run of lowest loss, read
 * off training curves that are straight in ln C and ln L between their rows; laws such as N* = k·C^a are fitted to the
 * runs chosen. Where the choice falls on the smallest or the largest model that reached that compute, the optimum is not
 * bracketed, and the value is refused.
 */
import { FEWEST_CURVES } from './curveNoise.js';
import { curvesOf } from './curves.js';
import type { Curve } from './curves.js';
import { redrawnEnvelope } from './redrawnEnvelope.js';
import type { ReducedRows, Reducer, ReductionReport, ReductionWarning, Runs, UnusableRun } from './reduction.js';
import { findUsableRuns, unusableWarnings } from './usableRuns.js';

export type StretchStatus = 'used' | 'uncontested' | 'edge-minimum';

/** Neighbouring values of compute at which the same run is lowest. */
export interface Stretch {
    /** In FLOP. */
    readonly from: number;
    readonly to: number;
    /** How many of the values it covers. */
    readonly values: number;
    readonly size: number;
    /** Rows of the lowest run. */
    readonly rows: readonly number[];
    readonly status: StretchStatus;
    readonly message: string;
}

export interface EnvelopeReport extends ReductionReport {
    readonly kind: 'envelope';
    readonly stretches: readonly Stretch[];
}

/** As in Hoffmann et al. */
const VALUES = 1500;
/** A runner-up with a loss this near, relatively, might have won with other noise. */
const NEAR = 0.002;

/** @param resampling how runs will be redrawn; null where they will not */
export function reduceToEnvelope(runs: Runs, resampling: 'rows' | 'wild' | null): Reducer<EnvelopeReport> {
    const usable = findUsableRuns(runs, true);
    const all = curvesOf(runs, usable.rows);
    const curves = all.filter(isCurve);
    const unusable = [...usable.unusable, ...all.filter((one) => !isCurve(one)).flatMap(({ rows }) => rows.map(alone))];
    const compute = spread(curves, VALUES);
    const lowest = lowestOf(curves, compute);
    const envelopeOf = (some: readonly Curve[]): ReducedRows => rowsOf(some, compute, lowestOf(some, compute));
    const { withoutNoise, redraw } = redrawnEnvelope(curves, resampling, envelopeOf);
    return {
        report: {
            kind: 'envelope',
            method: `At each of ${compute.length} values of compute the ${runs.run === undefined ? 'size' : 'run'} of lowest interpolated loss is taken.`,
            rows: rowsOf(curves, compute, lowest),
            stretches: stretchesOf(curves, compute, lowest),
            unusable,
            warnings: [
                ...unusableWarnings(unusable, runs.loss.length),
                ...refusedCompute(lowest, curves),
                ...winnersCurse(lowest),
                ...(resampling !== null && withoutNoise === null ? [NO_RESIDUALS] : []),
            ],
        },
        operations: curves.length * VALUES,
        withoutNoise,
        redraw,
    };
}

function isCurve({ logCompute }: Curve): boolean {
    return logCompute.length > 1;
}

function alone(row: number): UnusableRun {
    return { row, reason: 'its run, or size, has no second value of compute to draw a curve to' };
}

const NO_RESIDUALS: ReductionWarning = {
    code: 'no-residuals',
    message: `Fewer than ${FEWEST_CURVES} training curves, or curves whose smooth surface has no envelope, do not tell how runs scatter: whole curves are drawn instead, and the intervals are rather too wide.`,
};

/** What is lowest at a value of compute. */
interface Lowest {
    /** −1 where no curve reaches. */
    curve: number;
    logLoss: number;
    /** Null where no tokens are known. */
    logTokens: number | null;
    /** The loss of the next best, in logarithms. */
    runnerUp: number;
    /** The smallest and the largest size whose curve reaches. */
    smallest: number;
    largest: number;
    /** Curves that reach. */
    reached: number;
}

/** Values of compute, evenly spread in logarithms over where there are rows. */
function spread(curves: readonly Curve[], count: number): Float64Array {
    const ends = curves.flatMap(({ logCompute }) => [logCompute[0], logCompute[logCompute.length - 1]]);
    if (ends.length === 0) return new Float64Array(0);
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    return Float64Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));
}

const NOTHING: Lowest = {
    curve: -1,
    logLoss: Infinity,
    logTokens: null,
    runnerUp: Infinity,
    smallest: Infinity,
    largest: 0,
    reached: 0,
};

function lowestOf(curves: readonly Curve[], logCompute: Float64Array): Lowest[] {
    const lowest: Lowest[] = [];
    while (lowest.length < logCompute.length) lowest.push({ ...NOTHING });
    for (const [index, curve] of curves.entries()) compete(index, curve, logCompute, lowest);
    return lowest;
}

function compete(index: number, curve: Curve, logCompute: Float64Array, lowest: readonly Lowest[]): void {
    const { logCompute: x, logLoss, logTokens, size } = curve;
    let above = 1;
    for (let k = 0; k < logCompute.length && logCompute[k] <= x[x.length - 1]; k++) {
        if (logCompute[k] < x[0]) continue;
        while (x[above] < logCompute[k]) above++;
        const share = (logCompute[k] - x[above - 1]) / (x[above] - x[above - 1]);
        const between = (y: Float64Array): number => y[above - 1] + share * (y[above] - y[above - 1]);
        const here = lowest[k];
        const value = between(logLoss);
        here.reached++;
        here.smallest = Math.min(here.smallest, size);
        here.largest = Math.max(here.largest, size);
        if (value < here.logLoss) {
            here.curve = index;
            here.runnerUp = here.logLoss;
            here.logLoss = value;
            here.logTokens = logTokens && between(logTokens);
        } else here.runnerUp = Math.min(here.runnerUp, value);
    }
}

function statusOf({ curve, smallest, largest }: Lowest, curves: readonly Curve[]): StretchStatus | null {
    if (curve < 0) return null;
    if (smallest === largest) return 'uncontested';
    const { size } = curves[curve];
    return size === smallest || size === largest ? 'edge-minimum' : 'used';
}

function rowsOf(curves: readonly Curve[], logCompute: Float64Array, lowest: readonly Lowest[]): ReducedRows {
    const used: number[] = [];
    lowest.forEach((one, k) => {
        if (statusOf(one, curves) === 'used') used.push(k);
    });
    const hasTokens = used.every((k) => lowest[k].logTokens !== null);
    const column = (of: (k: number) => number): Float64Array => {
        const values = new Float64Array(used.length);
        used.forEach((k, i) => (values[i] = of(k)));
        return values;
    };
    return {
        compute: column((k) => Math.exp(logCompute[k])),
        size: column((k) => curves[lowest[k].curve].size),
        tokens: hasTokens ? column((k) => Math.exp(lowest[k].logTokens!)) : new Float64Array(0),
        loss: column((k) => Math.exp(lowest[k].logLoss)),
        clusters: Uint32Array.from(used, (k) => lowest[k].curve),
    };
}

function stretchesOf(curves: readonly Curve[], logCompute: Float64Array, lowest: readonly Lowest[]): Stretch[] {
    const stretches: Stretch[] = [];
    let from = 0;
    for (let k = 1; k <= lowest.length; k++) {
        const status = statusOf(lowest[k - 1], curves);
        const goesOn = k < lowest.length && lowest[k].curve === lowest[k - 1].curve;
        if (goesOn && statusOf(lowest[k], curves) === status) continue;
        if (status !== null) {
            const { size, rows } = curves[lowest[k - 1].curve];
            const [first, last] = [Math.exp(logCompute[from]), Math.exp(logCompute[k - 1])];
            stretches.push({ from: first, to: last, values: k - from, size, rows, status, message: MESSAGES[status] });
        }
        from = k;
    }
    return stretches;
}

const MESSAGES: Readonly<Record<StretchStatus, string>> = {
    used: 'This run has the lowest loss, between smaller and larger ones.',
    uncontested: 'Only one size reaches this compute, so there is nothing to choose from.',
    'edge-minimum':
        'The smallest or the largest size that reaches this compute is the best, so the minimum is not bracketed.',
};

function refusedCompute(lowest: readonly Lowest[], curves: readonly Curve[]): ReductionWarning[] {
    const share = (status: StretchStatus): number =>
        Math.round((100 * lowest.filter((one) => statusOf(one, curves) === status).length) / lowest.length);
    const [uncontested, edge] = [share('uncontested'), share('edge-minimum')];
    if (!(uncontested + edge > 0)) return [];
    const message = `Of the values of compute, ${uncontested} % are left out because only one size reached them, and ${edge} % because the smallest or the largest size there is the best: train smaller models for longer, and larger ones, to compare.`;
    return [{ code: 'compute-refused', message }];
}

/** The lowest of several noisy losses is too low, and the more so the more runs are close. */
function winnersCurse(lowest: readonly Lowest[]): ReductionWarning[] {
    const contested = lowest.filter(({ reached }) => reached > 1);
    if (contested.length === 0) return [];
    const near = contested.filter(({ logLoss, runnerUp }) => runnerUp - logLoss < NEAR).length / contested.length;
    const most = contested.reduce((largest, { reached }) => Math.max(largest, reached), 0);
    const message = `The envelope takes the lowest of up to ${most} losses, so noise makes it too low and chooses among runs that are close: at ${Math.round(100 * near)} % of the values of compute the next best loses by less than ${100 * NEAR} %.`;
    return [{ code: 'winners-curse', message }];
}
