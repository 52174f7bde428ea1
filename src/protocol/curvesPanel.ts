/** What the Curves panel shows, and the messages between it and the extension. */
import type { FromPanel, ToPanel } from './panel.js';
import type { ComparisonView } from './comparisonView.js';
import type { FitView } from './fitView.js';

export type CurvesToPanel = ToPanel<CurvesView>;
export type CurvesFromPanel = FromPanel;

export interface CurvesView {
    readonly documentUri: string;
    /** For the panel's heading, for example `surface.scaling`. */
    readonly documentName: string;
    /** In the order of the text; a grouped fit gives one per group. */
    readonly figures: readonly FigureView[];
}

export type FigureView = FitView | ComparisonView;
