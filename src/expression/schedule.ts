/** What is to be computed, in which order and how often: the part of compilation that every backend shares. */
import { UNKNOWN, residualOf } from './equation.js';
import type { Equation, Expr } from './expr.js';
import { share } from './share.js';
import { nodesOf, operandsOf } from './walk.js';

export interface Inputs {
    /** Names whose values change from row to row. */
    readonly columns: readonly string[];
    /** Names whose values do not. */
    readonly scalars: readonly string[];
}

export interface Schedule {
    readonly inputs: Inputs;
    /** The formulas; equal parts of them are one node. */
    readonly roots: readonly Expr[];
    /** Distinct nodes, operands first: those that depend on no column, to be computed once, and the others. */
    readonly invariant: readonly Expr[];
    readonly varying: readonly Expr[];
}

/** @throws if a formula has a name that is not among the inputs: an error of the caller. */
export function scheduleOf(exprs: readonly Expr[], inputs: Inputs): Schedule {
    const roots = share(exprs);
    const columns = new Set(inputs.columns);
    const known = new Set([...inputs.columns, ...inputs.scalars]);
    const invariant: Expr[] = [];
    const varying: Expr[] = [];
    const varies = new Set<Expr>();
    for (const node of nodesOf(roots)) {
        if (node.kind === 'name' && !known.has(node.name)) throw new Error(unknownName(node.name, [...known]));
        const isVarying = node.kind === 'name' ? columns.has(node.name) : operandsOf(node).some((o) => varies.has(o));
        (isVarying ? varying : invariant).push(node);
        if (isVarying) varies.add(node);
    }
    return { inputs, roots, invariant, varying };
}

/** What is 0 where an equation holds, of the unknown and then the placeholders. */
export function scheduleOfResidual(equation: Equation): Schedule {
    return scheduleOf([residualOf(equation)], { columns: [], scalars: [UNKNOWN, ...equation.placeholders] });
}

function unknownName(name: string, known: readonly string[]): string {
    return `The formula's name '${name}' is not among its inputs ${known.join(', ')}.`;
}

/** Squares are computed as products, many times faster than by the general power. */
export function isSquare(node: Expr): boolean {
    return node.kind === 'binary' && node.operator === '^' && node.right.kind === 'number' && node.right.value === 2;
}
