/** Which rows a condition keeps. A comparison with a missing value is neither true nor false. */
import type { Column, TextColumn } from '../../data/table.js';
import { evaluateColumns } from './columnFormulas.js';
import { textColumn, unknownColumn, type ColumnKinds } from './derive.js';
import type { Comparison, Condition, FilterPlan } from '../lower/plan.js';
import type { Diagnostic } from '../report.js';

/** State of a row under the filters: kept, undecided for a missing value, or 2 + the index of the filter that leaves it out. */
export const KEPT = 0;
export const INCOMPLETE = 1;
export const FIRST_FILTER = 2;

const FALSE = 0;
const TRUE = 1;
const UNKNOWN = 2;

type Columns = ReadonlyMap<string, Column>;

/** A filter that cannot be decided for any row, because a name in it is wrong, leaves out none. */
export function filterRows(filters: readonly FilterPlan[], columns: Columns, rowCount: number): Uint8Array {
    const filtered = new Uint8Array(rowCount);
    filters.forEach((filter, index) => {
        if (wrongColumns(filter, columns, '').length > 0) return;
        const truth = decide(filter.condition, columns, rowCount);
        for (let row = 0; row < rowCount; row++) {
            if (filtered[row] >= FIRST_FILTER || truth[row] === TRUE) continue;
            filtered[row] = truth[row] === UNKNOWN ? INCOMPLETE : FIRST_FILTER + index;
        }
    });
    return filtered;
}

/** Columns that a condition names and that are not there, or are not of the kind it needs. */
export function wrongColumns({ condition, mentions }: FilterPlan, columns: ColumnKinds, owner: string): Diagnostic[] {
    const texts = textColumnsOf(condition);
    return mentions.flatMap((mention): Diagnostic[] => {
        const column = columns.get(mention.name);
        if (column === undefined) return [unknownColumn(mention, columns, owner)];
        if (column.kind === 'text' && !texts.has(mention.name)) return [textColumn(mention)];
        if (column.kind === 'number' && texts.has(mention.name)) {
            const message = `\`${mention.name}\` is a column of numbers: compare it with a number, without quotes.`;
            return [{ code: 'not-a-number-column', severity: 'error', message, range: mention.range }];
        }
        return [];
    });
}

/** One entry per row: 1 where the condition holds. */
export function holds(condition: Condition, columns: Columns, rowCount: number): Uint8Array {
    return decide(condition, columns, rowCount).map((truth) => (truth === TRUE ? 1 : 0));
}

function textColumnsOf(condition: Condition): Set<string> {
    switch (condition.kind) {
        case 'and':
        case 'or':
            return new Set([...textColumnsOf(condition.left), ...textColumnsOf(condition.right)]);
        case 'text':
            return new Set([condition.column]);
        default:
            return new Set();
    }
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
