/**
 * What the specs of examples/budgets answer, one value in a row: spec | budget | at | what | expected | tag | source.
 *
 * Budget: its name, or `predict`. At: the value that is swept over; nothing where there is no sweep, and for exponents. What: a
 * variable or choice, two variables as a ratio, `goal`, or `exponent of` a variable; of a prediction its text.
 * Tag: `published` is a number that the authors print, with the relative tolerance that their rounding leaves; `closed` is a
 * closed form, `computed` an optimum in one or two variables that SciPy found, both to one part in a million unless they say more.
 * Source: the paper by its first author, and the equation or table; the spec names it in full.
 */
import { DISCRETE } from './goldens/discrete.js';
import { DEPLOYMENT } from './goldens/deployment.js';
import { DESIGN } from './goldens/design.js';
import { FRONTIER } from './goldens/frontier.js';
import { SAMPLING } from './goldens/sampling.js';

export interface Answer {
    readonly spec: string;
    readonly budget: string;
    /** A value that is swept over, as written; empty without a sweep. */
    readonly at: string;
    readonly what: string;
    /** A number, or what the chosen option is called. */
    readonly expected: number | string;
    /** Relative. */
    readonly tolerance: number;
    readonly source: string;
}

const TOLERANCE = 1e-6;

export const ANSWERS: readonly Answer[] = [FRONTIER, DEPLOYMENT, DESIGN, DISCRETE, SAMPLING].flatMap((table) =>
    table.trim().split('\n').map(answerOf),
);

function answerOf(row: string): Answer {
    const [spec, budget, at, what, expected, tagged, source] = row.split('|').map((cell) => cell.trim());
    const [tag, tolerance] = tagged.split(' ');
    if (!['published', 'closed', 'computed'].includes(tag)) throw new Error(`${row}: no tag.`);
    return {
        spec,
        budget,
        at,
        what,
        expected: Number.isNaN(Number(expected)) ? expected : Number(expected),
        tolerance: tolerance === undefined ? TOLERANCE : Number(tolerance),
        source,
    };
}
