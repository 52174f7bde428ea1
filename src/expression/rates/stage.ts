/**
 * The shapes of a learning-rate schedule's stages. A stage takes the rate from one value to another in a number of steps;
 * its step j, from 1 on, is the share x = j/n of the way. Rates and their sums are smooth in j, so that they can be asked for
 * between two steps.
 */
export type Shape = 'constant' | 'linear' | 'cosine' | 'sqrt' | 'square' | 'exponential';

export interface Stage {
    readonly shape: Shape;
    /** The steps after `start` up to `end` are its own. */
    readonly start: number;
    readonly end: number;
    /** The rates at its start, which belongs to the stage before, and at its end. */
    readonly from: number;
    readonly to: number;
}

interface ShapeDefinition {
    /** The rate at the share x of the way. */
    readonly rate: (stage: Stage, x: number) => number;
    /** The sum of the rates of its first j of n steps. */
    readonly sum: (stage: Stage, j: number, n: number) => number;
}

const SHAPES: Readonly<Record<Shape, ShapeDefinition>> = {
    constant: { rate: ({ to }) => to, sum: ({ to }, j) => to * j },
    linear: along(
        (x) => x,
        (j, n) => (j * (j + 1)) / (2 * n),
    ),
    square: along(
        (x) => x * x,
        (j, n) => (j * (j + 1) * (2 * j + 1)) / (6 * n * n),
    ),
    sqrt: along(Math.sqrt, (j, n) => sumOfRoots(j) / Math.sqrt(n)),
    cosine: along(
        (x) => Math.sin((Math.PI * x) / 2) ** 2,
        (j, n) => (j - sumOfCosines(j, Math.PI / n)) / 2,
    ),
    exponential: {
        rate: (stage, x) => (x === 1 ? stage.to : stage.from * Math.exp(x * riseOf(stage))),
        sum: (stage, j, n) => {
            const rise = riseOf(stage) / n;
            const geometric = rise === 0 ? j : (Math.exp(rise) * Math.expm1(rise * j)) / Math.expm1(rise);
            return stage.from * geometric;
        },
    },
};

/** ln(to/from), where the ratio itself may overflow. */
function riseOf({ from, to }: Stage): number {
    return Math.log(to) - Math.log(from);
}

/** A shape by how much of the change has been made at x, and what that sums to over j of n steps. */
function along(share: (x: number) => number, sum: (j: number, n: number) => number): ShapeDefinition {
    return {
        rate: ({ from, to }, x) => (x === 1 ? to : from + (to - from) * share(x)),
        sum: ({ from, to }, j, n) => from * j + (to - from) * sum(j, n),
    };
}

export function stageRate(stage: Stage, step: number): number {
    return SHAPES[stage.shape].rate(stage, (step - stage.start) / (stage.end - stage.start));
}

/** The sum of the stage's rates up to a step of it. */
export function stageArea(stage: Stage, step: number): number {
    return SHAPES[stage.shape].sum(stage, step - stage.start, stage.end - stage.start);
}

/** cos θ + cos 2θ + … + cos jθ */
function sumOfCosines(j: number, theta: number): number {
    return (Math.sin((j * theta) / 2) * Math.cos(((j + 1) * theta) / 2)) / Math.sin(theta / 2);
}

/** ζ(−½) */
const ZETA = -0.2078862249773546;

/** Where the series is exact to the last digits. */
const FAR = 24;

/** √1 + √2 + … + √j, by the series of Euler and Maclaurin (Abramowitz and Stegun 1964, 23.1.30). */
function sumOfRoots(j: number): number {
    let [x, passed] = [j, 0];
    while (x < FAR) passed += Math.sqrt(++x);
    const root = Math.sqrt(x);
    const square = x * x;
    const tail = (1 / 24 - (1 / 1920 - (1 / 9216 - 11 / 163840 / square) / square) / square) / root;
    return ZETA + root * ((2 / 3) * x + 1 / 2) + tail - passed;
}
