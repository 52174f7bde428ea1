/** What becomes of each row in a fit: fitted, held out, or not used and why. */
import type { Column } from '../../data/table.js';
import { isNumberColumn } from './columnFormulas.js';
import { groupOf } from './groups.js';
import { FIRST_FILTER, KEPT, holds } from './filter.js';
import type { FilterPlan } from '../lower/runsPlan.js';
import type { FitReport, RowState } from '../report.js';
import type { RunsTable } from './tables.js';

export interface FitRows {
    /** Indices into the table of the rows that belong to this fit, ascending. */
    readonly rows: Uint32Array;
    /** Of each of them: `FITTED`, `HELD_OUT`, or 2 + the index of the reason. */
    readonly states: Uint16Array;
    readonly reasons: readonly string[];
}

export const FITTED = 0;
export const HELD_OUT = 1;
const FIRST_REASON = 2;

/** `needed` are the columns without whose values a row can be neither fitted nor scored, the target among them. */
export function classifyRows(
    { holdout, target, needed, labels, schedules, positive, demands }: RowQuestion,
    table: RunsTable,
    rows: Uint32Array,
): FitRows {
    const reasons: string[] = [];
    const because = (reason: string): number => {
        const known = reasons.indexOf(reason);
        return FIRST_REASON + (known >= 0 ? known : reasons.push(reason) - 1);
    };
    const heldOut = holdout && holds(holdout.condition, table.columns, table.rowCount);
    const observed = table.columns.get(target);
    const columns = needed.map((name) => table.columns.get(name));
    const groups = labels.map((name) => table.columns.get(name));
    const states = Uint16Array.from(rows, (row) => {
        const filter = table.filtered[row];
        if (filter >= FIRST_FILTER)
            return because(`left out by where ${table.plan.filters[filter - FIRST_FILTER].text}`);
        const missing =
            needed.find((_, index) => !hasValue(columns[index], row)) ??
            labels.find((_, index) => !hasLabel(groups[index], row));
        if (missing !== undefined) return because(`${missing} is missing`);
        const unscheduled = firstUnmet(schedules, row);
        if (unscheduled !== undefined) return because(unscheduled);
        if (filter !== KEPT) return because('a value that where needs is missing');
        if (positive && isNumberColumn(observed) && observed.values[row] <= 0)
            return because(`${target} is not positive`);
        if (heldOut?.[row]) return HELD_OUT;
        const unmet = firstUnmet(demands, row);
        return unmet === undefined ? FITTED : because(unmet);
    });
    return { rows, states, reasons };
}

export interface RowQuestion {
    readonly holdout: FilterPlan | undefined;
    readonly target: string;
    readonly needed: readonly string[];
    /** Columns whose values tell groups apart, texts or numbers. */
    readonly labels: readonly string[];
    /** The logarithm of the target is taken. */
    readonly positive: boolean;
    /** What all rows need of their learning-rate schedules. */
    readonly schedules: readonly Demand[];
    /** What rows that are fitted need besides. */
    readonly demands: readonly Demand[];
}

/** Why a row of the table cannot be fitted; undefined where it can. */
export type Demand = (row: number) => string | undefined;

function firstUnmet(demands: readonly Demand[], row: number): string | undefined {
    for (const demand of demands) {
        const reason = demand(row);
        if (reason !== undefined) return reason;
    }
    return undefined;
}

/** Rows that turned out to be of no use, by their index among the rows of the state `FITTED`. */
export function excludeRows(
    known: FitRows,
    unusable: readonly { readonly row: number; readonly reason: string }[],
): FitRows {
    if (unusable.length === 0) return known;
    const reasons = [...known.reasons];
    const states = known.states.slice();
    const fitted = [...states.keys()].filter((index) => states[index] === FITTED);
    for (const { row, reason } of unusable) {
        const index = reasons.indexOf(reason);
        states[fitted[row]] = FIRST_REASON + (index >= 0 ? index : reasons.push(reason) - 1);
    }
    return { ...known, states, reasons };
}

/** Table rows in a state, ascending. */
export function rowsIn({ rows, states }: FitRows, state: number): Uint32Array {
    return rows.filter((_, index) => states[index] === state);
}

export function stateOf({ states, reasons }: FitRows, index: number): { state: RowState; reason: string | undefined } {
    const state = states[index];
    if (state >= FIRST_REASON) return { state: 'excluded', reason: reasons[state - FIRST_REASON] };
    return { state: state === HELD_OUT ? 'held-out' : 'fitted', reason: undefined };
}

const LINES_PER_REASON = 10;

/** Rows that are not used, by reason, with their count and first lines. */
export function excludedRows({ rows, states, reasons }: FitRows, lines: Uint32Array): FitReport['excluded'] {
    return reasons.map((reason, index) => {
        const affected = rows.filter((_, each) => states[each] === FIRST_REASON + index);
        const first = affected.subarray(0, LINES_PER_REASON);
        return { reason, count: affected.length, lines: Array.from(first, (row) => lines[row]) };
    });
}

/** Reasons that the user asked for, as against values that are missing or unusable. */
export function isIntended(reason: string): boolean {
    return reason.startsWith('left out by where');
}

function hasValue(column: Column | undefined, row: number): boolean {
    return isNumberColumn(column) && Number.isFinite(column.values[row]);
}

function hasLabel(column: Column | undefined, row: number): boolean {
    return column !== undefined && groupOf(column, row) !== undefined;
}
