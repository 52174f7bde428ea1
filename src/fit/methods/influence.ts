/**
 * What each row does to a fit: the fit without it. Refits are exact, by the local solver from the estimate and from every
 * rival optimum. How far a row moves the law as a whole is Cook's distance (Cook 1977, Technometrics 19, 15–18), in the
 * form that does not depend on how the law is written: the sum over all rows of the squared change of prediction, over
 * p·s², p being the number of parameters and s² the variance of a residual.
 */
import { findConfigurations, hasConfigurations } from '../configurations.js';
import type { Configurations } from '../configurations.js';
import { columnOf } from '../draws.js';
import { estimatesOf } from '../lawOnRows.js';
import { Pacer } from '../pacing.js';
import type { FitProblem, Objective, Patience } from '../problem.js';
import { median } from '../quantiles.js';
import type { Draws, FitResult } from '../result.js';
import { repeat } from '../sample.js';
import type { Sample } from '../sample.js';
import { OPERATIONS_OF_A_REFIT } from '../refit.js';
import { createRefitter } from './refitter.js';
import type { Refitter } from './refitter.js';
import { suspicionOf } from './suspicion.js';

export interface RowInfluence {
    readonly row: number;
    /** The estimates without the row, of all parameters; null where the other rows do not give any. */
    readonly parameters: Float64Array | null;
    /** By how much they differ from those with it, also in standard errors; null where that is not known. */
    readonly change: readonly (number | null)[];
    readonly changeInErrors: readonly (number | null)[];
    /** Cook's distance; null without a refit, and where the law leaves no residuals. */
    readonly distance: number | null;
}

export interface InfluenceReport {
    /** The rows left out in turn, by ascending number. */
    readonly rows: readonly RowInfluence[];
    /** What was not done, and why; null where every row was left out in turn. */
    readonly message: string | null;
}

/** Up to so many rows each is left out in turn; of more, the most suspicious. */
const ALL_ROWS = 2000;
const SUSPICIOUS_ROWS = 200;

/**
 * @param fitted the result of `fit(problem)`
 * @throws whatever `patience.pause` throws, to cancel
 */
export async function influenceOfRows(
    problem: FitProblem,
    fitted: FitResult,
    patience: Patience,
): Promise<InfluenceReport> {
    const total = problem.target.length;
    const hasEstimate = fitted.parameters.every(({ estimate }) => estimate !== null);
    if (!hasEstimate || fitted.parameters.every(({ status }) => status === 'pinned')) {
        return { rows: [], message: 'Nothing was estimated, so no row has an influence.' };
    }
    const chosen = Math.min(total, total > ALL_ROWS ? SUSPICIOUS_ROWS : ALL_ROWS);
    const pacer = new Pacer(patience, chosen);
    const refitter = await createRefitter(problem, fitted, pacer);
    const leaveOneOut = new LeaveOneOut(problem, fitted, refitter);
    const candidates = chosen < total ? await mostSuspicious(refitter, problem, chosen) : [...problem.target.keys()];
    const rows: RowInfluence[] = [];
    for (const row of candidates) {
        if (pacer.isOutOfTime) break;
        rows.push(await leaveOneOut.without(row));
        pacer.advance();
        const pause = pacer.spend(OPERATIONS_OF_A_REFIT + total);
        if (pause !== undefined) await pause;
    }
    return { rows, message: messageOn(rows.length, chosen, total) };
}

export interface QuantityInfluence {
    readonly row: number;
    /** The quantity without the row, and by how much it differs; null where it cannot be computed. */
    readonly value: number | null;
    readonly change: number | null;
    /** The change over the size of the quantity with the row. */
    readonly relativeChange: number | null;
}

