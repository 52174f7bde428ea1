/** A comparison of laws in the Curves panel. */
import type { CurveView, FigureBase, RowsView } from './figures.js';
import type { NumberOrNull, ParameterView } from './views.js';

export interface ComparisonView extends FigureBase {
    readonly kind: 'comparison';
    readonly heldOutRows: number;
    /** How and on what errors were measured. */
    readonly scoring: 'held-out' | 'cross-validation' | 'none';
    readonly scoredOn: string;
    /** `log`: the error is a mean |ln predicted − ln observed|. Null without errors. */
    readonly measure: 'log' | 'absolute' | 'objective' | null;
    readonly rankedBy: 'error' | 'aicc' | 'bic' | null;
    /** In the order of the statement, the null model last. */
    readonly laws: readonly ComparedLawView[];
    readonly rows: RowsView;
    /** By axis key. */
    readonly crossings: Readonly<Record<string, readonly CrossingView[]>>;
    /** Where laws cross, and what to keep in mind, in sentences. */
    readonly notes: readonly string[];
}

export interface ComparedLawView {
    readonly name: string;
    /** Whether it was added: the target as a function of compute alone. */
    readonly isNullModel: boolean;
    /** 0 for the best. */
    readonly place: number;
    readonly formula: string;
    readonly parameters: readonly ParameterView[];
    readonly freeParameters: number;
    readonly error: ScoreView;
    readonly aicc: ScoreView;
    readonly bic: ScoreView;
    readonly verdict: 'best' | 'indistinguishable' | 'worse' | 'unranked';
    /** The verdict as a sentence. */
    readonly words: string;
    /** One for each row. */
    readonly predicted: readonly NumberOrNull[];
    /** By axis key. */
    readonly curves: Readonly<Record<string, CurveView>>;
    /** Whether its curve along compute is that of the best allocation. */
    readonly isBestUse: boolean;
}

export interface ScoreView {
    readonly value: NumberOrNull;
    /** To the best of this score, and how sure it is; null for the best. */
    readonly difference: NumberOrNull;
    readonly standardError: NumberOrNull;
    /** Why there is no value; null where there is one. */
    readonly reason: string | null;
}

export interface CrossingView {
    readonly laws: readonly [first: string, second: string];
    readonly at: number;
    /** What both predict there. */
    readonly value: number;
    /** 95 %; an end is null where it lies beyond the range that was searched. */
    readonly interval: readonly [lower: NumberOrNull, upper: NumberOrNull] | null;
    /** The law that predicts less above. */
    readonly lowerBeyond: string;
}
