/** Which rows a condition keeps. A comparison with a missing value is neither true nor false. */
import type { TextColumn } from '../../data/table.js';
import { evaluateColumns } from './columnFormulas.js';
import { wrongColumn, type KnownColumns } from './derive.js';
import type { Columns, RowSet } from './rowSet.js';
import type { Comparison, Condition, FilterPlan } from '../lower/runsPlan.js';
import type { Diagnostic } from '../report.js';

/** State of a row under the filters: kept, undecided for a missing value, or 2 + the index of the filter that leaves it out. */
export const KEPT = 0;
export const INCOMPLETE = 1;
export const FIRST_FILTER = 2;

const FALSE = 0;
const TRUE = 1;
const UNKNOWN = 2;

/** A filter that cannot be decided for any row, because a name in it is wrong, leaves out none. */
export async function filterRows(
    filters: readonly FilterPlan[],
    rows: RowSet,
    known: KnownColumns,
): Promise<Uint8Array> {
    const { rowCount } = rows;
    const filtered = new Uint8Array(rowCount);
    for (const [index, filter] of filters.entries()) {
        if (wrongColumns(filter, known).length > 0) continue;
        const truth = decide(filter.condition, await rows.withWindows(filter.windows), rowCount);
        for (let row = 0; row < rowCount; row++) {
            if (filtered[row] >= FIRST_FILTER || truth[row] === TRUE) continue;
            filtered[row] = truth[row] === UNKNOWN ? INCOMPLETE : FIRST_FILTER + index;
        }
    }
    return filtered;
}

/** Columns that a condition names and that are not there, or are not of the kind it needs. */
export function wrongColumns({ mentions }: FilterPlan, known: KnownColumns): Diagnostic[] {
    return mentions.flatMap((mention) => wrongColumn(mention, known));
}

/** One entry per row: 1 where the condition holds. */
export function holds(condition: Condition, columns: Columns, rowCount: number): Uint8Array {
    return decide(condition, columns, rowCount).map((truth) => (truth === TRUE ? 1 : 0));
}

function decide(condition: Condition, columns: Columns, rowCount: number): Uint8Array {
    switch (condition.kind) {
        case 'and':
        case 'or': {
            const left = decide(condition.left, columns, rowCount);
            const right = decide(condition.right, columns, rowCount);
            const decisive = condition.kind === 'and' ? FALSE : TRUE;
            return left.map((truth, row) => combine(truth, right[row], decisive));
        }
        case 'numbers':
            return compareNumbers(condition, columns, rowCount);
        case 'text':
            return compareTexts(condition, columns, rowCount);
        case 'unknown':
            return new Uint8Array(rowCount).fill(UNKNOWN);
    }
}

function combine(left: number, right: number, decisive: number): number {
    if (left === decisive || right === decisive) return decisive;
    return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : left;
}

const TESTS: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
    '<': (left, right) => left < right,
    '<=': (left, right) => left <= right,
    '>': (left, right) => left > right,
    '>=': (left, right) => left >= right,
    '==': (left, right) => left === right,
    '!=': (left, right) => left !== right,
};

function compareNumbers(
    { left, operator, right }: Extract<Condition, { kind: 'numbers' }>,
    columns: Columns,
    rowCount: number,
): Uint8Array {
    const test = TESTS[operator];
    const sides = evaluateColumns([left, right], columns, rowCount);
    return new Uint8Array(rowCount).map((_, row) => {
        const [a, b] = [sides[0][row], sides[1][row]];
        return Number.isNaN(a) || Number.isNaN(b) ? UNKNOWN : test(a, b) ? TRUE : FALSE;
    });
}

function compareTexts(
    { column, operator, text }: Extract<Condition, { kind: 'text' }>,
    columns: Columns,
    rowCount: number,
): Uint8Array {
    const { values } = columns.get(column) as TextColumn;
    return new Uint8Array(rowCount).map((_, row) => {
        if (values[row] === '') return UNKNOWN;
        return (values[row] === text) === (operator === '==') ? TRUE : FALSE;
    });
}
