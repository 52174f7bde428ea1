/** What the Allocation panel draws, as plain data: numbers in the unit that stands beside them, else in base terms; null where there is none. */
import type { Estimate } from '../../allocate/result.js';
import type { BudgetReport, Range } from '../report.js';
import type { NumberOrNull } from './numbers.js';
import type { Sources } from '../../quantity/fileLines.js';

export interface BudgetPicture {
    /** Of the trial limit where one was asked for. */
    readonly report: BudgetReport;
    readonly constraints: readonly { readonly text: string; readonly binding: boolean }[];
    readonly objective: NamedValue | null;
    readonly variables: readonly NamedValue[];
    /** The second variable per unit of the first; null with fewer than two. */
    readonly ratio: NamedValue | null;
    /** The adjustable constraint; null where none has one number on its right. */
    readonly limit: AdjustableLimit | null;
    /** Null with fewer than two variables, without an answer, and for a sweep. */
    readonly plane: Plane | null;
    readonly sweep: SweepPicture | null;
    /** Null where nothing is chosen from lists, and for a sweep. */
    readonly choice: ChoicePicture | null;
    /** Null for other budgets, and for a sweep. */
    readonly mixture: MixturePicture | null;
}

export interface MixturePicture {
    /** Samples by configuration and stratum, with a header, as text; null without strata. */
    readonly strata: readonly (readonly string[])[] | null;
    /** A header, the mixture, and what it is compared with, as text. */
    readonly compared: readonly (readonly string[])[];
    /** What is solved of other problems, and what the intervals are over. */
    readonly sentences: readonly string[];
    readonly coverage: CoveragePicture;
}

/** The share of problems solved against the mean cost of one. */
export interface CoveragePicture {
    /** The most that is solved within a mean cost, or the least cost of a share. */
    readonly aim: 'solved' | 'cost';
    /** Of the other one. */
    readonly limit: number | null;
    /** What no mixture betters. */
    readonly bound: number;
    /** Of the mixture. */
    readonly cost: Estimate;
    readonly solved: Estimate;
    /** `best single`, which is `8 of large`. */
    readonly rivals: readonly {
        readonly name: string;
        readonly label: string;
        readonly cost: number;
        readonly solved: number;
    }[];
    /** Of problems that the mixture was not chosen on; null where it is not known. */
    readonly heldOut: number | null;
    /** Each configuration alone, sample by sample. */
    readonly alone: readonly {
        readonly label: string;
        readonly counts: readonly number[];
        readonly cost: readonly number[];
        readonly solved: readonly number[];
    }[];
}

export interface ChoicePicture {
    readonly chosen: readonly { readonly name: string; readonly option: string; readonly certainty: string | null }[];
    /** A header and the best combinations, best first, as text. */
    readonly ranked: readonly (readonly string[])[];
    readonly outcomes: OutcomesPicture | null;
}

/** What every combination costs and gives, where nothing is decided besides. */
export interface OutcomesPicture {
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

export interface NamedValue {
    readonly name: string;
    readonly unit: string | null;
    readonly estimate: NumberOrNull;
    readonly lower: NumberOrNull;
    readonly upper: NumberOrNull;
}

export interface AdjustableLimit {
    readonly text: string;
    readonly unit: string | null;
    /** In the unit of the text: as in the spec, and as shown. */
    readonly written: number;
    readonly shown: number;
    readonly smallest: number;
    readonly largest: number;
    /** Of the number in the text. */
    readonly range: Range;
}

export interface Line {
    readonly x: readonly number[];
    readonly y: readonly number[];
}

/** The plane of the first two variables; further ones stay at their optimum. */
export interface Plane {
    readonly xName: string;
    readonly yName: string;
    readonly xUnit: string | null;
    readonly yUnit: string | null;
    /** Grid lines, evenly spaced in the logarithm, ascending. */
    readonly x: readonly number[];
    readonly y: readonly number[];
    /** At (x[i], y[j]) `objective[j][i]`. */
    readonly objective: readonly (readonly NumberOrNull[])[];
    readonly constraints: readonly (Line & { readonly text: string; readonly binding: boolean })[];
    readonly runs: (Line & { readonly sources: Sources; readonly lines: readonly number[] }) | null;
    readonly optimum: { readonly x: number; readonly y: number };
    /** Outline of the joint 95 % region of the optimum, closed; null where no uncertainty is known. */
    readonly region: Line | null;
    /** What the optimum is compared with, where it has an answer. */
    readonly rivals: readonly { readonly label: string; readonly x: number; readonly y: number }[];
    /** The objective along the first binding constraint, and the stretches of x that cost hardly more, that of the optimum first. */
    readonly along:
        | (Line & {
              readonly objective: readonly number[];
              /** `text` says it of all of x: `N from 28B to 96B: less than 0.2 % worse`. */
              readonly flat: {
                  readonly stretches: readonly { readonly from: number; readonly to: number }[];
                  readonly text: string;
              } | null;
          })
        | null;
}

export interface Band {
    readonly estimate: readonly NumberOrNull[];
    readonly lower: readonly NumberOrNull[];
    readonly upper: readonly NumberOrNull[];
}

export interface SweepPicture {
    readonly name: string;
    readonly unit: string | null;
    readonly values: readonly number[];
    readonly objective: Band & { readonly unit: string | null };
    readonly variables: readonly (Band & { readonly name: string; readonly unit: string | null })[];
    readonly ratio: Band | null;
    /** Of a mixture: how many samples of what; null where there is no answer. */
    readonly counts: readonly { readonly name: string; readonly values: readonly NumberOrNull[] }[];
    readonly status: readonly BudgetReport['status'][];
    /** The range of the swept quantity that the fitted runs cover; null where it is not known. */
    readonly dataRange: readonly [number, number] | null;
}
