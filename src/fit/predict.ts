/** What a fitted law says about new runs, and how sure it is. */
import type { Expr } from '../expression/expr.js';
import { drawOf, intervalOf } from './draws.js';
import { compileLaw } from './lawOnRows.js';
import { quantile } from './quantiles.js';
import type { Draws, Interval } from './result.js';

export interface Prediction {
    /** Null where the law cannot be computed. */
    readonly estimate: number | null;
    /** Central 95 % of the law's value over the draws; null without draws, or where most draws cannot be computed. */
    readonly interval: Interval | null;
    /** The same for a new run, which scatters about the law; null where it is not known how much. */
    readonly newRun: Interval | null;
}

/** How runs scatter about a law: `FitResult.noise`, in the scale of the objective. */
export interface RunNoise {
    readonly values: Float64Array;
    readonly ofLog: boolean;
}

/** Parameters in the order of the draws' columns. */
export interface FittedParameters {
    readonly names: readonly string[];
    readonly values: ArrayLike<number>;
    readonly draws: Draws | null;
    readonly noise?: RunNoise;
}

/**
 * The law's value for given arguments at the estimate, and its interval over the draws.
 * @param law a formula of the arguments and of `fitted.names`.
 */
export function predictWithDraws(
    law: Expr,
    fitted: FittedParameters,
    argumentValues: ReadonlyMap<string, number>,
): Prediction {
    const columns = [...argumentValues.values()].map((value) => Float64Array.of(value));
    return predictRows(law, fitted, [...argumentValues.keys()], columns)[0];
}

/** The same for many runs at once: one column per argument. */
export function predictRows(
    law: Expr,
    fitted: FittedParameters,
    argumentNames: readonly string[],
    columns: readonly Float64Array[],
): Prediction[] {
    const rows = columns.length > 0 ? columns[0].length : 1;
    const valuesAt = compileLaw(law, argumentNames, fitted.names);
    const estimates = valuesAt(columns, rows, fitted.values);
    const drawn = Array.from({ length: fitted.draws?.count ?? 0 }, (_, draw) =>
        valuesAt(columns, rows, drawOf(fitted.draws!, draw)),
    );
    return Array.from(estimates, (estimate, i) => {
        const ofRow = Float64Array.from(drawn, (values) => values[i]);
        return {
            estimate: Number.isFinite(estimate) ? estimate : null,
            interval: intervalOf(ofRow),
            newRun: intervalOf(withNoise(fitted.noise, ofRow)),
        };
    });
}

/** How many draws give a formula of the parameters alone no value. */
export function drawsWithoutValue(formula: Expr, { names, draws }: FittedParameters): number {
    const valueAt = compileLaw(formula, [], names);
    const all = Array.from({ length: draws?.count ?? 0 }, (_, draw) => valueAt([], 1, drawOf(draws!, draw))[0]);
    return all.filter((value) => !Number.isFinite(value)).length;
}

/** Steps by this share of the values meet all of them evenly, in whatever order they stand. */
const GOLDEN_SHARE = (Math.sqrt(5) - 1) / 2;

/** Each draw of the law disturbed by one of the values of the noise (Stine 1985, J. Am. Statist. Assoc. 80). */
function withNoise(noise: RunNoise | undefined, drawn: Float64Array): Float64Array {
    if (noise === undefined || noise.values.length === 0) return new Float64Array(0);
    const sorted = noise.values.slice().sort();
    return drawn.map((value, draw) => {
        const error = quantile(sorted, (draw * GOLDEN_SHARE) % 1);
        return noise.ofLog ? value * Math.exp(error) : value + error;
    });
}
