import { readFileSync } from 'node:fs';
import { sharedData } from '../../support/sharedData.js';
import type { Columns } from './problems.js';

export const NIST_PROBLEMS =
    `Bennett5 BoxBOD Chwirut1 Chwirut2 DanWood ENSO Eckerle4 Gauss1 Gauss2 Gauss3 Hahn1 Kirby2 Lanczos1 Lanczos2
    Lanczos3 MGH09 MGH10 MGH17 Misra1a Misra1b Misra1c Misra1d Nelson Rat42 Rat43 Roszman1 Thurber`.split(/\s+/);

export interface NistProblem {
    readonly name: string;
    readonly law: string;
    readonly columns: Columns;
    readonly target: Float64Array;
    readonly parameters: readonly {
        readonly name: string;
        readonly starts: readonly number[];
        readonly certified: number;
        /** The certified standard deviation of the estimate. */
        readonly deviation: number;
    }[];
    /** Certified residual sum of squares. */
    readonly squares: number;
}

/** A problem of NIST's Statistical Reference Datasets for nonlinear regression; undefined where the data are absent. */
export function readNist(name: string): NistProblem | undefined {
    const file = sharedData(`nist-strd/${name}.dat`);
    if (file === undefined) return undefined;
    const text = readFileSync(file, 'utf8');
    const lines = text.split(/\r?\n/);
    const first = lines.findIndex((line) => /^\s+(y|log\[y\])\s*=/.test(line));
    const blank = lines.findIndex((line, k) => k > first && line.trim() === '');
    const [left, right] = lines.slice(first, blank).join(' ').split(/=(.*)/s);
    const observed = left.includes('log') ? Math.log : (y: number): number => y;
    const header = lines.findIndex((line, k) => k > blank && /^Data:\s+y/.test(line));
    const argumentNames = lines[header].trim().split(/\s+/).slice(2);
    const rows = lines
        .slice(header + 1)
        .map((line) => line.trim().split(/\s+/).map(Number))
        .filter((row) => row.length === argumentNames.length + 1);
    return {
        name,
        law: right.replace(/\+\s*e\s*$/, ''),
        columns: Object.fromEntries(argumentNames.map((x, k) => [x, Float64Array.from(rows, (row) => row[k + 1])])),
        target: Float64Array.from(rows, ([y]) => observed(y)),
        parameters: [...text.matchAll(/^ +(b\d) = +(\S+) +(\S+) +(\S+) +(\S+)/gm)].map((match) => ({
            name: match[1],
            starts: [Number(match[2]), Number(match[3])],
            certified: Number(match[4]),
            deviation: Number(match[5]),
        })),
        squares: Number(/Residual Sum of Squares: +(\S+)/.exec(text)?.[1]),
    };
}
