/** What surrounds the answer to a budget: how much other choices cost, what its limits cost, and how rivals do. */
import type { AllocationStatus, Difference, Estimate, NamedEstimate, Regret } from '../allocate/result.js';
import type { ShownUnit } from '../quantity/shownUnit.js';
import type { Range } from './report.js';

export interface DecisionReport {
    /** Null without an answer. */
    readonly regret: Regret | null;
    /** Null with fewer than two variables, and where no uncertainty is known. */
    readonly joint: JointReport | null;
    readonly sensitivities: readonly SensitivityReport[];
    /** In the order of the text. */
    readonly rivals: readonly RivalReport[];
}

/** How the first two variables vary together: an ellipse of their natural logarithms. */
export interface JointReport {
    readonly names: readonly [first: string, second: string];
    /** Standard deviations of the logarithms. */
    readonly deviations: readonly [first: number, second: number];
    /** Null where one of them does not vary. */
    readonly correlation: number | null;
}

export interface SensitivityReport {
    /** The constraint, or the bounds, as written. */
    readonly text: string;
    /** Which bound of which variable is meant; null for a constraint. */
    readonly bound: { readonly name: string; readonly bound: 'lower' | 'upper' } | null;
    /** By which share the limit is moved: 0.1 is 10 % more, −0.1 is 10 % less. */
    readonly move: number;
    /** What that changes the objective by. */
    readonly change: Difference;
    /** The change as a share of the objective; null where that is as good as zero. */
    readonly share: number | null;
}

export interface RivalReport {
    /** As written, or the condition or goal itself. */
    readonly label: string;
    /** Of the whole entry. */
    readonly range: Range;
    readonly status: AllocationStatus;
    /** Why there is no answer; empty where there is one. */
    readonly message: string;
    /** What it takes of each list that something is chosen from, by name. */
    readonly chosen: Readonly<Record<string, string>>;
    readonly variables: readonly NamedEstimate[];
    /** By the budget's own goal. */
    readonly objective: Estimate | null;
    /** By how much the objective is worse than the optimum, and that as a share of the optimum. */
    readonly excess: Difference | null;
    readonly regret: Difference | null;
    /** The constraints and bounds that it does not keep to. */
    readonly breaches: readonly {
        readonly text: string;
        readonly value: number;
        readonly allowed: number;
        readonly unit: ShownUnit | null;
    }[];
    /** The optimum is as good with so many times less of this formula; null where no one number limits the budget. */
    readonly saving: { readonly text: string; readonly ratio: number } | null;
}
