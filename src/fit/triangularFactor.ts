/**
 * Rᵀ of the factorisation √c J = QR of a tall matrix that is read block by block, each block reflected into the triangle
 * of those before it (Demmel, Grigori, Hoemmen and Langou 2012, SIAM J. Sci. Comput. 34). JᵀcJ = RᵀR, without the
 * squared condition number of forming it.
 */
import type { LinearBlock } from './linearise.js';
import { reflect } from './linearAlgebra.js';

/** Lower triangular and row-major, as the factor of Cholesky. */
export async function triangularFactor(blocks: AsyncIterable<LinearBlock>, size: number): Promise<Float64Array> {
    let factor: Float64Array = new Float64Array(size * size);
    for await (const { rows, counts, slopes } of blocks) {
        const columns = slopes.map((slope, j) => {
            const column = new Float64Array(size + rows);
            column.set(factor.subarray(j * size, (j + 1) * size));
            for (let i = 0; i < rows; i++) column[size + i] = Math.sqrt(counts[i]) * slope[i];
            return column;
        });
        factor = triangularise(columns);
    }
    return factor;
}

/** The factor for some of the columns of J, in the given order. */
export function factorOf(factor: Float64Array, size: number, chosen: readonly number[]): Float64Array {
    return triangularise(chosen.map((j) => factor.slice(j * size, (j + 1) * size)));
}

/** The columns, none shorter than their number, are overwritten. */
function triangularise(columns: readonly Float64Array[]): Float64Array {
    const size = columns.length;
    const factor = new Float64Array(size * size);
    columns.forEach((column, k) => {
        const diagonal = reflect(columns, column.length, k);
        factor.set(column.subarray(0, k), k * size);
        factor[k * size + k] = diagonal;
    });
    return factor;
}
