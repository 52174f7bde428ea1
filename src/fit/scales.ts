/**
 * Where to look for parameters that enter a law non-linearly, read off the formula and the data, whatever their units.
 * Going down from the law, which must have the magnitude of the observations, each part is asked for the magnitude that
 * lets the law vary over the data without vanishing or exploding: an exponent is of order one, so is the argument of
 * exp or logistic; the base of a power may be anything; a term beside data is of the data's size. What a parameter is
 * multiplied with or divided by then gives the parameter's own range. All magnitudes are natural logarithms of |x|.
 */
import type { BinaryNode, CallNode, Expr } from '../expression/expr.js';
import type { FunctionName } from '../expression/functions.js';
import { nodesOf, operandsOf } from '../expression/walk.js';
import { dataParts } from './dataFormulas.js';
import { explicitForm } from './explicitForm.js';
import { dataRanges } from './dataRanges.js';
import type { DataRange, Range } from './dataRanges.js';
import type { Model } from './model.js';
import type { Sample } from './sample.js';

/** What the formula says about the size of one of its parts. */
export interface Scale {
    readonly magnitude: Range;
    /** Values (not logarithms) that it may be near, because it is compared with data: x − x0. */
    readonly location: Range | null;
    /** Whether a power or logarithm needs it positive. */
    readonly positive: boolean;
    /** Whether it only ever multiplies and divides, so that its logarithm is the natural coordinate. */
    readonly multiplies: boolean;
    /** Whether it occurs in an exponent. */
    readonly inExponent: boolean;
}

const ORDER_ONE: Range = { low: Math.log(0.1), high: Math.log(10) };
const EXPONENT: Range = { low: Math.log(0.03), high: Math.log(3) };
const ANYTHING: Range = { low: Math.log(1e-4), high: Math.log(1e4) };

/** The scale of each parameter of the model, by name. `target`: observed values, for the magnitude of the law. */
export function parameterScales(model: Model, sample: Sample, magnitudeOfLaw: Range): Map<string, Scale> {
    const law = explicitForm(model.law, Math.exp((magnitudeOfLaw.low + magnitudeOfLaw.high) / 2));
    const parts = dataParts([law], model.argumentNames);
    const data = dataRanges(parts, model.argumentNames, sample.columns, sample.rows);
    const guesses = guessMagnitudes(law, data);
    const asked = new Map<Expr, Scale>();
    asked.set(law, { ...FREE, magnitude: magnitudeOfLaw });
    for (const node of nodesOf([law]).reverse()) {
        const demands = demandsOn(node, asked.get(node)!, { data, guesses, rows: sample.rows });
        operandsOf(node).forEach((operand, index) => {
            asked.set(operand, merged(asked.get(operand), demands[index]));
        });
    }
    const names = new Map<string, Scale>();
    for (const [node, scale] of asked) if (node.kind === 'name') names.set(node.name, scale);
    return names;
}

const FREE: Scale = { magnitude: ANYTHING, location: null, positive: false, multiplies: false, inExponent: false };

interface Known {
    readonly data: ReadonlyMap<Expr, DataRange>;
    readonly guesses: ReadonlyMap<Expr, Range | null>;
    readonly rows: number;
}

function merged(a: Scale | undefined, b: Scale): Scale {
    if (a === undefined) return b;
    return {
        magnitude: hull(a.magnitude, b.magnitude),
        location:
            a.location !== null && b.location !== null ? hull(a.location, b.location) : (a.location ?? b.location),
        positive: a.positive || b.positive,
        multiplies: a.multiplies && b.multiplies,
        inExponent: a.inExponent || b.inExponent,
    };
}

/** What a node's own scale asks of its operands, in their order. */
function demandsOn(node: Expr, own: Scale, known: Known): Scale[] {
    switch (node.kind) {
        case 'negate':
            return [{ ...own, location: own.location && negated(own.location) }];
        case 'binary':
            return binaryDemands(node, own, known);
        case 'call':
            return callDemands(node, own, known);
        default:
            return [];
    }
}

function binaryDemands(node: BinaryNode, own: Scale, known: Known): Scale[] {
    const left = known.guesses.get(node.left) ?? null;
    const right = known.guesses.get(node.right) ?? null;
    const factor = { ...own, location: null, multiplies: true };
    switch (node.operator) {
        case '+':
        case '-':
            return [
                termDemand(own, node.right, node.operator === '+' ? -1 : 1, known),
                termDemand(own, node.left, node.operator === '+' ? -1 : 1, known),
            ];
        case '*':
            return [
                { ...factor, magnitude: right ? minus(own.magnitude, right) : hull(own.magnitude, ORDER_ONE) },
                { ...factor, magnitude: left ? minus(own.magnitude, left) : hull(own.magnitude, ORDER_ONE) },
            ];
        case '/':
            return [
                { ...factor, magnitude: right ? plus(own.magnitude, right) : hull(own.magnitude, ORDER_ONE) },
                { ...factor, magnitude: left ? minus(left, own.magnitude) : hull(negated(own.magnitude), ORDER_ONE) },
            ];
        case '^':
            return powerDemands(node, own, known);
    }
}

