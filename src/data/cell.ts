/** What one cell of a table says, whichever format the table came in. */
import { isSuffix, SUFFIXES, tryQuantity, type Quantity } from '../quantity/parse.js';

/** How the commas of a table are meant: in semicolon files they may be decimal marks. */
export type CommaStyle = 'grouping' | 'decimal';

const MISSING = new Set(['', '-', '?', 'na', 'n/a', 'nan', 'null']);
const LONGEST_MISSING = 4;

/** Empty, `-`, `NA`, `N/A`, `NaN`, `null` or `?`. */
export function isMissing(cell: string): boolean {
    return cell.length <= LONGEST_MISSING && MISSING.has(cell.toLowerCase());
}

const PLAIN = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+|[KMBGTP])?$/;

/** The value of a cell of digits, perhaps with a suffix, which most are; undefined for anything else. */
export function plainNumber(cell: string): number | undefined {
    if (!PLAIN.test(cell)) {
        return undefined;
    }
    const last = cell[cell.length - 1];
    const value = last > '9' && isSuffix(last) ? Number(`${cell.slice(0, -1)}e${SUFFIXES[last]}`) : Number(cell);
    return Number.isFinite(value) ? value : undefined;
}

/** A number with what else may stand beside it: separators, unit. */
export function cellQuantity(cell: string, commas: CommaStyle): Quantity | undefined {
    return tryQuantity(withPoint(cell, commas), 'cell');
}

/** The cell with a decimal point, as numbers are read. */
export function withPoint(cell: string, commas: CommaStyle): string {
    return commas === 'decimal' ? cell.replace(',', '.') : cell;
}

export function isNumber(cell: string, commas: CommaStyle): boolean {
    return plainNumber(cell) !== undefined || cellQuantity(cell, commas) !== undefined;
}

const GROUPED = /^[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(?![0-9,])/;
const DECIMAL = /^[+-]?[0-9]*,[0-9]+(?![0-9,.])/;

/** What a cell proves about commas: `1,4` decimal, `1,234,567` and `1,234.5` grouping, `1,234` either. */
export function commaEvidence(cell: string): CommaStyle | 'either' | undefined {
    const grouped = GROUPED.exec(cell);
    if (grouped) {
        return grouped[0].indexOf(',') !== grouped[0].lastIndexOf(',') || cell[grouped[0].length] === '.'
            ? 'grouping'
            : 'either';
    }
    return DECIMAL.test(cell) ? 'decimal' : undefined;
}
