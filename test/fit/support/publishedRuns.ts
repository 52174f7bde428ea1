import { readFileSync } from 'node:fs';
import { sharedData } from '../../support/sharedData.js';
import type { Columns } from './problems.js';

/** The numbers of a CSV file of the shared data sets, by column; undefined where the file is absent. */
export function readColumns(path: string, keep: (row: Readonly<Record<string, string>>) => boolean = () => true) {
    const file = sharedData(path);
    if (file === undefined) return undefined;
    const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
    const names = header.split(',');
    const rows = lines
        .map((line) => Object.fromEntries(line.split(',').map((cell, k) => [names[k], cell])))
        .filter(keep);
    return Object.fromEntries(names.map((name) => [name, Float64Array.from(rows, (row) => Number(row[name]))]));
}

/** Besiroglu et al. (2024), arXiv 2404.10102: the points of Hoffmann et al., those below the fifth highest loss. */
export function chinchillaRuns(): { columns: Columns; loss: Float64Array } | undefined {
    const all = readColumns('chinchilla-epoch/chinchilla_245.csv', (row) => row.excluded_by_epoch === '0');
    return all && { columns: { N: all.N, D: all.D }, loss: all.loss };
}

/**
 * Dey et al. (2023), arXiv 2304.03208, table 7: seven models at 20 tokens per parameter, loss on the Pile's test set.
 */
export const CEREBRAS = {
    N: Float64Array.of(111e6, 256e6, 590e6, 1.3e9, 2.7e9, 6.7e9, 13e9),
    D: Float64Array.of(2.22e9, 5.12e9, 11.8e9, 26.2e9, 53e9, 133e9, 257e9),
    C: Float64Array.of(2.6e18, 1.3e19, 6.1e19, 2.8e20, 1.1e21, 6.3e21, 2.3e22),
    loss: Float64Array.of(2.608, 2.349, 2.181, 1.997, 1.834, 1.704, 1.572),
};
