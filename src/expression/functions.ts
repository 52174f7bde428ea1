/**
 * The one table of functions: what the language offers, how they are evaluated, differentiated and compiled.
 * A new function is one entry here.
 */
import { ONE, ZERO, add, call, div, mul, neg, num, pow, select, sub, sum } from './build.js';
import type { Expr } from './expr.js';
import { lgamma, polygamma } from './gamma.js';
import { area, peak, rate } from './rates/registry.js';
import { chosen, log0, logistic, logit, round, softplus } from './special.js';

export type FunctionName =
    | 'exp'
    | 'expm1'
    | 'log'
    | 'ln'
    | 'log1p'
    | 'log2'
    | 'log10'
    | 'log0'
    | 'sqrt'
    | 'abs'
    | 'sign'
    | 'min'
    | 'max'
    | 'select'
    | 'sin'
    | 'cos'
    | 'tan'
    | 'atan'
    | 'sinh'
    | 'cosh'
    | 'tanh'
    | 'logistic'
    | 'logit'
    | 'softplus'
    | 'lgamma'
    | 'polygamma'
    | 'floor'
    | 'ceil'
    | 'round'
    | 'rate'
    | 'area'
    | 'peak';

export interface FunctionDefinition {
    readonly signature: string;
    /** One line, for completion and hover. */
    readonly doc: string;
    /** Fewest and most operands (`Infinity` for any number). */
    readonly arity: readonly [fewest: number, most: number];
    readonly evaluate: (...operands: number[]) => number;
    /** The derivative, from the operands and the derivatives of the operands. */
    readonly derivative: (operands: readonly Expr[], derivatives: readonly Expr[]) => Expr;
}

const UNARY = [1, 1] as const;

