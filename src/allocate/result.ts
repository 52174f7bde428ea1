/** The answer to a budget question: plain data. */
import type { Interval, OpenInterval } from '../fit/result.js';
import type { Factor } from './problem.js';

export type AllocationStatus = 'optimal' | 'infeasible' | 'unbounded' | 'not-computable';

export interface Estimate {
    readonly estimate: number;
    /**
     * Central 95 % interval over the draws; null where no uncertainty is known. An end is null where more than 2.5 % of the draws
     * have no answer and lie on that side.
     */
    readonly interval: OpenInterval | null;
}

/** What is compared draw by draw. */
export interface Difference {
    readonly estimate: number;
    /** Central 95 % interval over the draws; null where no uncertainty is known. */
    readonly interval: Interval | null;
}

export interface NamedEstimate extends Estimate {
    readonly name: string;
}

/** a of x* ∝ C^a, over the whole sweep. */
export interface Exponent extends Difference {
    readonly name: string;
    /** Where the answers follow no one power: the exponents where the sweep begins and where it ends; null where they do. */
    readonly ends: readonly [first: number, last: number] | null;
}

/** One option of a factor, in the best combination. */
export interface Chosen extends Pick<Factor, 'name'> {
    readonly label: string;
    /** Of a number: itself, and its interval; null for other options. */
    readonly number: Estimate | null;
    /** The share of the draws in which the same option is the best; null where no uncertainty is known. */
    readonly share: number | null;
}

/** A combination of options with the best that can be done with it. */
export interface Contender {
    /** Of each factor. */
    readonly labels: readonly string[];
    readonly objective: Estimate;
    readonly variables: readonly NamedEstimate[];
    /** By how much its objective is worse than the best one's, in the objective's terms, draw by draw; 0 for the best. */
    readonly worse: Difference;
    /** The share of the draws in which it is the best; null where no uncertainty is known. */
    readonly share: number | null;
}

export interface ChoiceAnswer {
    readonly chosen: readonly Chosen[];
    /** The best combinations, best first. */
    readonly contenders: readonly Contender[];
    /** How many combinations there are, and how many of them meet all constraints. */
    readonly tried: number;
    readonly feasible: number;
    /** Where nothing is decided continuously: each combination's sides of the first constraint that depends on the choice, against its objective. */
    readonly outcomes: ChoiceOutcomes | null;
}

/** What each combination costs and gives. */
export interface ChoiceOutcomes {
    /** Index into the problem's constraints: the one whose left side is the cost. */
    readonly constraint: number;
    readonly labels: readonly (readonly string[])[];
    readonly cost: Float64Array;
    readonly objective: Float64Array;
    readonly isFeasible: readonly boolean[];
}

/** Where a stretch of tolerated regret ends. */
export interface RegretEnd {
    /** Null where it is `open`: where there is no end within a factor of a million. */
    readonly value: number | null;
    /** The objective is as much worse there, or the variable's own bound is there, or constraints cannot be met beyond. */
    readonly reason: 'cost' | 'bound' | 'constraint' | 'open';
}

export interface Stretch {
    readonly lower: RegretEnd;
    readonly upper: RegretEnd;
}

/** The values of a variable for which the objective is hardly worse, the other variables re-optimised: around the optimum. */
export interface RegretRange extends Stretch {
    readonly name: string;
    /** Those around other local optima that are hardly worse, in ascending order. */
    readonly others: readonly Stretch[];
}

/** Where a stretch of options of tolerated regret ends. */
export interface OptionEnd {
    readonly label: string;
    /** The next option costs more, there is none, or it cannot meet the constraints. */
    readonly reason: Exclude<RegretEnd['reason'], 'open'>;
}

export interface OptionStretch {
    readonly lower: OptionEnd;
    readonly upper: OptionEnd;
}

/** The options of a factor for which the objective is hardly worse, all else decided anew. */
export interface RegretOptions {
    readonly name: string;
    /** That of the answer first; options of a list are each a stretch of their own. */
    readonly stretches: readonly OptionStretch[];
}

