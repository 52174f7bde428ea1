/**
 * V of a sandwich, the sum of squared scores, reduced in bias: CR2 of Bell and McCaffrey (2002, Survey Methodology 28), which of
 * rows that are no clusters is HC2 (MacKinnon and White 1985, J. Econometrics 29). In coordinates in which the products of all
 * rows' derivatives add up to the identity, with Q those of a cluster's rows, P = QᵀQ and ψ = ρ′ of their residuals,
 *
 *     V = Σ s sᵀ,  s = (I − P)^(−1/2) Qᵀψ
 *
 * A cluster that the fit follows has small residuals; this makes up for it, exactly for squares, a linear law and equal noise.
 * The variance of a parameter has degrees of freedom of its own (`contrastSums.ts`; Imbens and Kolesár 2016, Rev. Econ. Stat.
 * 98; Pustejovsky and Tipton 2018, J. Bus. Econ. Stat. 36).
 */
import { partsOfClusters } from './clusterParts.js';
import type { LinearisedFit } from './clusterParts.js';
import { ContrastSums } from './contrastSums.js';
import { leveragesOf, orthonormalColumns, parameterContrasts } from './design.js';
import { addOuter, addProducts, multiply, symmetricEigen } from './linearAlgebra.js';
import { linearise } from './linearise.js';

export interface ScoreScatter {
    /** V, p × p, row-major. */
    readonly squares: Float64Array;
    /** ν of each column of the design; 0 where one cluster alone tells the parameter. */
    readonly degrees: readonly number[];
}

/** Smallest part of a direction that must be left to the other rows; where they tell nothing of it, a score is 0. */
const DETERMINED = 1e-8;

/** @param scores ψ of each row */
export async function scatterOfScores(
    fit: LinearisedFit,
    clusters: Uint32Array | undefined,
    scores: Float64Array,
): Promise<ScoreScatter> {
    const { columns } = fit.design;
    const squares = new Float64Array(columns.length ** 2);
    const contrasts = parameterContrasts(fit.design).map((contrast) => new ContrastSums(contrast));
    if (clusters === undefined) await addRows(fit, scores, squares, contrasts);
    else await addClusters(fit, clusters, scores, squares, contrasts);
    return { squares, degrees: contrasts.map(({ degrees }) => degrees) };
}

async function addClusters(
    fit: LinearisedFit,
    clusters: Uint32Array,
    scores: Float64Array,
    squares: Float64Array,
    contrasts: readonly ContrastSums[],
): Promise<void> {
    for (const { products, pulled } of (await partsOfClusters(fit, clusters, scores)).values()) {
        const root = inverseRoot(products, pulled.length);
        addOuter(squares, multiply(root, pulled));
        for (const sums of contrasts) {
            const b = multiply(root, sums.contrast);
            sums.addCluster(b, multiply(products, b));
        }
    }
}

/** (I − qqᵀ)^(−1/2) q = q/√(1 − h), h = qᵀq. */
async function addRows(
    { criterion, sample, design, parameters, pacer }: LinearisedFit,
    scores: Float64Array,
    squares: Float64Array,
    contrasts: readonly ContrastSums[],
): Promise<void> {
    for await (const { first, rows, counts, slopes } of linearise(criterion, sample, parameters, pacer)) {
        const columns = orthonormalColumns(design, slopes, rows);
        // A row that alone determines a parameter has no residual: it tells nothing.
        const leverages = leveragesOf(columns, counts).map((h) => Math.min(h, 1 - 1 / sample.rows));
        addProducts(
            squares,
            columns,
            leverages.map((h, i) => (counts[i] * scores[first + i]) ** 2 / (1 - h)),
        );
        for (const sums of contrasts) sums.addRows(columns, counts, leverages);
    }
}

/** (I − P)^(−1/2) */
function inverseRoot(products: Float64Array, size: number): Float64Array {
    const rest = products.map((element, index) => (index % (size + 1) === 0 ? 1 : 0) - element);
    const { values, vectors } = symmetricEigen(rest, size);
    const root = new Float64Array(size * size);
    values.forEach((value, k) => {
        if (value < DETERMINED) return;
        addOuter(
            root,
            Float64Array.from({ length: size }, (_, i) => vectors[i * size + k] / value ** 0.25),
        );
    });
    return root;
}
