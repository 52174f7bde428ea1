/** A question about the next runs as plain data. */
import type { Constants, Constraint } from '../allocate/problem.js';
import type { Expr } from '../expression/expr.js';

/** What is chosen of a run, for example its N: one of some values, or anything in a range (positive, searched in the logarithm). */
export type Axis = { readonly name: string } & (
    { readonly values: readonly number[] } | { readonly lower: number; readonly upper: number }
);

/** A design that the field knows, to compare with. */
export type KnownDesign = 'isoflop' | 'rays';

export interface PlanProblem {
    readonly axes: readonly Axis[];
    /** What a run measures without noise: a formula of the axes and of the constants. */
    readonly measured: Expr;
    /** Whether its noise, and the objective of the fit, are of the logarithm. */
    readonly ofLog: boolean;
    /** Variance of the noise of one run, in that scale. */
    readonly noise: number;
    readonly constants: Constants;
    /** What is to be known better, in each draw of the constants; NaN where it has no value. */
    readonly target: Float64Array;
    /** What each run must meet: formulas of the axes. */
    readonly limits: readonly Constraint[];
    /** What a run costs, a formula of the axes, and what all may cost together. */
    readonly total: { readonly cost: Expr; readonly limit: number } | null;
    /** So many runs are begun together; null: as many as the budget allows. */
    readonly batch: number | null;
    readonly against: readonly KnownDesign[];
    /** The axes that are the model's size N and its tokens D. */
    readonly roles: { readonly size: number; readonly tokens: number } | null;
}

/** The values of a run, in the order of the axes. */
export type Run = readonly number[];
