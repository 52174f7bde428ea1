/**
 * Brings a question into the standard form: minimise φ subject to c_i ≤ 0 and c_j = 0.
 *
 * Quantities of scaling laws span tens of orders of magnitude, so sides that are positive everywhere are compared by their
 * logarithms: c = ln(left) − ln(right). With x = e^u, products of powers (6·N·D ≤ C) become linear, and sums of them convex:
 * the Chinchilla frontier is a geometric program (Boyd, Kim, Vandenberghe and Hassibi 2007, "A tutorial on geometric programming").
 * Where a side may be zero or negative its negative terms are first brought to the other side (D − 20·N ≥ 0 becomes D ≥ 20·N);
 * where that does not help, c is the plain difference.
 */
import { add, call, mul, name, neg, num, ONE, sub, ZERO } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import type { Kink } from './kinks.js';
import { limitsOf } from './limits.js';
import { logShapeOf, shapeOfInverse, shapeOfRatio, type LogShape } from './logShape.js';
import { factorName, withFactor } from '../decision/scaledLimits.js';
import { signOf, signOfNumber, type Known } from './positivity.js';
import type { AllocationProblem, Constants, Constraint, Slot } from '../problem.js';

export interface StandardForm {
    /** To be minimised. */
    readonly objective: Expr;
    /** One per constraint of the problem, with a factor on its limit: ≤ 0, or = 0 where the relation is `==`. */
    readonly constraints: readonly Expr[];
    /** ≤ 0 where the variables are in the piece that the constants of the kinks say: one for sides, two for steps. */
    readonly guards: readonly Expr[];
    /** How each bends in u: first the objective, then the constraints. */
    readonly shapes: readonly LogShape[];
}

/** A formula of u, and how it bends. */
interface Formula {
    readonly value: Expr;
    readonly shape: LogShape;
}

/** `kinks` are those of its formulas, which are in pieces; of each constraint one side is the limit. */
export function standardForm(
    problem: AllocationProblem,
    kinks: readonly Kink[],
    limitSides: readonly ('left' | 'right')[],
): StandardForm {
    const known = knownOfNames(problem, kinks);
    const variables = new Set(problem.variables.map(({ name }) => name));
    const isPositive = (expr: Expr) => signOf(expr, known) === 'positive';
    const shapeOf = (expr: Expr): LogShape => logShapeOf(expr, variables, known);
    const objective = standardObjective(problem, isPositive, shapeOf);
    const constraints = problem.constraints.map((constraint, index) =>
        excess(withFactor(constraint, index, limitSides[index]), isPositive, shapeOf),
    );
    return {
        objective: objective.value,
        constraints: constraints.map(({ value }) => value),
        guards: kinks.flatMap((kink) => guardsOf(kink, isPositive, shapeOf)),
        shapes: [objective, ...constraints].map(({ shape }) => shape),
    };
}

function standardObjective(
    { sense, objective }: AllocationProblem,
    isPositive: (expr: Expr) => boolean,
    shapeOf: (expr: Expr) => LogShape,
): Formula {
    const isLogarithmic = isPositive(objective);
    const value = isLogarithmic ? call('log', objective) : objective;
    const shape = isLogarithmic ? shapeOf(objective) : 'unknown';
    return sense === 'minimize' ? { value, shape } : { value: neg(value), shape: shapeOfInverse(shape) };
}

function knownOfNames(problem: AllocationProblem, kinks: readonly Kink[]): (name: string) => Known {
    const { variables, constants, sweep } = problem;
    const limits = limitsOf(problem);
    const known = new Map<string, Known>(
        constants.names.map((name, index) => [name, knownOfConstant(constants, index)]),
    );
    variables.forEach(({ name }, index) => known.set(name, { sign: 'positive', range: limits[index] }));
    for (const slot of problem.choices?.slots ?? []) {
        known.set(slot.name, knownOfSlot(slot, constants));
    }
    if (sweep) {
        known.set(sweep.name, ofValues(Math.min(...sweep.values), Math.max(...sweep.values)));
    }
    problem.constraints.forEach((_, index) => known.set(factorName(index), ANY_FACTOR));
    const knownOf = (name: string): Known => known.get(name) ?? ANYTHING;
    // Inner kinks come first.
    for (const kink of kinks) known.set(kink.name, knownOfKink(kink, knownOf));
    return knownOf;
}

const ANYTHING: Known = { sign: 'unknown', range: [-Infinity, Infinity] };

function knownOfKink(kink: Kink, knownOf: (name: string) => Known): Known {
    if (kink.kind === 'sides') return { sign: 'nonnegative', range: [0, 1] };
    const sign = signOf(kink.operand, knownOf);
    if (sign === 'positive') {
        return kink.from === -1 ? { sign, range: [1, Infinity] } : { sign: 'nonnegative', range: [0, Infinity] };
    }
    return ANYTHING;
}

