/** Where a law is drawn: the values of its arguments in the rows that were fitted or held out, and in what is asked of it. */
import type { FitOutcome } from '../answers/constants.js';
import { rangeOf } from '../answers/ranges.js';
import { valuesAt } from '../answers/rowValues.js';
import { columnOf, scheduleTitle } from '../answers/scheduleInputs.js';
import { formatQuantity } from '../../quantity/print.js';
import { HELD_OUT, rowsIn } from '../tables/rows.js';
import type { CurveTarget } from './curvePictures.js';

const MOST_LEVELS = 5;
/** Lines of different schedules look different, and each is asked for by name. */
const MOST_SCHEDULES = 10;

export interface DrawnInputs {
    /** Of an argument, by its place: in the rows that were fitted, then in those held out. */
    ofRows(argument: number): Float64Array;
    /** The same, and what is asked for. */
    reached(argument: number): Float64Array;
    /** Those of its values that have a line each. */
    levels(argument: number): readonly number[];
    /** The value at which it is held: the median of what was fitted, or the schedule of the first row. */
    typical(argument: number): number;
    /** `N = 70B` */
    labelOf(argument: number, value: number): string;
}

export function drawnInputs(
    { plan, problem, table, rows }: FitOutcome,
    targets: readonly CurveTarget[],
    scheduleNames: ReadonlyMap<number, string>,
): DrawnInputs {
    const args = plan.law.arguments;
    const heldOut = rowsIn(rows, HELD_OUT);
    const heldOutOf = (argument: number): Float64Array => valuesAt(table, columnOf(args[argument]), heldOut);
    const ofRows = (argument: number): Float64Array =>
        Float64Array.from([...problem.columns[argument], ...heldOutOf(argument)]);
    const reached = (argument: number): Float64Array => {
        const asked = targets.map((target) => target.x[args[argument].name]);
        return Float64Array.from([...ofRows(argument), ...asked.filter((value) => typeof value === 'number')]);
    };
    return {
        ofRows,
        reached,
        levels: (argument) =>
            args[argument].isSchedule
                ? [...new Set(reached(argument))].slice(0, MOST_SCHEDULES)
                : spacedLevels(problem.columns[argument]),
        typical: (argument) =>
            args[argument].isSchedule ? problem.columns[argument][0] : median(problem.columns[argument]),
        labelOf: (argument, value) => {
            const { name, isSchedule } = args[argument];
            if (!isSchedule) return `${name} = ${formatQuantity(value, 3)}`;
            const isFitted = problem.columns[argument].includes(value);
            const note = !isFitted && heldOutOf(argument).includes(value) ? ' (held out)' : '';
            return `${name} = ${scheduleTitle(args[argument], value, table, scheduleNames)}${note}`;
        },
    };
}

/** From the lowest to the highest: evenly in the logarithm where all is positive. */
export function spread(values: Float64Array, count: number): Float64Array {
    const [lowest, highest] = rangeOf(values);
    if (lowest === highest) return Float64Array.of(lowest);
    const share = (index: number): number => index / (count - 1);
    return lowest > 0
        ? Float64Array.from({ length: count }, (_, index) => lowest * (highest / lowest) ** share(index))
        : Float64Array.from({ length: count }, (_, index) => lowest + (highest - lowest) * share(index));
}

/** Up to five of the distinct values, from the lowest to the highest. */
function spacedLevels(values: Float64Array): number[] {
    const distinct = [...new Set(values)].sort((a, b) => a - b);
    if (distinct.length <= MOST_LEVELS) return distinct;
    return Array.from(
        { length: MOST_LEVELS },
        (_, index) => distinct[Math.round((index * (distinct.length - 1)) / (MOST_LEVELS - 1))],
    );
}

function median(values: Float64Array): number {
    const sorted = Float64Array.from(values).sort();
    return sorted[Math.floor((sorted.length - 1) / 2)];
}
