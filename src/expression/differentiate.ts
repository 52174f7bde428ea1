/**
 * Exact derivatives, forward through the formula, once per node: beside its derivative each node carries its relative
 * derivative (u′/u). Products, quotients and powers of data and parameters then differentiate without a division by the
 * data, so that (N/C0)^a has a derivative with respect to C0 even where N is 0.
 */
import { ONE, ZERO, add, call, div, isNumber, mul, neg, num, pow, sub, sum } from './build.js';
import { UNKNOWN, inPlace, residualOf } from './equation.js';
import { spanOf, summandAt, withTerm } from './drops.js';
import type { BinaryNode, CallNode, DropsNode, Expr, SolveNode, Term } from './expr.js';
import { FUNCTIONS } from './functions.js';
import { freeNames } from './names.js';
import { simplifyAll } from './simplify.js';
import { fold } from './walk.js';

interface Tangent {
    /** u′ */
    readonly derivative: Expr;
    /** u′/u */
    readonly relative: Expr;
}

const CONSTANT: Tangent = { derivative: ZERO, relative: ZERO };

/** ∂expr/∂variable. Where a kink (abs, max) has two derivatives, their mean. */
export function differentiate(expr: Expr, variable: string): Expr {
    return fold<Tangent>([expr], (node, operands) => tangentOf(node, operands, variable))[0].derivative;
}

function tangentOf(node: Expr, operands: readonly Tangent[], variable: string): Tangent {
    if (node.kind === 'name') return node.name === variable ? { derivative: ONE, relative: div(ONE, node) } : CONSTANT;
    if (operands.every((operand) => isNumber(operand.derivative, 0))) return CONSTANT;
    switch (node.kind) {
        case 'number':
            return CONSTANT;
        case 'negate':
            return { derivative: neg(operands[0].derivative), relative: operands[0].relative };
        case 'binary':
            return binaryTangent(node, operands[0], operands[1]);
        case 'call':
            return callTangent(node, operands);
        case 'solve':
            return additive(node, derivativeOfSolution(node, operands));
        case 'drops':
            return additive(node, derivativeOfDrops(node, operands));
    }
}

function binaryTangent(node: BinaryNode, left: Tangent, right: Tangent): Tangent {
    switch (node.operator) {
        case '+':
            return additive(node, add(left.derivative, right.derivative));
        case '-':
            return additive(node, sub(left.derivative, right.derivative));
        case '*':
            return {
                derivative: add(mul(left.derivative, node.right), mul(node.left, right.derivative)),
                relative: add(left.relative, right.relative),
            };
        case '/':
            return {
                derivative: sub(div(left.derivative, node.right), mul(node, right.relative)),
                relative: sub(left.relative, right.relative),
            };
        case '^':
            return powerTangent(node, left, right);
    }
}

function additive(node: Expr, derivative: Expr): Tangent {
    return { derivative, relative: div(derivative, node) };
}

/** (b^e)′ = b^e · (e·b′/b + e′·log b); for a constant e ≥ 1 the form without division, e·b^(e−1)·b′. */
function powerTangent(node: BinaryNode, base: Tangent, exponent: Tangent): Tangent {
    const { left: b, right: e } = node;
    const relative = add(mul(e, base.relative), mul(call('log0', b), exponent.derivative));
    if (e.kind === 'number' && e.value >= 1) {
        return { derivative: mul(mul(e, pow(b, num(e.value - 1))), base.derivative), relative };
    }
    return { derivative: mul(node, relative), relative };
}

function callTangent(node: CallNode, operands: readonly Tangent[]): Tangent {
    const derivativeFrom = (derivatives: readonly Expr[]): Expr =>
        FUNCTIONS[node.function].derivative(node.operands, derivatives);
    const derivative = derivativeFrom(operands.map((operand) => operand.derivative));
    if (node.function === 'exp') return { derivative, relative: operands[0].derivative };
    if (node.function === 'log' || node.function === 'log0') return additive(node, operands[0].relative);
    if (node.function === 'select') {
        return { derivative, relative: derivativeFrom(operands.map((operand) => operand.relative)) };
    }
    return additive(node, derivative);
}

/** Implicit function theorem: from F(x, p) = 0 follows x′ = −Σ F_p·p′ / F_x at the solution, which is the node itself. */
function derivativeOfSolution(node: SolveNode, [, , ...values]: readonly Tangent[]): Expr {
    const { slope, partials } = slopesOf(node);
    return div(neg(sum(partials.map((partial, index) => mul(partial, values[index].derivative)))), slope);
}

interface Slopes {
    /** F_x */
    readonly slope: Expr;
    /** F_p for each value that the equation takes from outside. */
    readonly partials: readonly Expr[];
}

const slopes = new WeakMap<SolveNode, Slopes>();

/** The same whatever a formula is differentiated by. */
function slopesOf(node: SolveNode): Slopes {
    let known = slopes.get(node);
    if (known === undefined) {
        const residual = residualOf(node.equation);
        const atSolution = (variable: string): Expr => inPlace(differentiate(residual, variable), node, node);
        known = { slope: atSolution(UNKNOWN), partials: node.equation.placeholders.map(atSolution) };
        slopes.set(node, known);
    }
    return known;
}

/**
 * By each value that the term takes from outside, the same sum of the term's derivative; by a limit the summand there, the
 * discrete derivative. By the schedule there is none.
 */
function derivativeOfDrops(node: DropsNode, [, from, to, ...values]: readonly Tangent[]): Expr {
    const { from: first, to: last } = spanOf(node);
    const byValues = partialsOf(node.term).map((partial, index) => {
        const isFree = partial === undefined || isNumber(values[index].derivative, 0);
        return isFree ? ZERO : mul(withTerm(node, partial), values[index].derivative);
    });
    const byLimit = (limit: Expr, { derivative }: Tangent): Expr =>
        isNumber(derivative, 0) ? ZERO : mul(summandAt(node, limit), derivative);
    return sum([...byValues, byLimit(last, to), neg(byLimit(first, from))]);
}

const partials = new WeakMap<Term, readonly (Term | undefined)[]>();

/** The term's derivatives by its placeholders, the same for every sum of it; undefined where it does not depend on one. */
function partialsOf(term: Term): readonly (Term | undefined)[] {
    let known = partials.get(term);
    if (known === undefined) {
        const bodies = simplifyAll(term.placeholders.map((each) => differentiate(term.body, each)));
        known = bodies.map((body) => (isNumber(body, 0) ? undefined : ofBody(term, body)));
        partials.set(term, known);
    }
    return known;
}

function ofBody({ title, placeholders }: Term, body: Expr): Term {
    const used = new Set(freeNames(body));
    return { body, title, placeholders: placeholders.filter((each) => used.has(each)) };
}
