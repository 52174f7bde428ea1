/** Where a function of one variable is 0. */

/** What is 0 where an equation holds: of the unknown, then what the equation takes from outside. */
export type Residual = (inputs: ArrayLike<number>) => number;

/** The unknown between two limits; it is put into `inputs` before the others. */
export function solveFor(residual: Residual, inputs: Float64Array, lower: number, upper: number): number {
    const at = (unknown: number): number => {
        inputs[0] = unknown;
        return residual(inputs);
    };
    return rootBetween(at, lower, upper);
}

interface Point {
    readonly x: number;
    readonly y: number;
}

/** More are never needed: bisection alone, between any two limits, takes about 110. */
const MOST_STEPS = 400;

/** What may be left of the larger value at the limits: where more is left, the function jumps over 0 or has a pole. */
const MOST_LEFT = 1e-6;

/**
 * The root of `f` between two limits where its signs differ, to the last digits; NaN where they do not, where `f` has no
 * value on the way, where it changes its sign in a jump, and where it is 0 at both limits. Between positive limits the search goes by logarithms.
 * Chandrupatla 1997 (Adv. Eng. Software 28, 145): inverse quadratic interpolation where that is safe, else bisection.
 */
export function rootBetween(f: (x: number) => number, lower: number, upper: number): number {
    const scale = lower > 0 && upper > 0 ? LOGARITHMIC : linearScale(Math.abs(upper - lower));
    const ends = [lower, upper].map((x): Point => ({ x, y: f(x) }));
    const exact = ends.filter(({ y }) => y === 0);
    if (exact.length > 0) return exact.length === 1 ? exact[0].x : NaN;
    const largest = Math.max(...ends.map(({ y }) => Math.abs(y)));
    let [a, b] = ends;
    let share = 0.5;
    for (let step = 0; step < MOST_STEPS && areOpposite(a, b); step++) {
        const x = scale.between(a.x, b.x, share);
        const y = f(x);
        if (y === 0) return x;
        if (Number.isNaN(y)) return NaN;
        const next = { x, y };
        const [other, left] = areOpposite(next, a) ? [a, b] : [b, a];
        [a, b] = [next, other];
        const nearest = Math.abs(a.y) < Math.abs(b.y) ? a : b;
        const width = scale.distance(b.x, a.x);
        const least = scale.resolution(nearest.x) / Math.abs(width);
        if (least > 0.5 || x === left.x) return Math.abs(nearest.y) <= MOST_LEFT * largest ? nearest.x : NaN;
        share = Math.min(1 - least, Math.max(least, interpolated(a, b, left, width, scale)));
    }
    return NaN;
}

/** How far from a to b the curve through the three points is 0, as a share of the way; ½ where it may not be trusted. */
function interpolated(a: Point, b: Point, c: Point, width: number, { distance }: Scale): number {
    const xi = distance(b.x, a.x) / distance(b.x, c.x);
    const phi = (a.y - b.y) / (c.y - b.y);
    if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
    const alpha = distance(a.x, c.x) / -width;
    return (a.y / (b.y - a.y)) * (c.y / (b.y - c.y)) + alpha * (a.y / (c.y - a.y)) * (b.y / (c.y - b.y));
}

function areOpposite(a: Point, b: Point): boolean {
    return (a.y < 0 && b.y > 0) || (a.y > 0 && b.y < 0);
}

interface Scale {
    /** The point that lies a share of the way from a to b. */
    readonly between: (a: number, b: number, share: number) => number;
    /** From a to b, with its sign. */
    readonly distance: (a: number, b: number) => number;
    /** A distance at x that is not worth to be halved. */
    readonly resolution: (x: number) => number;
}

/** Distances are logarithms of ratios, without loss for numbers near one another. */
const LOGARITHMIC: Scale = {
    between: (a, b, share) =>
        areNear(a, b)
            ? a * Math.exp(share * Math.log1p((b - a) / a))
            : Math.exp((1 - share) * Math.log(a) + share * Math.log(b)),
    distance: (a, b) => (areNear(a, b) ? Math.log1p((b - a) / a) : Math.log(b) - Math.log(a)),
    resolution: () => Number.EPSILON,
};

function areNear(a: number, b: number): boolean {
    return Math.abs(b - a) < a / 2;
}

function linearScale(range: number): Scale {
    return {
        between: (a, b, share) => a + share * (b - a),
        distance: (a, b) => b - a,
        resolution: (x) => Number.EPSILON * Math.abs(x) + Number.EPSILON ** 2 * range,
    };
}
