/** The rows a law is fitted to: all of a problem's, a part of them, or a resample. */
import type { Model } from './model.js';
import type { Random } from './random.js';

/** Rows are worked through in blocks of this size, so that intermediate results stay in the cache. */
export const BLOCK_ROWS = 2048;

export interface Block {
    readonly rows: number;
    readonly columns: readonly Float64Array[];
    /** Observed values; logarithms of them where the objective is of the log. */
    readonly target: Float64Array;
    /** How often each row counts. */
    readonly counts: Float64Array;
}

export interface Sample {
    readonly rows: number;
    /** Arguments, then the model's data columns. */
    readonly columns: readonly Float64Array[];
    readonly target: Float64Array;
    readonly counts: Float64Array;
    readonly blocks: readonly Block[];
}

export function createSample(model: Model, argumentColumns: readonly Float64Array[], target: Float64Array): Sample {
    return inBlocks(model.dataColumns(argumentColumns, target.length), target, new Float64Array(target.length).fill(1));
}

/** At most `most` rows, drawn evenly from the sample without repetition. */
export function thin(sample: Sample, most: number, random: Random): Sample {
    if (sample.rows <= most) return sample;
    const stride = sample.rows / most;
    return gather(
        sample,
        Uint32Array.from({ length: most }, (_, k) =>
            Math.min(sample.rows - 1, Math.floor((k + random.uniform()) * stride)),
        ),
        new Float64Array(most).fill(1),
    );
}

export interface Resample {
    readonly sample: Sample;
    /** How often each row of the original was drawn. */
    readonly counts: Float64Array;
}

/** As many rows as the sample has, drawn with replacement; a row drawn k times is kept once and counts k times. */
export function resample(sample: Sample, random: Random): Resample {
    const counts = new Float64Array(sample.rows);
    for (let i = 0; i < sample.rows; i++) counts[random.below(sample.rows)]++;
    const drawn = Uint32Array.from(counts.keys()).filter((row) => counts[row] > 0);
    const kept = Float64Array.from(drawn, (row) => counts[row]);
    return { sample: gather(sample, drawn, kept), counts };
}

function gather(sample: Sample, rows: Uint32Array, counts: Float64Array): Sample {
    const pick = (column: Float64Array): Float64Array => {
        const picked = new Float64Array(rows.length);
        for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]];
        return picked;
    };
    return inBlocks(sample.columns.map(pick), pick(sample.target), counts);
}

function inBlocks(columns: readonly Float64Array[], target: Float64Array, counts: Float64Array): Sample {
    const rows = target.length;
    const blocks: Block[] = [];
    for (let from = 0; from < rows; from += BLOCK_ROWS) {
        const to = Math.min(rows, from + BLOCK_ROWS);
        blocks.push({
            rows: to - from,
            columns: columns.map((column) => column.subarray(from, to)),
            target: target.subarray(from, to),
            counts: counts.subarray(from, to),
        });
    }
    return { rows, columns, target, counts, blocks };
}