/** A term of a sum: as large as the data it is added to, and near ∓ them; else as large as the sum. */
function termDemand(own: Scale, other: Expr, sign: 1 | -1, known: Known): Scale {
    const range = known.data.get(other);
    const location = range && range.high > range.low ? (sign > 0 ? range : negated(range)) : null;
    return {
        ...own,
        magnitude: known.guesses.get(other) ?? own.magnitude,
        location,
        positive: false,
        multiplies: false,
    };
}

function powerDemands({ right }: BinaryNode, own: Scale, known: Known): Scale[] {
    const exponent: Scale = { ...FREE, magnitude: EXPONENT, inExponent: true };
    const base: Scale = { ...own, location: null, positive: true, multiplies: true };
    if (right.kind === 'number' && right.value !== 0) {
        const magnitude = times(own.magnitude, 1 / right.value);
        return [{ ...base, magnitude, positive: !Number.isInteger(right.value) }, exponent];
    }
    const power = known.data.get(right)?.magnitude;
    const reach = power ? ORDER_ONE.high / Math.exp(power.high) : ANYTHING.high;
    return [{ ...base, magnitude: { low: -reach, high: reach } }, exponent];
}

function callDemands(node: CallNode, own: Scale, known: Known): Scale[] {
    const inside: Scale = { ...own, location: null, positive: false, multiplies: false };
    if (LOGARITHMS.has(node.function)) return [{ ...inside, magnitude: ANYTHING, positive: true, multiplies: true }];
    switch (node.function) {
        case 'abs':
        case 'floor':
        case 'ceil':
        case 'round':
            return [inside];
        case 'min':
        case 'max':
            return node.operands.map((operand) => {
                const other = node.operands.find((candidate) => candidate !== operand && known.guesses.get(candidate));
                return other ? termDemand(own, other, 1, known) : inside;
            });
        case 'sqrt':
            return [{ ...inside, magnitude: times(own.magnitude, 2), positive: true, multiplies: true }];
        case 'select': {
            const [left, right] = node.operands;
            return [termDemand(own, right, 1, known), termDemand(own, left, 1, known), own, own];
        }
        case 'exp': {
            const largest = Math.max(Math.abs(own.magnitude.low), Math.abs(own.magnitude.high));
            return [{ ...inside, magnitude: hull(ORDER_ONE, { low: 0, high: Math.log(Math.max(largest, 1)) }) }];
        }
        case 'sin':
        case 'cos':
        case 'tan':
            return [{ ...inside, magnitude: { low: 0, high: Math.log(Math.PI * known.rows) } }];
        default:
            return node.operands.map(() => ({ ...inside, magnitude: ORDER_ONE }));
    }
}

const LOGARITHMS: ReadonlySet<FunctionName> = new Set(['log', 'ln', 'log2', 'log10', 'log0']);

/** The magnitude a part will have, where data say so; null where it hangs on parameters. */
function guessMagnitudes(law: Expr, data: ReadonlyMap<Expr, DataRange>): Map<Expr, Range | null> {
    const guesses = new Map<Expr, Range | null>();
    for (const node of nodesOf([law])) {
        const range = data.get(node);
        guesses.set(node, range ? range.magnitude : guessMixed(node, data, guesses));
    }
    return guesses;
}

function guessMixed(
    node: Expr,
    data: ReadonlyMap<Expr, DataRange>,
    guesses: ReadonlyMap<Expr, Range | null>,
): Range | null {
    const operands = operandsOf(node).map((operand) => guesses.get(operand) ?? null);
    if (node.kind === 'negate') return operands[0];
    if (node.kind !== 'binary') return null;
    const [left, right] = operands;
    switch (node.operator) {
        case '+':
        case '-':
            return operandsOf(node)
                .map((operand) => spreadOf(data.get(operand)) ?? guesses.get(operand) ?? null)
                .reduce((a, b) => (a && b ? hull(a, b) : (a ?? b)));
        case '*':
            return left && right && plus(left, right);
        case '/':
            return left && right && minus(left, right);
        case '^':
            return node.right.kind === 'number' && left ? times(left, node.right.value) : null;
    }
}

/** How large data are once something has been subtracted from them: from a tenth of their range to the whole. */
function spreadOf(range: DataRange | undefined): Range | null {
    if (range === undefined || range.high <= range.low) return null;
    const high = Math.log(range.high - range.low);
    return { low: high - Math.LN10, high };
}

function hull(a: Range, b: Range): Range {
    return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

function plus(a: Range, b: Range): Range {
    return { low: a.low + b.low, high: a.high + b.high };
}

function minus(a: Range, b: Range): Range {
    return { low: a.low - b.high, high: a.high - b.low };
}

function negated(a: Range): Range {
    return { low: -a.high, high: -a.low };
}

function times(a: Range, factor: number): Range {
    return factor < 0 ? times(negated(a), -factor) : { low: a.low * factor, high: a.high * factor };
}