export const FUNCTIONS: Readonly<Record<FunctionName, FunctionDefinition>> = {
    exp: unary('exp(x)', 'The exponential, e^x.', Math.exp, (x) => call('exp', x)),
    expm1: unary('expm1(x)', 'exp(x) - 1, exact for small x.', Math.expm1, (x) => call('exp', x)),
    log: unary('log(x)', 'The natural logarithm.', Math.log, (x) => div(ONE, x)),
    ln: unary('ln(x)', 'The natural logarithm: another name of log.', Math.log, (x) => div(ONE, x)),
    log1p: unary('log1p(x)', 'log(1 + x), exact for small x.', Math.log1p, (x) => div(ONE, add(ONE, x))),
    log2: unary('log2(x)', 'The logarithm to base 2.', Math.log2, (x) => div(num(Math.LOG2E), x)),
    log10: unary('log10(x)', 'The logarithm to base 10.', Math.log10, (x) => div(num(Math.LOG10E), x)),
    log0: unary('log0(x)', 'log(x), but 0 where x is 0, so that x * log0(x) is 0 there.', log0, (x) => div(ONE, x)),
    sqrt: unary('sqrt(x)', 'The square root.', Math.sqrt, (x) => div(num(0.5), call('sqrt', x))),
    abs: unary('abs(x)', 'The absolute value.', Math.abs, (x) => call('sign', x)),
    sign: unary('sign(x)', '-1, 0 or 1: the sign of x.', Math.sign, () => ZERO),
    min: {
        signature: 'min(a, b, …)',
        doc: 'The smallest of its operands.',
        arity: [1, Infinity],
        evaluate: Math.min,
        derivative: (operands, derivatives) => weighted(indicatorsOfLargest(operands.map(neg)), derivatives),
    },
    max: {
        signature: 'max(a, b, …)',
        doc: 'The largest of its operands.',
        arity: [1, Infinity],
        evaluate: Math.max,
        derivative: (operands, derivatives) => weighted(indicatorsOfLargest(operands), derivatives),
    },
    select: {
        signature: 'select(a, b, x, y)',
        doc: 'x where a <= b, else y; what is not chosen has no influence, not even on derivatives.',
        arity: [4, 4],
        evaluate: chosen,
        derivative: ([a, b], [, , x, y]) => select(a, b, x, y),
    },
    sin: unary('sin(x)', 'The sine of x radians.', Math.sin, (x) => call('cos', x)),
    cos: unary('cos(x)', 'The cosine of x radians.', Math.cos, (x) => neg(call('sin', x))),
    tan: unary('tan(x)', 'The tangent of x radians.', Math.tan, (x) => add(ONE, pow(call('tan', x), num(2)))),
    atan: unary('atan(x)', 'The angle in radians whose tangent is x.', Math.atan, (x) =>
        div(ONE, add(ONE, pow(x, num(2)))),
    ),
    sinh: unary('sinh(x)', 'The hyperbolic sine.', Math.sinh, (x) => call('cosh', x)),
    cosh: unary('cosh(x)', 'The hyperbolic cosine.', Math.cosh, (x) => call('sinh', x)),
    tanh: unary('tanh(x)', 'The hyperbolic tangent, from -1 to 1.', Math.tanh, (x) => pow(call('cosh', x), num(-2))),
    logistic: unary('logistic(x)', 'The logistic curve 1 / (1 + exp(-x)), from 0 to 1.', logistic, (x) =>
        mul(call('logistic', x), call('logistic', neg(x))),
    ),
    logit: unary('logit(p)', 'The log-odds log(p / (1 - p)), inverse of logistic.', logit, (p) =>
        div(ONE, mul(p, sub(ONE, p))),
    ),
    softplus: unary('softplus(x)', 'log(1 + exp(x)), a smooth max(x, 0).', softplus, (x) => call('logistic', x)),
    lgamma: unary('lgamma(x)', 'The logarithm of the gamma function: log((x - 1)!) for whole x.', lgamma, (x) =>
        call('polygamma', ZERO, x),
    ),
    polygamma: {
        signature: 'polygamma(n, x)',
        doc: 'The derivative number n + 1 of lgamma at x, for whole n.',
        arity: [2, 2],
        evaluate: polygamma,
        derivative: ([n, x], [, slope]) => mul(call('polygamma', add(n, ONE), x), slope),
    },
    floor: unary('floor(x)', 'The largest whole number not above x.', Math.floor, () => ZERO),
    ceil: unary('ceil(x)', 'The smallest whole number not below x.', Math.ceil, () => ZERO),
    round: unary('round(x)', 'The nearest whole number, halves away from 0.', round, () => ZERO),
    rate: {
        signature: 'rate(schedule, step)',
        doc: 'The learning rate at a step of a schedule; at step 0 the one before the first.',
        arity: [2, 2],
        evaluate: rate,
        derivative: ([schedule, step], [, slope]) =>
            mul(sub(call('rate', schedule, step), call('rate', schedule, sub(step, ONE))), slope),
    },
    area: {
        signature: 'area(schedule, step)',
        doc: 'The sum of the learning rates of the first steps of a schedule, S1 of the laws of annealing.',
        arity: [2, 2],
        evaluate: area,
        derivative: ([schedule, step], [, slope]) => mul(call('rate', schedule, step), slope),
    },
    peak: {
        signature: 'peak(schedule)',
        doc: 'The step at which a schedule first reaches its highest learning rate.',
        arity: [1, 1],
        evaluate: peak,
        derivative: () => ZERO,
    },
};

/** Named constants of the language; formulas hold their values. */
export const CONSTANTS: ReadonlyMap<string, number> = new Map([
    ['pi', Math.PI],
    ['inf', Infinity],
]);

export function isFunctionName(text: string): text is FunctionName {
    return Object.hasOwn(FUNCTIONS, text);
}

function unary(
    signature: string,
    doc: string,
    evaluate: (x: number) => number,
    derivative: (x: Expr) => Expr,
): FunctionDefinition {
    return { signature, doc, arity: UNARY, evaluate, derivative: ([x], [dx]) => mul(derivative(x), dx) };
}

function weighted(weights: readonly Expr[], terms: readonly Expr[]): Expr {
    return sum(terms.map((term, index) => mul(weights[index], term)));
}

/**
 * For each operand 1 if it is the largest, else 0; where some are equal they share the 1. Each operand is compared with
 * the largest of those before it.
 */
function indicatorsOfLargest([first, ...others]: readonly Expr[]): Expr[] {
    let largest = first;
    let indicators = [ONE as Expr];
    for (const operand of others) {
        const kept = whetherAbove(largest, operand);
        indicators = [...indicators.map((indicator) => mul(indicator, kept)), whetherAbove(operand, largest)];
        largest = call('max', largest, operand);
    }
    return indicators;
}

/** 1, ½ or 0: whether a > b, a = b, a < b. */
function whetherAbove(a: Expr, b: Expr): Expr {
    return mul(num(0.5), add(ONE, call('sign', sub(a, b))));
}
