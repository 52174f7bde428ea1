import { add, call, div, mul, num } from '../expression/build.js';
import { spanOf, termAt } from '../expression/drops.js';
import { UNKNOWN, inPlace } from '../expression/equation.js';
import type { DropsNode, Expr, SolveNode } from '../expression/expr.js';
import { withOperands } from '../expression/substitute.js';
import { fold } from '../expression/walk.js';

/**
 * A law of about the same size without equations, to read off the size of its parameters: of x = f(x, …) it keeps f, of another
 * equation both sides. The unknown is of the size of the law where it is the law's value, else in the middle of its range. Of a sum
 * over the decreases of a rate it keeps one term, as if the highest rate were lost at once.
 */
export function explicitForm(law: Expr, sizeOfLaw: number): Expr {
    return fold<Expr>([law], (node, operands) => {
        const rewritten = withOperands(node, operands);
        if (rewritten.kind === 'drops') return explicitForm(typicalOf(rewritten), sizeOfLaw);
        if (rewritten.kind !== 'solve') return rewritten;
        const unknown = node === law ? withinLimits(sizeOfLaw, rewritten) : middleOf(rewritten);
        return explicitForm(sidesOf(rewritten, num(unknown)), sizeOfLaw);
    })[0];
}

/** In the middle of its steps. */
function typicalOf(node: DropsNode): Expr {
    const { schedule, from, to } = spanOf(node);
    const middle = div(add(from, to), num(2));
    return mul(call('rate', schedule, call('peak', schedule)), termAt(node, middle));
}

function sidesOf(node: SolveNode, unknown: Expr): Expr {
    const { left, right } = node.equation;
    const sides = [left, right].filter((side) => !(side.kind === 'name' && side.name === UNKNOWN));
    const parts = sides.map((side) => inPlace(side, node, unknown));
    return parts.length === 1 ? parts[0] : call('max', unknown, ...parts);
}

function withinLimits(size: number, node: SolveNode): number {
    const [lower, upper] = limitsOf(node);
    return Math.min(upper, Math.max(lower, size));
}

function middleOf(node: SolveNode): number {
    const [lower, upper] = limitsOf(node);
    return lower > 0 && upper > 0 ? Math.sqrt(lower) * Math.sqrt(upper) : (lower + upper) / 2;
}

/** They are constants. */
function limitsOf({ operands: [lower, upper] }: SolveNode): [number, number] {
    return [lower, upper].map((end) => (end.kind === 'number' ? end.value : NaN)) as [number, number];
}
