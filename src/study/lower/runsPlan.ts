/** Runs as plain data: where their rows come from, which columns they have, and which rows are kept. */
import type { Expr } from '../../expression/expr.js';
import type { Aggregate, SeriesFunction } from '../../language/rowFunctions.js';
import type { Dimension } from '../../quantity/dimension.js';
import type { Range } from '../report.js';

export interface RunsPlan {
    readonly name: string;
    readonly uri: string;
    /** Of its name. */
    readonly range: Range;
    readonly source: InlineSource | FilesSource | RunsSource | undefined;
    /** Its own, or that of the runs whose rows it has. */
    readonly series: SeriesPlan | undefined;
    readonly columns: readonly ColumnPlan[];
    readonly filters: readonly FilterPlan[];
    /** Learning-rate schedules that its texts can name, by name the numbers that stand for them. */
    readonly schedules: ReadonlyMap<string, number>;
}

/** Which rows are one run, and in which order. */
export interface SeriesPlan {
    readonly along: Mention;
    /** Undefined: all rows are one run. */
    readonly group: Mention | undefined;
}

export interface InlineSource {
    readonly kind: 'inline';
    readonly text: string;
    /** Where the text begins in the document. */
    readonly line: number;
    readonly character: number;
}

/** Rows of one or several files, one after the other. */
export interface FilesSource {
    readonly kind: 'files';
    readonly files: readonly FileSource[];
}

export interface FileSource {
    /** As written, for messages. */
    readonly path: string;
    readonly uri: string;
    /** Of the path in the spec. */
    readonly range: Range;
}

/** Rows of other runs, those that their `where` keeps. */
export interface RunsSource {
    readonly kind: 'runs';
    readonly runs: RunsPlan;
    /** Of the name of the runs. */
    readonly range: Range;
    /** Undefined: each row is one of these runs; else what the rows have in common that become one. */
    readonly grouping: GroupingPlan | undefined;
}

/** One row for each group of rows, and each item. */
export interface GroupingPlan {
    readonly columns: readonly Mention[];
    /** A column of numbers that each group has all of. */
    readonly items: { readonly name: string; readonly values: readonly number[] } | undefined;
}

/** A formula of columns, and of values over several rows. */
export interface RowFormula {
    readonly value: Expr;
    readonly windows: readonly WindowPlan[];
}

/**
 * A value that formulas name as if it were a column: one over several rows, `min(loss by N, D)`, a schedule, a number for each text
 * of a column, or 1 where a column of texts is as a condition says it, and 0 where not.
 */
export interface WindowPlan {
    /** No column can be called that. */
    readonly name: string;
    readonly function: Aggregate | SeriesFunction | 'schedule' | 'text' | 'answers';
    readonly operands: readonly RowFormula[];
    /** The rows that share these columns, those of a run, or those that become one row; of a schedule those of its run. */
    readonly rows:
        | { readonly kind: 'group'; readonly columns: readonly string[] }
        | { readonly kind: 'series' | 'members' }
        | { readonly kind: 'text'; readonly test: TextTest }
        | { readonly kind: 'answers'; readonly column: string }
        | { readonly kind: 'schedule'; readonly column: string; readonly named: ReadonlyMap<string, number> };
}

export interface ColumnPlan {
    readonly name: string;
    /** A formula of columns; a column of the file by its header is a name in quotes. Undefined: the file's column of this name. */
    readonly value: Expr | undefined;
    readonly windows: readonly WindowPlan[];
    /** `in text`: its cells are texts, also where they look like numbers. */
    readonly holdsTexts: boolean;
    /** The unit that its numbers are written in. */
    readonly unit: { readonly name: string; readonly factor: number; readonly dimension: Dimension } | undefined;
    readonly range: Range;
    /** Where each column that `value` names is written. */
    readonly mentions: readonly Mention[];
}

/** A column's name where it is used. */
export interface Mention {
    readonly name: string;
    readonly range: Range;
    /** It tells groups apart, and may be one of texts. */
    readonly isLabel?: true;
    /** It is compared with a text. */
    readonly isText?: true;
    /** It is that of the runs whose rows become one. */
    readonly isOfMembers?: true;
}

export interface FilterPlan {
    readonly condition: Condition;
    readonly windows: readonly WindowPlan[];
    /** As written. */
    readonly text: string;
    readonly mentions: readonly Mention[];
}

/** A formula of columns. */
export interface FormulaPlan {
    readonly value: Expr;
    /** As written. */
    readonly text: string;
    readonly mentions: readonly Mention[];
}

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** A comparison of a column with a text. */
export interface TextTest {
    readonly kind: 'text';
    readonly operator: '==' | '!=';
    readonly column: string;
    readonly text: string;
}

export type Condition =
    | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
    | { readonly kind: 'numbers'; readonly operator: Comparison; readonly left: Expr; readonly right: Expr }
    | TextTest
    /** Cannot be decided: no comparison stands there. */
    | { readonly kind: 'unknown' };