/** What each row does to a quantity that follows from the parameters: N* at some compute, say. */
export function influenceOn(
    { rows }: InfluenceReport,
    fitted: FitResult,
    quantity: (parameters: Float64Array) => number | null,
): QuantityInfluence[] {
    const computable = (parameters: Float64Array | null): number | null => {
        const value = parameters && quantity(parameters);
        return value !== null && Number.isFinite(value) ? value : null;
    };
    const whole = computable(estimatesOf(fitted.parameters));
    return rows.map(({ row, parameters }) => {
        const value = computable(parameters);
        const change = value !== null && whole !== null ? value - whole : null;
        return { row, value, change, relativeChange: change !== null && whole ? change / Math.abs(whole) : null };
    });
}

function messageOn(done: number, chosen: number, total: number): string | null {
    if (done < chosen) return `The time allowed ran out: ${done} of ${total} rows were left out in turn.`;
    if (chosen === total) return null;
    return `Of ${total} rows only the ${chosen} that pull hardest at the fit, by residual and leverage, were left out in turn.`;
}

async function mostSuspicious(refitter: Refitter, { objective }: FitProblem, count: number): Promise<number[]> {
    const suspicion = await suspicionOf(refitter, objective);
    const order = [...suspicion.keys()].sort((a, b) => suspicion[b] - suspicion[a]);
    return order.slice(0, count).sort((a, b) => a - b);
}

/** The fit without one row, and how it differs from the fit with it. */
class LeaveOneOut {
    private readonly predicted: Float64Array;
    private readonly variance: number;
    private readonly configurations: Configurations;

    constructor(
        { columns, objective }: FitProblem,
        private readonly fitted: FitResult,
        private readonly refitter: Refitter,
    ) {
        const { criterion, sample, estimate } = refitter;
        this.predicted = criterion.predictInScale(sample, estimate);
        this.variance = residualVariance(sample, criterion.residuals(sample, estimate), objective, criterion.size);
        this.configurations = findConfigurations(columns, sample.rows);
    }

    async without(row: number): Promise<RowInfluence> {
        const { criterion, sample, refit, complete } = this.refitter;
        const times = new Float64Array(sample.rows).fill(1);
        times[row] = 0;
        const isEnough = hasConfigurations(this.configurations, times, criterion.size);
        const end = isEnough ? await refit(repeat(sample, times)) : null;
        const parameters = end && complete(end.parameters);
        const change = this.fitted.parameters.map(({ estimate }, j) => parameters && parameters[j] - estimate!);
        return {
            row,
            parameters,
            change,
            changeInErrors: change.map((value, j) => (value !== null ? inErrors(value, this.fitted, j) : null)),
            distance: end && this.distanceTo(end.parameters),
        };
    }

    private distanceTo(free: Float64Array): number | null {
        const { criterion, sample } = this.refitter;
        const { counts, precisions } = sample;
        const moved = criterion.predictInScale(sample, free);
        const squares = moved.reduce(
            (sum, value, i) => sum + counts[i] * (precisions[i] * (value - this.predicted[i])) ** 2,
            0,
        );
        const distance = squares / (criterion.size * this.variance);
        return Number.isFinite(distance) ? distance : null;
    }
}

/**
 * s²: the mean square with n − p degrees of freedom for least squares; else, robustly, (1.4826 · median |r|)², which the
 * rows that a robust objective is there for do not inflate.
 */
function residualVariance(
    { counts, precisions, rows }: Sample,
    residuals: Float64Array,
    objective: Objective,
    size: number,
): number {
    const standardised = residuals.map((residual, i) => precisions[i] * residual);
    if (objective.kind !== 'squares') return (1.4826 * median(standardised.map(Math.abs))) ** 2;
    return standardised.reduce((sum, residual, i) => sum + counts[i] * residual * residual, 0) / (rows - size);
}

function inErrors(change: number, { parameters, draws }: FitResult, column: number): number | null {
    const error = parameters[column].standardError ?? (draws && standardDeviation(draws, column));
    return error !== null && error > 0 ? change / error : null;
}

function standardDeviation(draws: Draws, column: number): number | null {
    const { count } = draws;
    const drawn = columnOf(draws, column);
    const mean = drawn.reduce((sum, value) => sum + value, 0) / count;
    return count > 1 ? Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)) : null;
}
