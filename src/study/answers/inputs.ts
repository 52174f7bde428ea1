/** The inputs of a fitted law: its arguments, and which group of its constants is meant. */
import type { FitOutcome } from './constants.js';
import { indicate, indicatorsOf } from './groupedConstants.js';
import { valuesAt } from './rowValues.js';
import { columnOf } from './scheduleInputs.js';

type Fitted = Pick<FitOutcome, 'plan' | 'table' | 'constants' | 'problem'>;

/** One column for each argument of the problem, at rows of the table; NaN where a row has no value. */
export function inputsAt({ plan, table, constants }: Fitted, rows: Uint32Array): Float64Array[] {
    return [
        ...plan.law.arguments.map((argument) => valuesAt(table, columnOf(argument), rows)),
        ...indicatorsOf(constants).map((each) => indicate(each, constants, table.columns, rows)),
    ];
}

/** A group of the law's constants, or of several of them. */
export interface GroupPoint {
    /** `dataset = "c4"`; empty for a law without such constants. */
    readonly label: string;
    /** The inputs that choose it, after the law's arguments. */
    readonly indicators: readonly number[];
}

/** Those that the rows fitted have, in the order of their first row. */
export function groupPoints({ plan, constants, problem }: Fitted): GroupPoint[] {
    const indicators = indicatorsOf(constants);
    const columns = problem.columns.slice(plan.law.arguments.length);
    const points = new Map<string, GroupPoint>();
    for (let row = 0; row < problem.target.length; row++) {
        const values = columns.map((column) => column[row]);
        const label = indicators.filter((_, index) => values[index] === 1).map(({ name }) => name);
        points.set(label.join(', '), { label: label.join(', '), indicators: values });
        if (indicators.length === 0) break;
    }
    return [...points.values()];
}
