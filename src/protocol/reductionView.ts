/** What `using isoflop` or `using envelope` made of the runs, in the Curves panel. */
import type { AxisView } from './figures.js';
import type { NumberOrNull } from './views.js';

/** What a method made of the runs before the law was fitted to it. */
export interface ReductionView {
    readonly method: 'isoflop' | 'envelope';
    /** In a sentence. */
    readonly description: string;
    /** One per budget, or stretch of compute with the same best run. */
    readonly rows: readonly ReducedRowView[];
    /** Rows of the table that are in no budget or stretch that is used. */
    readonly unusedRuns: number;
    /** Loss against size at each budget, or against compute. */
    readonly field: FieldView;
}

export interface ReducedRowView {
    /** In FLOP; the same at both ends for a budget. */
    readonly from: number;
    readonly to: number;
    readonly size: NumberOrNull;
    readonly sizeInterval: readonly [number, number] | null;
    readonly tokens: NumberOrNull;
    readonly loss: NumberOrNull;
    readonly isUsed: boolean;
    /** What became of it. */
    readonly message: string;
    /** Of its runs. */
    readonly lines: readonly number[];
}

export interface FieldView {
    readonly x: Omit<AxisView, 'level'>;
    /** The column of losses. */
    readonly y: string;
    /** What the colours of groups mean. */
    readonly level: Omit<AxisView, 'level'>;
    /** One for each reduced row. */
    readonly groups: readonly FieldGroupView[];
    /** Runs that belong to none. */
    readonly others: FieldRowsView;
}

export interface FieldRowsView {
    readonly lines: readonly number[];
    readonly x: readonly number[];
    readonly y: readonly number[];
    /** Why a run is not used; null for one that is, or is lowest nowhere. */
    readonly reason: readonly (string | null)[];
}

export interface FieldGroupView extends FieldRowsView {
    readonly level: number;
    readonly isUsed: boolean;
    readonly curve: { readonly x: readonly number[]; readonly y: readonly number[] } | null;
    readonly minimum: {
        readonly x: number;
        readonly y: number;
        readonly interval: readonly [number, number] | null;
    } | null;
}
