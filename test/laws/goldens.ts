/**
 * Golden values of the law library, one in a row: law | values | arguments | expected | tag | source.
 *
 * Values: a preset in quotes, entries of a law's block in braces, or nothing where the law itself has them.
 * Tag: `published` is a number that the authors print, with the relative tolerance that their rounding leaves; `computed` is
 * arithmetic on the formula and the constants, done with Python's floats (SciPy for equations), ten digits of it.
 * Source: the paper by its first author, and the equation or table; the law names it in full.
 */
import { ANNEALING } from './goldens/annealing.js';
import { DOWNSTREAM } from './goldens/downstream.js';
import { LOSS } from './goldens/loss.js';
import { PLANNING } from './goldens/planning.js';

export interface Golden {
    readonly law: string;
    readonly values: string;
    readonly at: string;
    readonly expected: number;
    readonly tag: 'published' | 'computed';
    /** Relative; absolute where 0 is expected. */
    readonly tolerance: number;
    readonly source: string;
}

const COMPUTED_TOLERANCE = 1e-9;

export const GOLDENS: readonly Golden[] = [LOSS, ANNEALING, DOWNSTREAM, PLANNING].flatMap((table) =>
    table.trim().split('\n').map(goldenOf),
);

function goldenOf(row: string): Golden {
    const [law, values, at, expected, tagged, source] = row.split('|').map((cell) => cell.trim());
    const [tag, tolerance] = tagged.split(' ');
    if (tag !== 'published' && tag !== 'computed') throw new Error(`${row}: no tag.`);
    return {
        law,
        values,
        at,
        expected: Number(expected),
        tag,
        tolerance: tolerance === undefined ? COMPUTED_TOLERANCE : Number(tolerance),
        source,
    };
}
