/** What the panel shows of a fit or of a comparison: all that differs between them. */
import type { RowsView } from '../../protocol/figures.js';
import type { Datum, DatasetRole } from '../chart/config.js';
import type { FigureContent } from '../shell/figure.js';
import type { Place } from '../shell/frame.js';
import type { RowText } from './rowText.js';
import type { Focus } from './shown.js';

export interface PanelFigure {
    readonly main: FigureContent;
    /** Index of the row of the main chart that the editor's cursor lights. */
    readonly selected: number | null;
    /** What the cursor lights in all charts: where it stays the same, nothing is drawn anew. */
    readonly lit: string;
    readonly rows: RowsView;
    /** Rows with a place on the main chart, for the keys. */
    readonly placed: readonly Datum[];
    say(row: number): RowText;
    /** Where a point of the main chart leads that is no row. */
    placeOf(role: DatasetRole, row: number): Place | null;
    /** Smaller charts under the main one; null where there is nothing of the kind. */
    readonly field: FigureContent | null;
    readonly rolling: FigureContent | null;
    /** Where a point of the field's chart leads. */
    fieldPlaceOf(role: DatasetRole, row: number): Place | null;
    details(): readonly HTMLElement[];
    /** Wide tables stand under the charts. */
    readonly detailsBelow: boolean;
}

/** What a figure lets its user do. */
export interface FigureActions {
    reveal(place: Place): void;
    focus(change: Partial<Focus>): void;
}
