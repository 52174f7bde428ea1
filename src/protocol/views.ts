/** Pieces that both panels show. Numbers are plain; the panel prints them. */

/** Null where there is no number: JSON has no NaN. */
export type NumberOrNull = number | null;

export interface ParameterView {
    readonly name: string;
    readonly estimate: NumberOrNull;
    /** 95 %; an end is null where there is no limit on that side. */
    readonly interval: readonly [lower: NumberOrNull, upper: NumberOrNull] | null;
    /** `pinned`, `at its lower bound`, … ; null when simply estimated. */
    readonly note: string | null;
}

export interface MessageView {
    readonly severity: 'error' | 'warning' | 'information';
    readonly text: string;
}

export interface EstimateView {
    readonly name: string;
    readonly unit: string | null;
    readonly estimate: NumberOrNull;
    readonly lower: NumberOrNull;
    readonly upper: NumberOrNull;
}
