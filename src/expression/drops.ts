/** Sums over the decreases of a learning rate: how a node that is one is made, and how its parts are read. */
import { ONE, call, mul, name, sub } from './build.js';
import { close } from './closure.js';
import { UNKNOWN } from './equation.js';
import type { DropsNode, Expr, Term } from './expr.js';
import { share } from './share.js';
import { substitute, withOperands } from './substitute.js';
import { fold } from './walk.js';

/** The names in every term: the step, its rate, and the sum of the rates up to it. */
export const STEP = UNKNOWN;
export const RATE = `${UNKNOWN}rate`;
export const AREA = `${UNKNOWN}area`;

/** What a term's sum goes over. */
export interface Span {
    readonly schedule: Expr;
    /** The steps after the first limit up to the second. */
    readonly from: Expr;
    readonly to: Expr;
}

/** Where the values of the placeholders begin among the operands. */
const FIRST_VALUE = 3;

/**
 * The sum of (η of the step before − η of `step`)·term over the steps of a span; the step is printed as `title`. The rate at the
 * step and the sum of the rates up to it are looked up once for all that is made of them.
 */
export function drops({ schedule, from, to }: Span, term: Expr, step: string, title = step): DropsNode {
    const [sharedSchedule, shared] = share([schedule, term]);
    const own = new Map([step, `${step}rate`, `${step}area`].map((text, index) => [text, [STEP, RATE, AREA][index]]));
    const body = fold<Expr>([shared], (node, operands) => {
        const known = node.kind === 'call' && operands[0] === sharedSchedule && isStep(operands[1], step);
        if (known && node.function === 'rate') return name(`${step}rate`);
        return known && node.function === 'area' ? name(`${step}area`) : withOperands(node, operands);
    })[0];
    const { parts, placeholders, values } = close([body], own);
    return { kind: 'drops', term: { body: parts[0], title, placeholders }, operands: [schedule, from, to, ...values] };
}

function isStep(node: Expr | undefined, step: string): boolean {
    return node?.kind === 'name' && node.name === step;
}

export function spanOf({ operands: [schedule, from, to] }: DropsNode): Span {
    return { schedule, from, to };
}

/** The formulas that stand for the placeholders. */
export function valuesOfTerm({ operands }: DropsNode): readonly Expr[] {
    return operands.slice(FIRST_VALUE);
}

/** Whether two sums go over the same steps of the same schedule, so that one loop serves both. */
export function haveSameSpan(a: DropsNode, b: DropsNode): boolean {
    return a.operands.slice(0, FIRST_VALUE).every((operand, index) => operand === b.operands[index]);
}

/** The term of one step. */
export function termAt(node: DropsNode, step: Expr): Expr {
    const { schedule } = spanOf(node);
    const own = [step, call('rate', schedule, step), call('area', schedule, step)];
    const names = [STEP, RATE, AREA, ...node.term.placeholders];
    const values = [...own, ...valuesOfTerm(node)];
    return substitute(node.term.body, new Map(names.map((each, index) => [each, values[index]])));
}

/** The summand of one step: the decrease of the rate there, times the term. */
export function summandAt(node: DropsNode, step: Expr): Expr {
    const { schedule } = spanOf(node);
    const drop = sub(call('rate', schedule, sub(step, ONE)), call('rate', schedule, step));
    return mul(drop, termAt(node, step));
}

/** The same sum of another term of the same placeholders. */
export function withTerm(node: DropsNode, term: Term): DropsNode {
    const { placeholders } = node.term;
    const values = term.placeholders.map((each) => valuesOfTerm(node)[placeholders.indexOf(each)]);
    return { kind: 'drops', term, operands: [...node.operands.slice(0, FIRST_VALUE), ...values] };
}