const ANY_FACTOR: Known = { sign: 'positive', range: [0, Infinity] };

/** Of its value and of all draws. */
function knownOfConstant({ names, values, draws }: Constants, index: number): Known {
    let [lower, upper] = [values[index], values[index]];
    for (let draw = 0; draw < (draws?.count ?? 0); draw++) {
        const value = draws!.values[draw * names.length + index];
        [lower, upper] = [Math.min(lower, value), Math.max(upper, value)];
    }
    return ofValues(lower, upper);
}

/** Of all its options. */
function knownOfSlot({ values, constants: references }: Slot, constants: Constants): Known {
    const all = [...values].flatMap((value, index): Known[] => {
        const reference = references?.[index] ?? -1;
        if (reference >= 0) return [knownOfConstant(constants, reference)];
        return Number.isNaN(value) ? [] : [ofValues(value, value)];
    });
    const [first] = all;
    if (first === undefined) return ANYTHING;
    return {
        sign: all.every(({ sign }) => sign === first.sign) ? first.sign : 'unknown',
        range: [
            all.reduce((least, { range }) => Math.min(least, range[0]), Infinity),
            all.reduce((most, { range }) => Math.max(most, range[1]), -Infinity),
        ],
    };
}

function ofValues(lower: number, upper: number): Known {
    const sign = signOfNumber(lower) === signOfNumber(upper) ? signOfNumber(lower) : 'unknown';
    return { sign, range: Number.isNaN(lower + upper) ? [-Infinity, Infinity] : [lower, upper] };
}

/** Where sides 1 hold, the other side is the larger one; steps end where the operand is as large as their number, and one more. */
function guardsOf(kink: Kink, isPositive: (expr: Expr) => boolean, shapeOf: (expr: Expr) => LogShape): readonly Expr[] {
    const atMost = (left: Expr, right: Expr): Expr =>
        excess({ left, relation: '<=', right, text: '' }, isPositive, shapeOf).value;
    if (kink.kind === 'sides') {
        return [mul(sub(ONE, mul(num(2), name(kink.name))), atMost(kink.left, kink.right))];
    }
    // From 1 on, so that logarithms have both ends of the first step.
    const operand = add(kink.operand, ONE);
    const begin = add(name(kink.name), num(kink.from + 1));
    return [atMost(begin, operand), atMost(operand, add(begin, ONE))];
}

/** By how much the smaller side exceeds the larger; for `==`, their difference. */
function excess(
    { left, relation, right }: Constraint,
    isPositive: (expr: Expr) => boolean,
    shapeOf: (expr: Expr) => LogShape,
): Formula {
    const ratio = (above: Expr, below: Expr): Formula => ({
        value: sub(call('log', above), call('log', below)),
        shape: shapeOfRatio(shapeOf(above), shapeOf(below)),
    });
    const [small, large] = relation === '>=' ? [right, left] : [left, right];
    if (isPositive(small) && isPositive(large)) {
        return ratio(small, large);
    }
    const [smallTerms, largeTerms] = balance(small, large);
    if (isPositive(smallTerms) && isPositive(largeTerms)) {
        return ratio(smallTerms, largeTerms);
    }
    return { value: sub(small, large), shape: 'unknown' };
}

/** What a formula adds and subtracts. */
export function termsOf(formula: Expr): readonly Expr[] {
    const terms: Expr[] = [];
    const open = [formula];
    for (let next = open.pop(); next; next = open.pop()) {
        if (next.kind === 'binary' && (next.operator === '+' || next.operator === '-'))
            open.push(next.right, next.left);
        else if (next.kind === 'negate') open.push(next.operand);
        else terms.push(next);
    }
    return terms;
}

/** The same comparison with every subtracted term brought to the other side, where it is added. */
function balance(small: Expr, large: Expr): [Expr, Expr] {
    const sides: [Expr, Expr] = [ZERO, ZERO];
    const open: { readonly term: Expr; readonly side: 0 | 1 }[] = [
        { term: large, side: 1 },
        { term: small, side: 0 },
    ];
    for (let next = open.pop(); next; next = open.pop()) {
        const { term, side } = next;
        const otherSide = side === 0 ? 1 : 0;
        if (term.kind === 'binary' && (term.operator === '+' || term.operator === '-')) {
            open.push({ term: term.right, side: term.operator === '+' ? side : otherSide }, { term: term.left, side });
        } else if (term.kind === 'negate') {
            open.push({ term: term.operand, side: otherSide });
        } else if (term.kind === 'number' && term.value < 0) {
            sides[otherSide] = add(sides[otherSide], neg(term));
        } else {
            sides[side] = add(sides[side], term);
        }
    }
    return sides;
}
