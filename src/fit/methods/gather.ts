/** The values of a column on some rows. */
export function gather(column: Float64Array, rows: readonly number[]): Float64Array {
    const values = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]];
    return values;
}
