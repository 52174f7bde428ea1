/** What the x axis of a chart can be. */
import type { Column } from '../../data/table.js';
import { describeDimension } from '../../quantity/dimension.js';
import type { FitOutcome } from '../answers/constants.js';
import type { LawPlan } from '../lower/plan.js';
import { COMPUTE, rolesOf } from '../roles.js';
import { unitOfColumn } from '../summary.js';
import { isNumberColumn } from '../tables/columnFormulas.js';
import type { TableData } from '../tables/tables.js';
import type { CurveAxis } from './curvePictures.js';

/** Compute of a law of model size and tokens. */
export const COMPUTE_AXIS: CurveAxis = { key: COMPUTE, label: 'compute 6·N·D', unit: 'FLOP', positive: true };

/** Compute first, then the law's arguments that are numbers, then the `others` that are columns of numbers. */
export function fitAxes({ plan, table, target }: FitOutcome, others: readonly string[]): CurveAxis[] {
    const { law } = plan;
    const numbers = law.arguments.filter(({ isSchedule }) => !isSchedule);
    const { size, tokens, compute } = rolesOf(law.arguments);
    const isDerived = size !== undefined && tokens !== undefined && compute === undefined;
    const used = new Set([target, ...law.arguments.map(({ name }) => name), ...(isDerived ? [COMPUTE] : [])]);
    const first = numbers.filter((each) => compute !== undefined && each === law.arguments[compute]);
    const rest = numbers.filter((each) => !first.includes(each));
    return [
        ...(isDerived ? [COMPUTE_AXIS] : []),
        ...[...first, ...rest].map((argument) => argumentAxis(argument, table)),
        ...others
            .filter((name) => !used.has(name) && isNumberColumn(table.columns.get(name)))
            .map((name) => columnAxis(name, table.columns.get(name))),
    ];
}

export function argumentAxis({ name, dimension }: LawPlan['arguments'][number], { columns }: TableData): CurveAxis {
    const axis = columnAxis(name, columns.get(name));
    return dimension === undefined ? axis : { ...axis, unit: describeDimension(dimension) };
}

export function columnAxis(name: string, column: Column | undefined): CurveAxis {
    const values = isNumberColumn(column) ? column.values : new Float64Array(0);
    return { key: name, label: name, unit: unitOfColumn(column), positive: values.every((value) => !(value <= 0)) };
}
