/**
 * Arguments that move together. Where D is a fixed multiple (or power) of N in all runs, A/N^α and B/D^β can trade
 * places without changing the law on any of them: however well it fits, the data cannot tell the effect of one argument
 * from that of the other.
 */
import { freeNames } from '../expression/names.js';
import { dot, symmetricEigen } from './linearAlgebra.js';
import type { Model } from './model.js';

/** Smallest eigenvalue of the correlations of ln|argument| below which arguments move together: about r > 0.999. */
const TOGETHER = 1e-3;
/** Smallest part that an argument must have in that. */
const SHARE = 0.1;

export interface Inseparable {
    /** Arguments that move together. */
    readonly argumentNames: readonly string[];
    /** Indices of the parameters that belong to some of them, not to all, and to no other argument. */
    readonly parameters: readonly number[];
}

export function inseparableParameters(model: Model, columns: readonly Float64Array[]): Inseparable | null {
    const used = model.firstDerivatives.map((derivative) => new Set(freeNames(derivative)));
    const together = argumentsTogether(model, columns).filter((name) => used.some((names) => names.has(name)));
    const isArgument = (name: string): boolean => model.argumentNames.includes(name);
    const own = used.map((names) => [...names].filter(isArgument).sort());
    const parameters = [...own.keys()].filter(
        (j) => own[j].length > 0 && own[j].length < together.length && own[j].every((name) => together.includes(name)),
    );
    const kinds = new Set(parameters.map((j) => own[j].join(' ')));
    return kinds.size >= 2 ? { argumentNames: together, parameters } : null;
}

function argumentsTogether(model: Model, columns: readonly Float64Array[]): string[] {
    const varying = [...columns.keys()].flatMap((k) => {
        const standardised = standardisedLogarithms(columns[k]);
        return standardised === null ? [] : [{ name: model.argumentNames[k], values: standardised }];
    });
    const size = varying.length;
    const correlations = new Float64Array(size * size);
    for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) correlations[a * size + b] = dot(varying[a].values, varying[b].values);
    }
    const { values, vectors } = symmetricEigen(correlations, size);
    return varying.flatMap(({ name }, a) =>
        values.some((value, k) => value < TOGETHER && Math.abs(vectors[a * size + k]) > SHARE) ? [name] : [],
    );
}

/** Centred and of unit length; null for a column that is constant or has a zero. */
function standardisedLogarithms(column: Float64Array): Float64Array | null {
    const logarithms = column.map((value) => Math.log(Math.abs(value)));
    const mean = logarithms.reduce((sum, value) => sum + value, 0) / column.length;
    const centred = logarithms.map((value) => value - mean);
    const length = Math.sqrt(dot(centred, centred));
    return length > 1e-12 * Math.abs(mean) && Number.isFinite(length) ? centred.map((value) => value / length) : null;
}
