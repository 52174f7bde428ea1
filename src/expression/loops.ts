/** Sums over the same steps of the same schedule in one loop: a law's value and its derivatives share what each step takes. */
import { AREA, RATE, STEP, haveSameSpan, spanOf, valuesOfTerm } from './drops.js';
import { call, mul, name } from './build.js';
import type { DropsNode, Expr } from './expr.js';
import { scheduleOf, type Schedule } from './schedule.js';
import { substitute, withOperands } from './substitute.js';
import { fold, operandsOf } from './walk.js';

export interface Loop {
    readonly sums: readonly DropsNode[];
    /** The schedule and the limits. */
    readonly span: readonly [Expr, Expr, Expr];
    /** What the terms take from outside. */
    readonly values: readonly Expr[];
    /** The terms: formulas of the columns step, rate, area and log rate, and of scalars, one for each value. */
    readonly terms: Schedule;
}

/** Nodes in an order in which those of one loop stand together: operands still come first. */
export function inLoops(nodes: readonly Expr[]): Expr[] {
    const levels = new Map<Expr, number>();
    const spans: DropsNode[] = [];
    const ranks = nodes.map((node): readonly [level: number, span: number] => {
        const below = operandsOf(node).reduce((most, operand) => Math.max(most, levels.get(operand) ?? 0), 0);
        if (node.kind !== 'drops') {
            levels.set(node, below);
            return [2 * below, 0];
        }
        levels.set(node, below + 1);
        const known = spans.findIndex((each) => haveSameSpan(each, node));
        return [2 * below + 1, known < 0 ? spans.push(node) - 1 : known];
    });
    if (spans.length === 0) return [...nodes];
    const order = nodes.map((_, index) => index);
    order.sort((a, b) => ranks[a][0] - ranks[b][0] || ranks[a][1] - ranks[b][1] || a - b);
    return order.map((index) => nodes[index]);
}

/** Of nodes in that order: each loop's sums as one. */
export function loopsOf(nodes: readonly Expr[]): (Exclude<Expr, DropsNode> | Loop)[] {
    const parts: (Exclude<Expr, DropsNode> | DropsNode[])[] = [];
    for (const node of nodes) {
        if (node.kind !== 'drops') {
            parts.push(node);
            continue;
        }
        const before = parts.at(-1);
        const isSameLoop =
            Array.isArray(before) &&
            haveSameSpan(before[0], node) &&
            !before.some((sum) => node.operands.includes(sum));
        if (isSameLoop) before.push(node);
        else parts.push([node]);
    }
    return parts.map((part) => (Array.isArray(part) ? loopOf(part) : part));
}

function loopOf(sums: readonly DropsNode[]): Loop {
    const values = [...new Set(sums.flatMap(valuesOfTerm))];
    const scalars = new Map(values.map((value, index) => [value, `${STEP}${index}`]));
    const terms = sums.map((node) => {
        const inputs = valuesOfTerm(node).map((value) => name(scalars.get(value)!));
        return substitute(node.term.body, new Map(node.term.placeholders.map((each, index) => [each, inputs[index]])));
    });
    const { schedule, from, to } = spanOf(sums[0]);
    const inputs = { columns: [STEP, RATE, AREA, LOG_RATE], scalars: [...scalars.values()] };
    return { sums, span: [schedule, from, to], values, terms: scheduleOf(inLogarithms(terms), inputs) };
}

/** The logarithm of the rate, known of every point: powers of the rate are then exponentials, which are much quicker. */
export const LOG_RATE = `${RATE} log`;

function inLogarithms(terms: readonly Expr[]): Expr[] {
    return fold<Expr>(terms, (node, operands) => {
        const [first, second] = operands;
        if (first?.kind !== 'name' || first.name !== RATE) return withOperands(node, operands);
        if (node.kind === 'call' && (node.function === 'log' || node.function === 'log0')) return name(LOG_RATE);
        const isPower = node.kind === 'binary' && node.operator === '^' && second.kind !== 'number';
        return isPower ? call('exp', mul(second, name(LOG_RATE))) : withOperands(node, operands);
    });
}

export function isLoop(part: Expr | Loop): part is Loop {
    return 'sums' in part;
}
