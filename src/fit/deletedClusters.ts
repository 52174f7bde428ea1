/**
 * The residuals of a cluster's rows in a fit without them, to first order: with Q the derivatives of its rows, in
 * coordinates in which the products of all rows' add up to the identity, and ψ/ψ̄′ the pull that each of its rows has,
 *
 *     r + Q (I − QᵀQ)⁻¹ Qᵀ ψ/ψ̄′
 *
 * which is exact for squares and a linear law (Bell and McCaffrey 2002, Survey Methodology 28; MacKinnon, Nielsen and
 * Webb 2023, J. Appl. Econometrics 38).
 */
import { orthonormalColumns } from './design.js';
import { cholesky, choleskySolve } from './linearAlgebra.js';
import { linearise } from './linearise.js';
import type { NoiseTask } from './noise.js';

/** Smallest pivot of I − QᵀQ at which the other rows determine the parameters. */
const DETERMINED = 1e-3;

export async function residualsWithoutCluster(
    { problem, criterion, sample, design, parameters, pacer }: NoiseTask,
    residuals: Float64Array,
    pull: Float64Array,
): Promise<Float64Array> {
    const clusters = problem.clusters!;
    const parts = new Map([...new Set(clusters)].map((cluster) => [cluster, new ClusterPart(design.columns.length)]));
    for await (const { first, rows, counts, slopes } of linearise(criterion, sample, parameters, pacer)) {
        const columns = orthonormalColumns(design, slopes, rows);
        for (let i = 0; i < rows; i++) {
            const row = columns.map((column) => column[i]);
            parts.get(clusters[first + i])!.add(row, counts[i], pull[first + i]);
        }
    }
    const shifts = new Map([...parts].map(([cluster, part]) => [cluster, part.shift()]));
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

class ClusterPart {
    /** I − QᵀQ and Qᵀψ/ψ̄′. */
    private readonly rest: Float64Array;
    private readonly pulled: Float64Array;

    constructor(private readonly size: number) {
        this.rest = Float64Array.from({ length: size * size }, (_, index) => (index % (size + 1) === 0 ? 1 : 0));
        this.pulled = new Float64Array(size);
    }

    add(row: readonly number[], count: number, pull: number): void {
        for (let j = 0; j < this.size; j++) {
            this.pulled[j] += count * row[j] * pull;
            for (let k = 0; k < this.size; k++) this.rest[j * this.size + k] -= count * row[j] * row[k];
        }
    }

    /** How the fit moves without the cluster; not at all where the other rows do not determine it. */
    shift(): Float64Array {
        const factor = cholesky(this.rest, this.size, DETERMINED);
        return factor === null ? new Float64Array(this.size) : choleskySolve(factor, this.size, this.pulled);
    }
}
