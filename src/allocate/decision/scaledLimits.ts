/** Constraints whose limits can be moved: each limit times a factor, which is 1 unless another is asked for. */
import { mul, name } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import type { AllocationProblem, Constraint } from '../problem.js';

/** No name of the user's has a blank. */
export function factorName(constraint: number): string {
    return `limit ${constraint}`;
}

/** The side that limits the other: the right one, unless only the left one is free of the variables. */
export function limitSide({ left, right }: Constraint, variables: AllocationProblem['variables']): 'left' | 'right' {
    return isFreeOf(left, variables) && !isFreeOf(right, variables) ? 'left' : 'right';
}

export function isFreeOf(formula: Expr, variables: AllocationProblem['variables']): boolean {
    const names = new Set(freeNames(formula));
    return !variables.some(({ name: variable }) => names.has(variable));
}

export function withFactor(constraint: Constraint, index: number, side: 'left' | 'right'): Constraint {
    return { ...constraint, [side]: mul(constraint[side], name(factorName(index))) };
}
