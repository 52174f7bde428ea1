/** Run tables as plain data: columns of equal length, and where each row stands in its source text. */

export interface NumberColumn {
    readonly kind: 'number';
    readonly name: string;
    /**
     * One value per row, in base terms where a unit is written (PFLOP-days are converted to FLOP), dates as years with a fraction;
     * NaN where the cell is missing or unusable (then `Table.problems` says why).
     */
    readonly values: Float64Array;
    /** The unit written beside the cells or in the header, for example `PFLOP-days`; none if unsaid. */
    readonly unit?: string;
    /** The cells are dates, the values years with a fraction. */
    readonly isDate?: true;
}

export interface TextColumn {
    readonly kind: 'text';
    readonly name: string;
    /** One text per row; empty where the cell is missing. */
    readonly values: readonly string[];
}

export type Column = NumberColumn | TextColumn;

/** A stretch of one line of the source text: zero-based line and UTF-16 columns, end exclusive. */
export interface LineSpan {
    readonly line: number;
    readonly start: number;
    readonly end: number;
}

export type TableProblemCode =
    | 'no-header'
    | 'no-rows'
    | 'doubled-column'
    | 'unnamed-column'
    | 'too-few-cells'
    | 'too-many-cells'
    | 'not-a-number'
    | 'not-a-date'
    | 'missing-value'
    | 'mixed-units'
    | 'unknown-unit'
    | 'ambiguous-comma'
    | 'malformed';

/** Something wrong in the text of a table. The row is kept; what could not be read is NaN. */
export interface TableProblem {
    readonly code: TableProblemCode;
    readonly severity: 'error' | 'warning' | 'information';
    /** What is wrong and what to do, naming the cell. */
    readonly message: string;
    readonly span: LineSpan;
    /** Zero-based index into the rows, where the problem belongs to one. */
    readonly row?: number;
    readonly column?: string;
}

export interface Table {
    readonly columns: readonly Column[];
    readonly rowCount: number;
    /** Zero-based line of each row in the source text. */
    readonly lines: Uint32Array;
    /** In the order of the text. */
    readonly problems: readonly TableProblem[];
}
