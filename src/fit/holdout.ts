/** How well a law foretold rows that it was not fitted to. */
import { median } from './quantiles.js';

/** Null where the law could not be computed, or the value has no logarithm or is zero. */
export interface HeldOutRow {
    readonly predicted: number | null;
    /** (ŷ − y)/|y| */
    readonly relativeError: number | null;
    /** ln ŷ − ln y */
    readonly logError: number | null;
}

/** Null where there is nothing to average. */
export interface HoldoutScores {
    readonly rows: readonly HeldOutRow[];
    /** Rows with a relative error; the others count in no mean. */
    readonly scored: number;
    /** Mean |ŷ − y|/|y|, the ARE of Choshen et al. (2024, arXiv 2410.11840). */
    readonly meanRelativeError: number | null;
    readonly medianRelativeError: number | null;
    /** Mean |ln ŷ − ln y| over the rows where both are positive. */
    readonly meanLogError: number | null;
    /** Mean (ŷ − y)/|y|: positive where the law promises too much. */
    readonly bias: number | null;
}

/** @param predicted as long as `observed`; what could not be computed is NaN or infinite */
export function scoreHoldout(observed: Float64Array, predicted: Float64Array): HoldoutScores {
    const rows = Array.from(observed, (value, row) => scoreRow(value, predicted[row]));
    const relative = finite(rows.map(({ relativeError }) => relativeError));
    const logarithmic = finite(rows.map(({ logError }) => logError));
    return {
        rows,
        scored: relative.length,
        meanRelativeError: mean(relative.map(Math.abs)),
        medianRelativeError: relative.length > 0 ? median(relative.map(Math.abs)) : null,
        meanLogError: mean(logarithmic.map(Math.abs)),
        bias: mean(relative),
    };
}

function scoreRow(observed: number, predicted: number): HeldOutRow {
    if (!Number.isFinite(predicted)) return { predicted: null, relativeError: null, logError: null };
    return {
        predicted,
        relativeError: finiteOrNull((predicted - observed) / Math.abs(observed)),
        logError: observed > 0 && predicted > 0 ? finiteOrNull(Math.log(predicted) - Math.log(observed)) : null,
    };
}

function finiteOrNull(value: number): number | null {
    return Number.isFinite(value) ? value : null;
}

function finite(values: readonly (number | null)[]): Float64Array {
    return Float64Array.from(values.filter((value) => value !== null));
}

function mean(values: Float64Array): number | null {
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}
