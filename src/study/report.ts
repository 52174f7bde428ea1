/** What a study answers about one `.scaling` file: plain data, in document order. */
import type { DecisionReport } from './decisionReport.js';
import type {
    FitWarning,
    Interval,
    ParameterEstimate,
    ParameterStatus,
    SearchReport,
    StopReason,
} from '../fit/result.js';
import type { ComparisonReport } from './comparisonReport.js';
import type { HoldoutReport, InfluenceReport, ReductionReport, RollingReport } from './methodReports.js';
import type { MixtureReport } from './mixtureReport.js';
import type { AllocationStatus, ChoiceAnswer, Estimate, Exponent, NamedEstimate } from '../allocate/result.js';
import type { PlanReport } from './planReport.js';
import type { Sources } from '../quantity/fileLines.js';
import type { ShownUnits } from '../quantity/shownUnit.js';

/** Zero-based line and UTF-16 column. */
export interface Position {
    readonly line: number;
    readonly character: number;
}

export interface Range {
    readonly start: Position;
    readonly end: Position;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Diagnostic {
    /** Stable, for example `unknown-column`. */
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly range: Range;
    /** Other places that belong to it, such as a cell of a CSV file. */
    readonly related?: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
}

export type RowState = 'fitted' | 'held-out' | 'excluded';

export interface RowReport {
    /** Zero-based, in the numbering of the runs' `sources`. */
    readonly line: number;
    readonly state: RowState;
    /** Why an excluded row is not used. */
    readonly reason?: string;
    readonly observed: number | null;
    readonly predicted: number | null;
    /** Of the law's value at this row. */
    readonly interval: Interval | null;
    /** Observed over predicted, minus one. */
    readonly relativeResidual: number | null;
}

export interface ColumnReport {
    readonly name: string;
    readonly kind: 'number' | 'text';
    readonly unit: string | null;
    /** Years with a fraction, from dates. */
    readonly isDate?: true;
    /** Of the usable rows; null for text. */
    readonly range: Interval | null;
}

export interface RunsReport {
    readonly name: string;
    /** The files that hold the rows: the spec itself for inline tables, else the CSV. */
    readonly sources: Sources;
    /** Each row is made of several rows of other runs; its line is that of the first. */
    readonly isGrouped: boolean;
    readonly columns: readonly ColumnReport[];
    readonly rowCount: number;
    /** Rows that `where` and missing values leave. */
    readonly usableRows: number;
}

/** A parameter of a law as its fit found it, or as others that it is tied to give it. */
export interface ParameterReport extends Omit<ParameterEstimate, 'status'> {
    readonly status: ParameterStatus | 'tied';
}

export interface FitReport {
    readonly law: string;
    readonly runs: string;
    /** The files that lines are of. */
    readonly sources: Sources;
    /** The value of the grouping column, or null for an ungrouped fit. */
    readonly group: string | null;
    /** Of the fit statement's law name. */
    readonly range: Range;
    /** The column that is predicted. */
    readonly target: string;
    readonly formula: string;
    /** Parameters that have a value for each group of a column. */
    readonly constants: readonly {
        readonly parameter: string;
        readonly column: string;
        readonly groups: readonly string[];
    }[];
    /** Rows fitted; the rest are held out or excluded. */
    readonly rows: number;
    readonly objective: number | null;
    readonly parameters: readonly ParameterReport[];
    readonly stopped: StopReason;
    readonly search: SearchReport;
    readonly warnings: readonly FitWarning[];
    /** How well the law foretold the rows held out; null where there are none, or none could be scored. */
    readonly holdout: HoldoutReport | null;
    /** The law fitted below each of some values of a column and scored above them; null where it is not asked for. */
    readonly rolling: RollingReport | null;
    /** The fit without each of its rows; null where it is not asked for. */
    readonly influence: InfluenceReport | null;
    /** What `using …` made of the rows; null where the law is fitted to the rows themselves. */
    readonly reduction: ReductionReport | null;
    /** The reasons why rows are not used, with how many and the first few lines. */
    readonly excluded: readonly {
        readonly reason: string;
        readonly count: number;
        readonly lines: readonly number[];
    }[];
    /** One entry per row of the table in its order; null when there are more than `MAX_REPORTED_ROWS`. */
    readonly rowReports: readonly RowReport[] | null;
}

/** How far a question lies outside the data: `ratio` is to the nearest edge of what was fitted, above 1. */
export interface Extrapolation {
    /** `compute`, `D/N`, or the name of a variable. */
    readonly quantity: string;
    readonly direction: 'above' | 'below';
    readonly ratio: number;
    /** The preset whose runs are meant; null for the rows that were fitted. */
    readonly preset: string | null;
}

export interface PredictionReport {
    /** The expression as written. */
    readonly text: string;
    readonly range: Range;
    readonly estimate: number | null;
    /** Of the law's value. */
    readonly interval: Interval | null;
    /** Of what one new run would measure, its own noise included; null where that is not known. */
    readonly newRun: Interval | null;
    readonly extrapolation: readonly Extrapolation[];
    /** Why there is no estimate. */
    readonly message: string | null;
    /** Why the estimate is not to be relied on, or has no interval. */
    readonly caution: string | null;
}

export interface BudgetAnswer extends DecisionReport {
    readonly status: AllocationStatus;
    readonly message: string;
    readonly objective: Estimate | null;
    readonly variables: readonly NamedEstimate[];
    /** What is chosen from lists; null where nothing is. */
    readonly choice: Omit<ChoiceAnswer, 'outcomes'> | null;
    /** How good a mixture of samples is; null for any other budget. */
    readonly mixture: MixtureReport | null;
    /** Texts of the constraints that bind. */
    readonly binding: readonly string[];
    /** Variables of which other values do equally well. */
    readonly undetermined: readonly string[];
    readonly extrapolation: readonly Extrapolation[];
}

export interface BudgetReport extends BudgetAnswer {
    readonly name: string;
    /** Of the budget's name. */
    readonly range: Range;
    /** As written, for example `minimize surface(N, D)`. */
    readonly goal: string;
    /** In which units its values are shown, by their names, and by the goal as written; the values are in base terms. */
    readonly units: ShownUnits;
    /** Why the answer is not to be relied on. */
    readonly caution: string | null;
    readonly sweep: {
        readonly name: string;
        readonly points: readonly (BudgetAnswer & { readonly value: number })[];
        /** The exponent of each variable in the swept value; none where too few points are solved. */
        readonly exponents: readonly Exponent[];
    } | null;
}

export interface StudyReport {
    readonly uri: string;
    /** All of them, the language's checks included, in the order of the text. */
    readonly diagnostics: readonly Diagnostic[];
    readonly runs: readonly RunsReport[];
    readonly fits: readonly FitReport[];
    readonly comparisons: readonly ComparisonReport[];
    readonly predictions: readonly PredictionReport[];
    readonly budgets: readonly BudgetReport[];
    readonly plans: readonly PlanReport[];
    /** Other files that the answer depends on: CSV files and sibling specs. */
    readonly dependencies: readonly string[];
}

/** Beyond this many rows a report carries counts, not rows. */
export const MAX_REPORTED_ROWS = 20_000;
