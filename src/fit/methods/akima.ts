/**
 * Interpolation by piecewise cubics with the slopes of Akima (1970, J. ACM 17, 589–602): the slope at a point is the
 * mean of the slopes of the chords before and after it, each weighted by how much the chords bend on the other side,
 *
 *     t = (|m₊₂ − m₊₁| m₋₁ + |m₋₁ − m₋₂| m₊₁) / (|m₊₂ − m₊₁| + |m₋₁ − m₋₂|).
 *
 * An outlying point bends the curve only near itself, which is why Porian et al. (2024, arXiv 2406.19146) use it.
 */

/** Bends below this share of the largest one count as none (as in SciPy, so that rounding decides nothing). */
const NO_BEND = 1e-9;

export interface Minimum {
    readonly x: number;
    readonly y: number;
    /** Whether it lies at the first or the last point, so that the true one may be anywhere beyond. */
    readonly atEdge: boolean;
}

/** The lowest point of the Akima curve through some points. @param x ascending, all different, at least two */
export function akimaMinimum(x: ArrayLike<number>, y: ArrayLike<number>): Minimum {
    const slopes = akimaSlopes(x, y);
    let best = { x: x[0], y: y[0] };
    for (let k = 0; k < x.length - 1; k++) {
        const cubic = cubicBetween(x[k + 1] - x[k], y[k], y[k + 1], slopes[k], slopes[k + 1]);
        for (const t of stationaryPoints(cubic)) {
            const value = valueAt(cubic, t);
            if (value < best.y) best = { x: x[k] + t, y: value };
        }
        if (y[k + 1] < best.y) best = { x: x[k + 1], y: y[k + 1] };
    }
    return { ...best, atEdge: best.x === x[0] || best.x === x[x.length - 1] };
}

/** The slope of the curve at each point. */
export function akimaSlopes(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
    const m = extended(Array.from({ length: x.length - 1 }, (_, k) => (y[k + 1] - y[k]) / (x[k + 1] - x[k])));
    const bend = m.slice(1).map((slope, k) => Math.abs(slope - m[k]));
    const weights = Float64Array.from({ length: x.length }, (_, k) => bend[k] + bend[k + 2]);
    const least = NO_BEND * Math.max(...weights);
    return weights.map((weight, k) =>
        weight > least ? (bend[k + 2] * m[k + 1] + bend[k] * m[k + 2]) / weight : (m[k] + m[k + 3]) / 2,
    );
}

/** Two more chords at each end, so that their slopes go on as a parabola's would. */
function extended(chords: readonly number[]): number[] {
    const before = (first: number, second: number = first): number[] => [3 * first - 2 * second, 2 * first - second];
    const [first, second] = chords;
    const [last, oneBefore] = [...chords].reverse();
    return [...before(first, second), ...chords, ...before(last, oneBefore).reverse()];
}

/** start + t·(slope + t·(bend + t·twist)) for 0 ≤ t ≤ width */
interface Cubic {
    readonly width: number;
    readonly start: number;
    readonly slope: number;
    readonly bend: number;
    readonly twist: number;
}

/** The cubic with given values and slopes at both ends (Hermite). */
export function cubicBetween(width: number, start: number, end: number, slope: number, endSlope: number): Cubic {
    const chord = (end - start) / width;
    const bend = (3 * chord - 2 * slope - endSlope) / width;
    const twist = (slope + endSlope - 2 * chord) / (width * width);
    return { width, start, slope, bend, twist };
}

export function valueAt({ start, slope, bend, twist }: Cubic, t: number): number {
    return start + t * (slope + t * (bend + t * twist));
}

/** Where slope + 2·bend·t + 3·twist·t² = 0 inside the segment. */
function stationaryPoints({ width, slope, bend, twist }: Cubic): number[] {
    const discriminant = bend * bend - 3 * twist * slope;
    if (discriminant < 0) return [];
    // The root that cancels nothing, and the other through their product.
    const q = -(bend + (bend < 0 ? -1 : 1) * Math.sqrt(discriminant));
    return [q / (3 * twist), slope / q].filter((t) => t > 0 && t < width);
}
