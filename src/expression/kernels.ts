/** What an instruction of the interpreter does to a block of rows: one loop per operation. */
import type { BinaryOperator } from './expr.js';
import type { CompiledRows } from './backend.js';
import { dropNodes } from './rates/dropNodes.js';
import { solveFor, type Residual } from './root.js';

/** One value per row of a block, or the one value of all rows. */
export type Register = Float64Array;

/** Computes the first `rows` values of its targets, one but for loops; a target may be one of the operands. */
export type Kernel = (targets: readonly Register[], operands: readonly Register[], rows: number) => void;

export const negate: Kernel = ([target], [a], rows) => {
    for (let i = 0; i < rows; i++) target[i] = -a[i];
};

export const square: Kernel = ([target], [a], rows) => {
    for (let i = 0; i < rows; i++) target[i] = a[i] * a[i];
};

export const BINARY: Readonly<Record<BinaryOperator, Kernel>> = {
    '+': ([target], [a, b], rows) => {
        const [inA, inB] = [maskOf(a), maskOf(b)];
        for (let i = 0; i < rows; i++) target[i] = a[i & inA] + b[i & inB];
    },
    '-': ([target], [a, b], rows) => {
        const [inA, inB] = [maskOf(a), maskOf(b)];
        for (let i = 0; i < rows; i++) target[i] = a[i & inA] - b[i & inB];
    },
    '*': ([target], [a, b], rows) => {
        const [inA, inB] = [maskOf(a), maskOf(b)];
        for (let i = 0; i < rows; i++) target[i] = a[i & inA] * b[i & inB];
    },
    '/': ([target], [a, b], rows) => {
        const [inA, inB] = [maskOf(a), maskOf(b)];
        for (let i = 0; i < rows; i++) target[i] = a[i & inA] / b[i & inB];
    },
    '^': ([target], [a, b], rows) => {
        const [inA, inB] = [maskOf(a), maskOf(b)];
        for (let i = 0; i < rows; i++) target[i] = a[i & inA] ** b[i & inB];
    },
};

/** Calls a function of any number of operands. */
export function calling(evaluate: (...operands: number[]) => number): Kernel {
    return ([target], operands, rows) => {
        const [a, b] = operands;
        if (operands.length === 1) {
            for (let i = 0; i < rows; i++) target[i] = evaluate(a[i]);
        } else if (operands.length === 2) {
            const [inA, inB] = [maskOf(a), maskOf(b)];
            for (let i = 0; i < rows; i++) target[i] = evaluate(a[i & inA], b[i & inB]);
        } else {
            const masks = operands.map(maskOf);
            for (let i = 0; i < rows; i++) target[i] = evaluate(...operands.map((o, k) => o[i & masks[k]]));
        }
    };
}

/** Solves an equation: the first two operands are the limits, the others the values that its residual takes from outside. */
export function solving(residual: Residual): Kernel {
    return ([target], [lower, upper, ...others], rows) => {
        const inputs = new Float64Array(1 + others.length);
        for (let i = 0; i < rows; i++) {
            others.forEach((operand, k) => (inputs[1 + k] = operand[i & maskOf(operand)]));
            target[i] = solveFor(residual, inputs, lower[i & maskOf(lower)], upper[i & maskOf(upper)]);
        }
    };
}

/** Sums terms over the drops of a schedule: the first three operands are the span, the others the values of the terms' scalars. */
export function summing(terms: CompiledRows, count: number): Kernel {
    let out: Float64Array[] = [];
    return (targets, operands, rows) => {
        const masks = operands.map(maskOf);
        const scalars = new Float64Array(operands.length - 3);
        for (let i = 0; i < rows; i++) {
            const [schedule, from, to] = [0, 1, 2].map((k) => operands[k][i & masks[k]]);
            for (let k = 0; k < scalars.length; k++) scalars[k] = operands[3 + k][i & masks[3 + k]];
            const points = dropNodes(schedule, from, to);
            if ((out[0]?.length ?? 0) < points.count) {
                out = Array.from({ length: count }, () => new Float64Array(2 * points.count));
            }
            terms([points.steps, points.rates, points.areas, points.logRates], scalars, out, 0, points.count);
            targets.forEach((target, k) => (target[i] = weightedSum(points.weights, out[k])));
        }
    };
}

function weightedSum(weights: Float64Array, terms: Float64Array): number {
    let sum = 0;
    for (let j = 0; j < weights.length; j++) sum += weights[j] * terms[j];
    return sum;
}

/** What a row's index is masked with: the one value of all rows stands at 0. */
function maskOf(register: Register): number {
    return register.length === 1 ? 0 : -1;
}
