/** The rows a law is fitted to: all of a problem's, a part of them, or a resample. */
import type { Model } from './model.js';
import type { Pacer } from './pacing.js';
import type { FitProblem } from './problem.js';
import type { Random } from './random.js';

/** Rows are worked through in blocks of this size, so that intermediate results stay in the cache. */
export const BLOCK_ROWS = 2048;

export interface Block {
    readonly rows: number;
    readonly columns: readonly Float64Array[];
    /** Observed values; logarithms of them where the objective is of the log. */
    readonly target: Float64Array;
    /** How much each row counts: its weight, times how often it was drawn. */
    readonly counts: Float64Array;
    /** One over the standard error of each target; 1 where none is known. */
    readonly precisions: Float64Array;
}

export interface Sample {
    readonly rows: number;
    /** Arguments, then the model's data columns. */
    readonly columns: readonly Float64Array[];
    readonly target: Float64Array;
    readonly counts: Float64Array;
    readonly precisions: Float64Array;
    readonly blocks: readonly Block[];
}

/** The rows of a problem; `model` is its law. */
export async function createSample(
    model: Model,
    {
        columns,
        target,
        objective: { ofLog },
        weights,
        errors,
    }: Pick<FitProblem, 'columns' | 'target' | 'objective' | 'weights' | 'errors'>,
    pacer: Pacer,
): Promise<Sample> {
    const rows = target.length;
    const ones = new Float64Array(rows).fill(1);
    const data = Array.from({ length: model.dataColumnCount }, () => new Float64Array(rows));
    const inScale = ofLog ? new Float64Array(rows) : target;
    for (let from = 0; from < rows; from += BLOCK_ROWS) {
        const to = Math.min(rows, from + BLOCK_ROWS);
        model.dataColumns(columns, [], data, from, to);
        if (ofLog) for (let i = from; i < to; i++) inScale[i] = Math.log(target[i]);
        const pause = pacer.spend((to - from) * (2 + data.length));
        if (pause !== undefined) await pause;
    }
    return inBlocks({
        columns: [...columns, ...data],
        target: inScale,
        counts: weights ?? ones,
        // The standard error of ln y is that of y over y.
        precisions: errors?.map((error, i) => (ofLog ? target[i] : 1) / error) ?? ones,
    });
}

/** At most `most` rows, drawn evenly from the sample without repetition. */
export function thin(sample: Sample, most: number, random: Random): Sample {
    if (sample.rows <= most) return sample;
    const stride = sample.rows / most;
    const rows = Uint32Array.from({ length: most }, (_, k) =>
        Math.min(sample.rows - 1, Math.floor((k + random.uniform()) * stride)),
    );
    return select(sample, rows);
}

/** Each row as often as `times` says; a row kept k times stands once and counts k times as much. */
export function repeat(sample: Sample, times: Float64Array): Sample {
    const rows = rowsWith(times);
    const kept = select(sample, rows);
    for (let i = 0; i < rows.length; i++) kept.counts[i] *= times[rows[i]];
    return kept;
}

/** The rows that are met at least once. */
function rowsWith(times: Float64Array): Uint32Array {
    const rows = new Uint32Array(times.length);
    let count = 0;
    for (let row = 0; row < times.length; row++) if (times[row] > 0) rows[count++] = row;
    return rows.subarray(0, count);
}

/** The same rows with other observed values, in the scale of the objective. */
export function withTarget(sample: Sample, target: Float64Array): Sample {
    return inBlocks({ ...sample, target });
}

/** The same rows with other arguments; `model` is the law. */
export function withColumns(model: Model, sample: Sample, columns: readonly Float64Array[]): Sample {
    const data = Array.from({ length: model.dataColumnCount }, () => new Float64Array(sample.rows));
    model.dataColumns(columns, [], data, 0, sample.rows);
    return inBlocks({ ...sample, columns: [...columns, ...data] });
}

/** Copies of some rows. */
function select(sample: Sample, rows: Uint32Array): Sample {
    const pick = (column: Float64Array): Float64Array => {
        const picked = new Float64Array(rows.length);
        for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]];
        return picked;
    };
    const { columns, target, counts, precisions } = sample;
    return inBlocks({
        columns: columns.map(pick),
        target: pick(target),
        counts: pick(counts),
        precisions: pick(precisions),
    });
}

function inBlocks({ columns, target, counts, precisions }: Omit<Sample, 'rows' | 'blocks'>): Sample {
    const rows = target.length;
    const blocks: Block[] = [];
    for (let from = 0; from < rows; from += BLOCK_ROWS) {
        const to = Math.min(rows, from + BLOCK_ROWS);
        const part = (column: Float64Array): Float64Array => column.subarray(from, to);
        blocks.push({
            rows: to - from,
            columns: columns.map(part),
            target: part(target),
            counts: part(counts),
            precisions: part(precisions),
        });
    }
    return { rows, columns, target, counts, precisions, blocks };
}
