/**
 * The residuals of a cluster's rows in a fit without them, to first order: with Q the derivatives of its rows, in
 * coordinates in which the products of all rows' add up to the identity, and ψ/ψ̄′ the pull that each of its rows has,
 *
 *     r + Q (I − QᵀQ)⁻¹ Qᵀ ψ/ψ̄′
 *
 * which is exact for squares and a linear law (Bell and McCaffrey 2002, Survey Methodology 28; MacKinnon, Nielsen and
 * Webb 2023, J. Appl. Econometrics 38).
 */
import { partsOfClusters } from './clusterParts.js';
import type { ClusterPart, LinearisedFit } from './clusterParts.js';
import { orthonormalColumns } from './design.js';
import { cholesky, choleskySolve } from './linearAlgebra.js';
import { linearise } from './linearise.js';

/** Smallest pivot of I − QᵀQ at which the other rows determine the parameters. */
const DETERMINED = 1e-3;

export async function residualsWithoutCluster(
    fit: LinearisedFit,
    clusters: Uint32Array,
    residuals: Float64Array,
    pull: Float64Array,
): Promise<Float64Array> {
    const { criterion, sample, design, parameters, pacer } = fit;
    const parts = await partsOfClusters(fit, clusters, pull);
    const shifts = new Map([...parts].map(([cluster, part]) => [cluster, shiftWithout(part)]));
    const deleted = residuals.slice();
    for await (const { first, rows, slopes } of linearise(criterion, sample, parameters, pacer)) {
        const columns = orthonormalColumns(design, slopes, rows);
        for (let i = 0; i < rows; i++) {
            const shift = shifts.get(clusters[first + i])!;
            columns.forEach((column, k) => (deleted[first + i] += column[i] * shift[k]));
        }
    }
    return deleted;
}

/** How the fit moves without the cluster; not at all where the other rows do not determine it. */
function shiftWithout({ products, pulled }: ClusterPart): Float64Array {
    const size = pulled.length;
    const rest = products.map((element, index) => (index % (size + 1) === 0 ? 1 : 0) - element);
    const factor = cholesky(rest, size, DETERMINED);
    return factor === null ? new Float64Array(size) : choleskySolve(factor, size, pulled);
}
