/** Budgets that ask for a mixture of samples, as plain data. */
import type { Range } from '../report.js';
import type { FormulaPlan, Mention, RunsPlan } from './runsPlan.js';

/** A formula of columns, and where it stands. */
export interface RowQuantity extends FormulaPlan {
    readonly range: Range;
}

/** A mixture of samples: a count for each value of some columns. */
export interface MixturePlan {
    /** The most that is solved, or the least cost. */
    readonly aim: 'solved' | 'cost';
    /** The name of the counts. */
    readonly count: string;
    readonly range: Range;
    readonly runs: RunsPlan;
    readonly by: readonly Mention[];
    /** Tells problems apart. */
    readonly problem: Mention;
    /** Of each row: how many samples are right, of how many, and what one more costs; NaN where costs are not proportional. */
    readonly right: RowQuantity;
    readonly drawn: RowQuantity;
    readonly cost: RowQuantity;
    /** The most samples of each. */
    readonly most: number;
    /** Of the mean cost of a problem, or the share that is to be solved. */
    readonly limit: number | 'swept';
    /** Of the problems that are drawn anew, and of the halves. */
    readonly seed: number;
}
