/**
 * The coordinates in which a local search moves. A parameter that scales (A in A/N^α, C0 in C/C0) is searched by its
 * logarithm, its sign kept, since it may lie orders of magnitude from where the search starts; the others as they are.
 */
import type { Expansion } from './criterion.js';
import type { ParameterSpec } from './problem.js';

/** 0: the parameter itself. ±1: the logarithm of ± the parameter. */
export type Coordinate = -1 | 0 | 1;

export function toParameters(point: Float64Array, coordinates: readonly Coordinate[]): Float64Array {
    const parameters = new Float64Array(point.length);
    for (let j = 0; j < point.length; j++) {
        parameters[j] = coordinates[j] === 0 ? point[j] : coordinates[j] * Math.exp(point[j]);
    }
    return parameters;
}

export function toPoint(parameters: Float64Array, coordinates: readonly Coordinate[]): Float64Array {
    return parameters.map((p, j) => (coordinates[j] === 0 ? p : Math.log(coordinates[j] * p)));
}

export interface Box {
    readonly lower: Float64Array;
    readonly upper: Float64Array;
}

export function boxOf(specs: readonly ParameterSpec[]): Box {
    return {
        lower: Float64Array.from(specs, (spec) => spec.lower),
        upper: Float64Array.from(specs, (spec) => spec.upper),
    };
}

export function boxInCoordinates(box: Box, coordinates: readonly Coordinate[]): Box {
    const log = (bound: number): number => (bound > 0 ? Math.log(bound) : -Infinity);
    const side = (own: Float64Array, opposite: Float64Array): Float64Array =>
        own.map((bound, j) => {
            if (coordinates[j] === 0) return bound;
            return log(coordinates[j] > 0 ? bound : -opposite[j]);
        });
    return { lower: side(box.lower, box.upper), upper: side(box.upper, box.lower) };
}

/** dθ/du of each parameter. */
export function ratesOf(parameters: Float64Array, coordinates: readonly Coordinate[]): Float64Array {
    const rates = new Float64Array(parameters.length);
    for (let j = 0; j < rates.length; j++) rates[j] = coordinates[j] === 0 ? 1 : parameters[j];
    return rates;
}

/** Turns an expansion in the parameters into one in the coordinates: d/du = θ d/dθ, d²/du² = θ² d²/dθ² + θ d/dθ. */
export function changeCoordinates(
    expansion: Expansion,
    parameters: Float64Array,
    coordinates: readonly Coordinate[],
): void {
    const size = parameters.length;
    const { gradient, gaussNewton, hessian } = expansion;
    const rate = ratesOf(parameters, coordinates);
    for (let j = 0; j < size; j++) {
        for (let k = 0; k < size; k++) {
            gaussNewton[j * size + k] *= rate[j] * rate[k];
            hessian[j * size + k] *= rate[j] * rate[k];
        }
        gradient[j] *= rate[j];
        if (coordinates[j] !== 0) hessian[j * size + j] += gradient[j];
    }
}
