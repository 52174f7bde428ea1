/**
 * A law to first order about some parameters, block by block: what standard errors and leverages are made of. Nothing of
 * the size of the data is kept.
 */
import type { Criterion } from './criterion.js';
import type { Pacer } from './pacing.js';
import { BLOCK_ROWS } from './sample.js';
import type { Block, Sample } from './sample.js';

export interface LinearBlock extends Pick<Block, 'rows' | 'counts' | 'precisions'> {
    /** Index of the block's first row in the sample. */
    readonly first: number;
    /** (t − T(f))/σ of each row. */
    readonly residuals: Float64Array;
    /** ∂(T(f)/σ)/∂θⱼ of each row, one array for each parameter. */
    readonly slopes: readonly Float64Array[];
}

/** A block is valid until the next one is asked for. */
export async function* linearise(
    { model, ofLog, size }: Criterion,
    sample: Sample,
    parameters: Float64Array,
    pacer: Pacer,
): AsyncGenerator<LinearBlock> {
    const [predicted, ...derivatives] = Array.from({ length: 1 + size }, () => new Float64Array(BLOCK_ROWS));
    let first = 0;
    for (const { rows, columns, target, counts, precisions } of sample.blocks) {
        model.gradient(columns, parameters, [predicted, ...derivatives], 0, rows);
        const residuals = new Float64Array(rows);
        for (let i = 0; i < rows; i++) {
            residuals[i] = precisions[i] * (target[i] - (ofLog ? Math.log(predicted[i]) : predicted[i]));
            const inner = ofLog ? precisions[i] / predicted[i] : precisions[i];
            for (const derivative of derivatives) derivative[i] *= inner;
        }
        yield { rows, counts, precisions, first, residuals, slopes: derivatives };
        first += rows;
        await pacer.spend(rows * (1 + size) ** 2);
    }
}
