/** What each cluster of rows adds to a fit, in coordinates in which the products of all rows' derivatives are the identity. */
import { orthonormalColumns } from './design.js';
import type { Design } from './design.js';
import { linearise } from './linearise.js';
import type { Criterion } from './criterion.js';
import type { Pacer } from './pacing.js';
import type { Sample } from './sample.js';

export interface LinearisedFit {
    readonly criterion: Criterion;
    readonly sample: Sample;
    readonly design: Design;
    /** The optimum. */
    readonly parameters: Float64Array;
    readonly pacer: Pacer;
}

/** With Q the derivatives of the cluster's rows. */
export interface ClusterPart {
    /** P = QᵀQ, p × p, row-major. */
    readonly products: Float64Array;
    /** Qᵀv of the values v given for its rows. */
    readonly pulled: Float64Array;
}

/** @param values v of each row */
export async function partsOfClusters(
    { criterion, sample, design, parameters, pacer }: LinearisedFit,
    clusters: Uint32Array,
    values: Float64Array,
): Promise<Map<number, ClusterPart>> {
    const size = design.columns.length;
    const parts = new Map([...new Set(clusters)].map((cluster) => [cluster, emptyPart(size)]));
    for await (const { first, rows, counts, slopes } of linearise(criterion, sample, parameters, pacer)) {
        const columns = orthonormalColumns(design, slopes, rows);
        for (let i = 0; i < rows; i++) {
            const { products, pulled } = parts.get(clusters[first + i])!;
            for (let j = 0; j < size; j++) {
                const weighted = counts[i] * columns[j][i];
                pulled[j] += weighted * values[first + i];
                for (let k = 0; k < size; k++) products[j * size + k] += weighted * columns[k][i];
            }
        }
    }
    return parts;
}

function emptyPart(size: number): ClusterPart {
    return { products: new Float64Array(size * size), pulled: new Float64Array(size) };
}

export function countClusters(clusters: Uint32Array): number {
    return new Set(clusters).size;
}
