/** A first spec for a CSV file: its columns guessed from their headers, a law that fits them, and the first questions. */
import { parseCsv } from '../data/parseCsv.js';
import type { NumberColumn, Table } from '../data/table.js';
import { unitNamed } from '../quantity/units.js';
import { exponentIn, headerFor, ROLES, type Role } from './headers.js';
import { isNumberColumn } from './tables/columnFormulas.js';
import { decodeText } from './tables/decode.js';

/** `csvName` is written after `from`. The text checks clean; what could not be guessed is left as a comment. */
export async function firstSpec(csvName: string, bytes: Uint8Array): Promise<string> {
    const table = await parseCsv(decodeText(bytes) ?? '', { pause: () => undefined });
    const guess = guessColumns(table);
    const name = nameFor(csvName);
    const listed = table.columns.map((column) => `"${column.name}"`).join(', ');
    return [
        `/// The runs of ${csvName}. Its columns: ${listed}.`,
        `runs ${name} from "${csvName}" {`,
        ...columnLines(guess).map((line) => `  ${line}`),
        '}',
        '',
        ...questions(name, guess),
        '',
    ].join('\n');
}

interface Guess {
    readonly column: NumberColumn;
    /** Power of ten that the header says the numbers are in, such as 6 for "Params (M)". */
    readonly exponent: number;
}

type Guesses = Partial<Record<Role, Guess>>;

function guessColumns({ columns }: Table): Guesses {
    const guesses: Guesses = {};
    const free = new Set(columns.filter(isNumberColumn));
    for (const role of ROLES) {
        const header = headerFor(
            role,
            [...free].map(({ name }) => name),
        );
        const column = [...free].find(({ name }) => name === header);
        if (column === undefined) continue;
        free.delete(column);
        guesses[role] = { column, exponent: column.unit === undefined ? exponentIn(column.name) : 0 };
    }
    return guesses;
}

function columnLines(guess: Guesses): string[] {
    const { N, D, C } = guess;
    const derived = derivedColumn(guess);
    const written = (['N', 'D', 'C', 'loss'] as const).flatMap((role) => {
        const each = guess[role];
        return each === undefined ? [] : [definition(role, each)];
    });
    const missing =
        N === undefined && D === undefined && C === undefined
            ? ['// N = "…"  // name the columns that the law needs']
            : [];
    return [...written, ...(derived === undefined ? [] : [derived]), ...missing];
}

function definition(role: Role, { column, exponent }: Guess): string {
    const units: Readonly<Record<Role, string>> = { N: ' in params', D: ' in tokens', C: ' in FLOP', loss: '' };
    const unit = column.unit !== undefined && unitNamed(column.unit) !== undefined ? '' : units[role];
    const factor = exponent === 0 ? '' : ` * 1e${exponent}`;
    return column.name === role && factor === '' ? `${role}${unit}` : `${role} = "${column.name}"${factor}${unit}`;
}

/** Whichever of N and D is missing follows from compute: C = 6·N·D. */
function derivedColumn({ N, D, C }: Guesses): string | undefined {
    if (C === undefined) return undefined;
    if (N !== undefined && D === undefined) return 'D = C / (6 * N)';
    return D !== undefined && N === undefined ? 'N = C / (6 * D)' : undefined;
}

function questions(runs: string, guess: Guesses): string[] {
    const { N, D, C, loss } = guess;
    if (loss === undefined)
        return [
            '// Name the column that holds the loss, then choose a law and fit it:',
            '// law surface = chinchilla',
            `// fit surface to ${runs}`,
        ];
    const known = [N, D, C].filter(isPresent).length;
    if (known >= 2) {
        return [
            'law surface = chinchilla',
            '',
            `fit surface to ${runs}`,
            '',
            'budget next {',
            '  minimize surface(N, D)',
            `  subject to 6 * N * D <= ${nextBudget(guess)} FLOP`,
            '}',
        ];
    }
    if (C !== undefined) return ['law trend = compute_power', '', `fit trend to ${runs}`];
    const variable = N !== undefined ? 'N' : D !== undefined ? 'D' : undefined;
    return variable === undefined
        ? [
              '// Name the columns that the loss depends on, then choose a law and fit it:',
              '// law surface = chinchilla',
              `// fit surface to ${runs}`,
          ]
        : [`law trend(${variable}) = E + A / ${variable}^alpha`, '', `fit trend to ${runs}`];
}

/** Ten times the largest run's compute, as a power of ten. */
function nextBudget({ N, D, C }: Guesses): string {
    const scaled = (guess: Guess | undefined, row: number): number =>
        guess === undefined ? NaN : guess.column.values[row] * 10 ** guess.exponent;
    const rows = (N ?? C)?.column.values.length ?? 0;
    const computes = Array.from({ length: rows }, (_, row) =>
        C === undefined ? 6 * scaled(N, row) * scaled(D, row) : scaled(C, row),
    );
    const largest = computes.filter((each) => each > 0).reduce((most, each) => Math.max(most, each), 1);
    return `1e${Math.floor(Math.log10(largest)) + 1}`;
}

/** A name made of the file's. */
function nameFor(csvName: string): string {
    const stem = csvName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
    const name = stem.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
    return /^[A-Za-z_]/.test(name) ? name : `runs_${name}`.replace(/_$/, '');
}

function isPresent<T>(value: T | undefined): value is T {
    return value !== undefined;
}
