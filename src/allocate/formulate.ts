/**
 * Brings a question into the standard form: minimise φ subject to c_i ≤ 0 and c_j = 0.
 *
 * Quantities of scaling laws span tens of orders of magnitude, so sides that are positive everywhere are compared by their
 * logarithms: c = ln(left) − ln(right). With x = e^u, products of powers (6·N·D ≤ C) become linear, and sums of them convex:
 * the Chinchilla frontier is a geometric program (Boyd, Kim, Vandenberghe and Hassibi 2007, "A tutorial on geometric programming").
 * Where a side may be zero or negative its negative terms are first brought to the other side (D − 20·N ≥ 0 becomes D ≥ 20·N);
 * where that does not help, c is the plain difference.
 */
import { add, call, neg, sub, ZERO } from '../expression/build.js';
import type { Expr } from '../expression/expr.js';
import { signOf, signOfNumber, type Sign } from './positivity.js';
import type { AllocationProblem, Constraint } from './problem.js';

export interface StandardForm {
    /** To be minimised. */
    readonly objective: Expr;
    /** One per constraint of the problem: ≤ 0, or = 0 where the relation is `==`. */
    readonly constraints: readonly Expr[];
}

export function standardForm(problem: AllocationProblem): StandardForm {
    const sign = signsOfNames(problem);
    const isPositive = (expr: Expr) => signOf(expr, sign) === 'positive';
    const objective = isPositive(problem.objective) ? call('log', problem.objective) : problem.objective;
    return {
        objective: problem.sense === 'minimize' ? objective : neg(objective),
        constraints: problem.constraints.map((constraint) => excess(constraint, isPositive)),
    };
}

function signsOfNames({ variables, constants, sweep }: AllocationProblem): (name: string) => Sign {
    const signs = new Map<string, Sign>(constants.names.map((name, index) => [name, signOfConstant(index)]));
    for (const variable of variables) {
        signs.set(variable.name, 'positive');
    }
    if (sweep) {
        signs.set(sweep.name, sweep.values.every((value) => value > 0) ? 'positive' : 'unknown');
    }
    return (name) => signs.get(name) ?? 'unknown';

    /** Of its value and of all draws. */
    function signOfConstant(index: number): Sign {
        const sign = signOfNumber(constants.values[index]);
        const { count, values } = constants.draws ?? { count: 0, values: new Float64Array(0) };
        for (let draw = 0; draw < count; draw++) {
            if (signOfNumber(values[draw * constants.names.length + index]) !== sign) {
                return 'unknown';
            }
        }
        return sign;
    }
}

/** By how much the smaller side exceeds the larger; for `==`, their difference. */
function excess({ left, relation, right }: Constraint, isPositive: (expr: Expr) => boolean): Expr {
    const [small, large] = relation === '>=' ? [right, left] : [left, right];
    if (isPositive(small) && isPositive(large)) {
        return sub(call('log', small), call('log', large));
    }
    const [smallTerms, largeTerms] = balance(small, large);
    if (isPositive(smallTerms) && isPositive(largeTerms)) {
        return sub(call('log', smallTerms), call('log', largeTerms));
    }
    return sub(small, large);
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