export interface Regret {
    /** By which share of the objective it may be worse, 0.002; null where the objective is as good as zero and shares mean nothing. */
    readonly share: number | null;
    /** The same as an amount of the objective. */
    readonly amount: number;
    readonly ranges: readonly RegretRange[];
    /** Of what is chosen from lists and ranges; empty where nothing is. */
    readonly options: readonly RegretOptions[];
}

/** What moving a limit that binds does to the objective. */
export interface Sensitivity {
    /** A constraint of the problem by its index, or a variable's own bound. */
    readonly limit: number | Optimum['atBound'][number];
    /** By which share the limit is moved, in the direction that improves the objective: 0.1 for 10 % more, −0.1 for 10 % less. */
    readonly move: number;
    /** By how much the objective changes, in its own terms: the moved optimum less the optimum, draw by draw. */
    readonly change: Difference;
    /** The change as a share of the objective; null where shares mean nothing. */
    readonly share: number | null;
}

/** A constraint or bound that a rival does not keep to. */
export interface Breach {
    /** A constraint of the problem by its index, or a variable whose bounds are meant. */
    readonly limit: number | string;
    /** What the rival makes of the side that is limited, and the limit. */
    readonly value: number;
    readonly allowed: number;
}

/** Another choice, judged by the goal of the question. */
export interface RivalAnswer {
    readonly status: AllocationStatus;
    /** Why there is no such choice; empty where there is one. */
    readonly message: string;
    /** Of each factor, the option that it takes; empty where nothing is chosen from lists. */
    readonly labels: readonly string[];
    readonly variables: readonly NamedEstimate[];
    /** By the goal of the question. */
    readonly objective: Estimate | null;
    /** By how much the objective is worse than the optimum, draw by draw; below 0 only where a rival breaks a limit. */
    readonly excess: Difference | null;
    /** The excess as a share of the optimum; null where shares mean nothing. */
    readonly regret: Difference | null;
    readonly breaches: readonly Breach[];
    /** The question is as good as the rival with this many times less of what the constraint limits; null where that is not one number. */
    readonly saving: { readonly constraint: number; readonly ratio: number } | null;
}

export interface Optimum {
    readonly status: AllocationStatus;
    /** A sentence for people: which constraint makes it infeasible, in which variable it is unbounded … */
    readonly message: string;
    /** Null unless the status is `optimal`. */
    readonly objective: Estimate | null;
    readonly variables: readonly NamedEstimate[];
    /** Null where all is decided continuously, and where there is no answer. */
    readonly choice: ChoiceAnswer | null;
    /** Indices into the problem's constraints of those that hold with equality at the optimum. */
    readonly binding: readonly number[];
    /** Names of variables that end at one of their own bounds. */
    readonly atBound: readonly { readonly name: string; readonly bound: 'lower' | 'upper' }[];
    /** Names of variables of which other values do equally well. */
    readonly undetermined: readonly string[];
    /** The optimum of each draw that has one, row-major `count` × variables; null where no uncertainty is known. */
    readonly draws: {
        readonly count: number;
        readonly values: Float64Array;
        /** Which of the constants' draws each is of. */
        readonly drawn: Uint32Array;
    } | null;
    /** Null without an answer, and where the objective is zero throughout. */
    readonly regret: Regret | null;
    /** In the order of `binding`, then of `atBound`; without those whose limit cannot be moved. */
    readonly sensitivities: readonly Sensitivity[];
    /** In the order of the problem's rivals; empty without an answer. */
    readonly rivals: readonly RivalAnswer[];
}

export interface SweepPoint {
    readonly value: number;
    readonly optimum: Optimum;
}

export interface AllocationResult {
    /** Null for a sweep. */
    readonly optimum: Optimum | null;
    readonly sweep: readonly SweepPoint[] | null;
    /** The exponent of each variable in what is swept over; null without a sweep, and where its answers are too few. */
    readonly exponents: readonly Exponent[] | null;
}
