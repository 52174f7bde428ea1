/** Functions of the rows of one run, in their order. Each fills in its values by row. */
import type { SeriesFunction } from '../../language/rowFunctions.js';

/** `rows` are those of one run, in the order of their `steps`. */
type Along = (operands: readonly Float64Array[], rows: Uint32Array, steps: Float64Array, out: Float64Array) => void;

export const ALONG: Readonly<Record<SeriesFunction, Along>> = {
    previous([values], rows, _steps, out) {
        for (let index = 1; index < rows.length; index++) out[rows[index]] = values[rows[index - 1]];
    },

    first([values], rows, _steps, out) {
        const first = rows.find((row) => !Number.isNaN(values[row]));
        if (first !== undefined) for (const row of rows) out[row] = values[first];
    },

    last([values], rows, _steps, out) {
        const last = rows
            .slice()
            .reverse()
            .find((row) => !Number.isNaN(values[row]));
        if (last !== undefined) for (const row of rows) out[row] = values[last];
    },

    cumsum([values], rows, _steps, out) {
        let total = 0;
        for (const row of rows) {
            out[row] = total + values[row];
            if (!Number.isNaN(values[row])) total = out[row];
        }
    },

    /** sᵢ = sᵢ₋₁ + (1 − e^(−Δ/span))·(xᵢ − sᵢ₋₁), where Δ is the step since the last row that has a value; s₀ = x₀. */
    smooth([values, spans], rows, steps, out) {
        let before: number | undefined;
        for (const row of rows) {
            if (Number.isNaN(values[row]) || !(spans[row] > 0)) continue;
            if (before === undefined) out[row] = values[row];
            else {
                const weight = -Math.expm1((steps[before] - steps[row]) / spans[row]);
                out[row] = out[before] + weight * (values[row] - out[before]);
            }
            before = row;
        }
    },
};

/** The value in the row of the lowest step that has one, the first of them; the rows need not be in order. */
export function firstAlong(values: Float64Array, steps: Float64Array, rows: Uint32Array): number {
    return valueAt(values, steps, rows, (step, before) => step < before);
}

/** That of the highest step, the last of them. */
export function lastAlong(values: Float64Array, steps: Float64Array, rows: Uint32Array): number {
    return valueAt(values, steps, rows, (step, before) => step >= before);
}

function valueAt(
    values: Float64Array,
    steps: Float64Array,
    rows: Uint32Array,
    isBetter: (step: number, before: number) => boolean,
): number {
    let best: number | undefined;
    for (const row of rows) {
        if (Number.isNaN(values[row]) || Number.isNaN(steps[row])) continue;
        if (best === undefined || isBetter(steps[row], steps[best])) best = row;
    }
    return best === undefined ? NaN : values[best];
}
