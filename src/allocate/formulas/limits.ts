/** Between which values each variable lies: its bounds, and the constraints that hold it alone against a number, `S <= 0.98`. */
import type { Expr } from '../../expression/expr.js';
import type { Range } from './intervals.js';
import type { AllocationProblem, Constraint, Relation } from '../problem.js';

/** In the order of the variables; 0 and Infinity where nothing limits one. Formulas need not hold outside. */
export function limitsOf({ variables, constraints }: AllocationProblem): Range[] {
    const limits = constraints.flatMap(limitOf);
    return variables.map(({ name, lower, upper }) => {
        const own = limits.filter((limit) => limit.name === name);
        return [
            Math.max(lower, ...own.map(({ range }) => range[0])),
            Math.min(upper, ...own.map(({ range }) => range[1])),
        ];
    });
}

interface Limit {
    readonly name: string;
    readonly range: Range;
}

const TURNED: Readonly<Record<Relation, Relation>> = { '<=': '>=', '>=': '<=', '==': '==' };

function limitOf({ left, relation, right }: Constraint): Limit[] {
    return [...held(left, relation, right), ...held(right, TURNED[relation], left)];
}

function held(side: Expr, relation: Relation, other: Expr): Limit[] {
    if (side.kind !== 'name' || other.kind !== 'number') return [];
    const { value } = other;
    const range: Range = [relation === '<=' ? 0 : value, relation === '>=' ? Infinity : value];
    return [{ name: side.name, range }];
}
