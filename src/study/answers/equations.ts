/** Why an equation in a question has no answer, or more than one: looked for on a grid of its range. */
import { compileScalar } from '../../expression/compile.js';
import { residualOf, UNKNOWN } from '../../expression/equation.js';
import type { Expr, SolveNode } from '../../expression/expr.js';
import { nodesOf } from '../../expression/walk.js';
import { formatQuantity } from '../../quantity/print.js';
import type { SolutionPlan } from '../lower/plan.js';
import type { Range } from '../report.js';

export interface EquationProblem {
    readonly code: 'no-solution' | 'several-solutions';
    readonly message: string;
    /** Undefined for an equation in the formula of a law that is called. */
    readonly range: Range | undefined;
}

/** Of the equations in some formulas, given values for all of their names; undefined where each has one solution. */
export function equationProblem(
    formulas: readonly Expr[],
    solutions: readonly SolutionPlan[],
    names: readonly string[],
    values: ArrayLike<number>,
): EquationProblem | undefined {
    for (const node of nodesOf(formulas)) {
        if (node.kind !== 'solve') continue;
        const problem = problemOf(node, gridOf(node, names, values));
        const range = solutions.find(({ solution }) => solution === node)?.range;
        if (problem !== undefined) return { ...problem, range };
    }
    return undefined;
}

interface GridPoint {
    readonly x: number;
    /** The left side of the equation less the right one. */
    readonly difference: number;
}

const GRID_POINTS = 400;

/** Evenly from one limit to the other, in the logarithm where both are positive. */
function gridOf(node: SolveNode, names: readonly string[], values: ArrayLike<number>): GridPoint[] {
    const { equation, operands } = node;
    const outside = new Float64Array(operands.length);
    compileScalar(operands, names)(values, outside);
    const [lower, upper, ...placeholders] = outside;
    const isGeometric = lower > 0 && upper > 0;
    const residual = compileScalar([residualOf(equation)], [UNKNOWN, ...equation.placeholders]);
    const difference = new Float64Array(1);
    return Array.from({ length: GRID_POINTS }, (_, index) => {
        const share = index / (GRID_POINTS - 1);
        const x = isGeometric ? lower * (upper / lower) ** share : lower + (upper - lower) * share;
        residual([x, ...placeholders], difference);
        return { x, difference: difference[0] };
    });
}

function problemOf(
    { equation: { title } }: SolveNode,
    grid: readonly GridPoint[],
): Omit<EquationProblem, 'range'> | undefined {
    const known = grid.filter(({ difference }) => !Number.isNaN(difference));
    const range = `between ${formatQuantity(grid[0].x)} and ${formatQuantity(grid[grid.length - 1].x)}`;
    if (known.length === 0) {
        return {
            code: 'no-solution',
            message: `The equation for \`${title}\` cannot be computed ${range}: a logarithm, root or power of a negative number, or a division by 0.`,
        };
    }
    const crossings = known.flatMap((point, index) => (isSolved(point, known[index - 1]) ? [index] : []));
    if (crossings.length > 1) {
        const places = crossings.slice(0, MOST_SHOWN).map((index) => formatQuantity(crossingAt(known, index), 3));
        const more = crossings.length > MOST_SHOWN ? ', …' : '';
        const message =
            `The equation has ${crossings.length} solutions for \`${title}\` ${range}, near ${places.join(', ')}${more}: ` +
            'its sides are not monotone. Narrow the range to the one that is meant.';
        return { code: 'several-solutions', message };
    }
    return crossings.length === 1 ? undefined : { code: 'no-solution', message: noSolution(title, known, range) };
}

const MOST_SHOWN = 4;

/** Where the straight line between a point and the one before is 0. */
function crossingAt(known: readonly GridPoint[], index: number): number {
    const [before, after] = [known[Math.max(0, index - 1)], known[index]];
    const share = after.difference === 0 ? 1 : before.difference / (before.difference - after.difference);
    return before.x + share * (after.x - before.x);
}

/** Whether the difference is 0 there, or has another sign than at the point before. */
function isSolved({ difference }: GridPoint, before: GridPoint | undefined): boolean {
    if (before === undefined || before.difference === 0) return difference === 0;
    return Math.sign(difference) !== Math.sign(before.difference);
}

/** Which side is larger, and where the two come nearest. */
function noSolution(title: string, known: readonly GridPoint[], range: string): string {
    const nearest = known.reduce((a, b) => (Math.abs(b.difference) < Math.abs(a.difference) ? b : a));
    const larger = nearest.difference > 0 ? 'left' : 'right';
    const start = `There is no \`${title}\` ${range} for which the equation holds: its ${larger} side is larger throughout`;
    const x = formatQuantity(nearest.x, 3);
    if (nearest === known[0]) return `${start}, least so at ${x}: look for it below.`;
    if (nearest === known[known.length - 1]) return `${start}, least so at ${x}: look for it above.`;
    return `${start}, least so near ${x}.`;
}
