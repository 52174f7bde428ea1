/** What the Allocation panel shows, and the messages between it and the extension. */
import type { FromPanel, ToPanel } from './panel.js';
import type { EstimateView, MessageView, NumberOrNull } from './views.js';
import type { MixtureView } from './mixtureView.js';
import type { PlaneView } from './planeView.js';
import type { PlanView } from './planView.js';

export type AllocationToPanel = ToPanel<AllocationView>;

export type AllocationFromPanel =
    | FromPanel
    /** Pull again as if this budget's limit were another. */
    | { readonly type: 'try-limit'; readonly budget: string; readonly limit: number }
    | { readonly type: 'write-limit'; readonly budget: string; readonly limit: number };

export interface AllocationView {
    readonly documentUri: string;
    readonly documentName: string;
    readonly budgets: readonly BudgetView[];
    readonly plans: readonly PlanView[];
}

export interface BudgetView {
    readonly name: string;
    /** Zero-based line of the statement. */
    readonly line: number;
    /** As written, for example `minimize surface(N, D)`. */
    readonly goal: string;
    readonly constraints: readonly { readonly text: string; readonly binding: boolean }[];
    readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'not-computable';
    readonly message: string;
    readonly messages: readonly MessageView[];
    readonly objective: EstimateView | null;
    readonly variables: readonly EstimateView[];
    /** The second variable per unit of the first, such as tokens per parameter; null with fewer than two. */
    readonly ratio: EstimateView | null;
    /** How flat the optimum is and what its limits cost, in sentences; what the user wrote stands in backticks. */
    readonly sentences: readonly string[];
    /** Of a sweep: what limits where, what is free, and how the variables grow. */
    readonly alongRange: readonly string[];
    readonly rivals: readonly RivalView[];
    /** The adjustable constraint: its right side is one number. Null where there is none. */
    readonly limit: LimitView | null;
    /** Null unless there are two or more variables and the question has an answer. */
    readonly plane: PlaneView | null;
    readonly sweep: SweepView | null;
    /** What is chosen from lists; null where nothing is, and for a sweep. */
    readonly choice: ChoiceView | null;
    /** How good a mixture of samples is; null for any other budget, and for a sweep. */
    readonly mixture: MixtureView | null;
}

export interface ChoiceView {
    /** `certainty`: in how many of the draws it is the best. */
    readonly chosen: readonly { readonly name: string; readonly option: string; readonly certainty: string | null }[];
    /** A header and the best combinations, best first, as text. */
    readonly ranked: readonly (readonly string[])[];
    readonly outcomes: OutcomesView | null;
}

/** What every combination costs and gives, where nothing is decided besides. */
export interface OutcomesView {
    /** What is limited, as written, with its unit. */
    readonly cost: string;
    readonly limit: number | null;
    readonly labels: readonly string[];
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly isFeasible: readonly boolean[];
    /** Indices of those that nothing cheaper equals, cheapest first. */
    readonly frontier: readonly number[];
    /** Index of the answer. */
    readonly best: number;
}

/** Another choice, judged by the budget's goal. */
export interface RivalView {
    readonly label: string;
    readonly objective: EstimateView | null;
    readonly variables: readonly EstimateView[];
    /** `0.8 % [0.6, 1.1] worse`, or why there is no answer. */
    readonly verdict: string;
    /** What it breaks, with what the same could be had; what the user wrote stands in backticks. */
    readonly remarks: readonly string[];
}

export interface LimitView {
    /** What is limited: the constraint's left side, for example `6 * N * D`. */
    readonly text: string;
    readonly unit: string | null;
    /** The value in the spec, and the one shown (they differ while the slider is moved). */
    readonly written: number;
    readonly shown: number;
    readonly smallest: number;
    readonly largest: number;
}

export interface SweepView {
    readonly name: string;
    readonly unit: string | null;
    readonly values: readonly number[];
    readonly objective: BandView & { readonly unit: string | null };
    readonly variables: readonly (BandView & { readonly name: string; readonly unit: string | null })[];
    readonly ratio: BandView | null;
    /** Of a mixture: how many samples of what; null where there is no answer. */
    readonly counts: readonly CountsView[];
    readonly status: readonly ('optimal' | 'infeasible' | 'unbounded' | 'not-computable')[];
    /** The range of the swept quantity that the fitted runs cover; null where it is not known. */
    readonly dataRange: readonly [number, number] | null;
}

export interface CountsView {
    readonly name: string;
    readonly values: readonly NumberOrNull[];
}

export interface BandView {
    readonly estimate: readonly NumberOrNull[];
    readonly lower: readonly NumberOrNull[];
    readonly upper: readonly NumberOrNull[];
}
