/** Which formulas are positive whatever the values of their (positive) variables: those may be compared by their logarithms. */
import type { BinaryNode, CallNode, Expr } from '../../expression/expr.js';
import type { FunctionName } from '../../expression/functions.js';
import { fold } from '../../expression/walk.js';
import { rangeOfNode, type Range } from './intervals.js';

/** `nonnegative` and `nonpositive` may be zero. */
export type Sign = 'positive' | 'nonnegative' | 'zero' | 'nonpositive' | 'negative' | 'unknown';

export function signOfNumber(value: number): Sign {
    if (value === 0) {
        return 'zero';
    }
    return value > 0 ? 'positive' : value < 0 ? 'negative' : 'unknown';
}

/** What is known of a name: its sign, and between which values it lies. */
export interface Known {
    readonly sign: Sign;
    readonly range: Range;
}

/** The sign of a formula, given what is known of its names; `unknown` where it depends on their values. */
export function signOf(expr: Expr, knownOf: (name: string) => Known): Sign {
    const rangeOfName = (name: string): Range => knownOf(name).range;
    const [{ sign }] = fold<Known>([expr], (node, operands) => {
        const range = rangeOfNode(
            node,
            operands.map((operand) => operand.range),
            rangeOfName,
        );
        const signs = operands.map((operand) => operand.sign);
        return {
            range,
            sign: sharpened(
                signOfNode(node, signs, (name) => knownOf(name).sign),
                range,
            ),
        };
    });
    return sign;
}

/** `1 - S` with S up to 0.98 is positive: signs alone do not tell. */
function sharpened(sign: Sign, [lower, upper]: Range): Sign {
    if (sign !== 'unknown' && sign !== 'nonnegative' && sign !== 'nonpositive') {
        return sign;
    }
    if (lower > 0 || upper < 0) {
        return lower > 0 ? 'positive' : 'negative';
    }
    return sign !== 'unknown' ? sign : lower === 0 ? 'nonnegative' : upper === 0 ? 'nonpositive' : 'unknown';
}

function signOfNode(node: Expr, operands: readonly Sign[], signOfName: (name: string) => Sign): Sign {
    switch (node.kind) {
        case 'number':
            return signOfNumber(node.value);
        case 'name':
            return signOfName(node.name);
        case 'negate':
            return opposite(operands[0]);
        case 'binary':
            return signOfBinary(node, operands[0], operands[1]);
        case 'call':
            return signOfCall(node, operands);
        case 'solve':
            return signBetween(operands[0], operands[1]);
        case 'drops':
            return 'unknown';
    }
}

const OPPOSITES: Readonly<Record<Sign, Sign>> = {
    positive: 'negative',
    nonnegative: 'nonpositive',
    zero: 'zero',
    nonpositive: 'nonnegative',
    negative: 'positive',
    unknown: 'unknown',
};

function opposite(sign: Sign): Sign {
    return OPPOSITES[sign];
}

function signOfBinary(node: BinaryNode, left: Sign, right: Sign): Sign {
    switch (node.operator) {
        case '+':
            return signOfSum(left, right);
        case '-':
            return signOfSum(left, opposite(right));
        case '*':
            return signOfProduct(left, right);
        case '/':
            return right === 'positive' || right === 'negative' ? signOfProduct(left, right) : 'unknown';
        case '^':
            return left === 'positive' ? 'positive' : isEven(node.right) ? 'nonnegative' : 'unknown';
    }
}

function isEven(exponent: Expr): boolean {
    return exponent.kind === 'number' && exponent.value > 0 && exponent.value % 2 === 0;
}

function signOfSum(left: Sign, right: Sign): Sign {
    if (left === 'zero' || right === 'zero') {
        return left === 'zero' ? right : left;
    }
    if (isAtLeastZero(left) && isAtLeastZero(right)) {
        return left === 'positive' || right === 'positive' ? 'positive' : 'nonnegative';
    }
    const reversed = isAtLeastZero(opposite(left)) && isAtLeastZero(opposite(right));
    return reversed ? opposite(signOfSum(opposite(left), opposite(right))) : 'unknown';
}

function signOfProduct(left: Sign, right: Sign): Sign {
    if (left === 'unknown' || right === 'unknown' || left === 'zero' || right === 'zero') {
        return left === 'zero' || right === 'zero' ? 'zero' : 'unknown';
    }
    const strict = (left === 'positive' || left === 'negative') && (right === 'positive' || right === 'negative');
    const same = isAtLeastZero(left) === isAtLeastZero(right);
    if (strict) {
        return same ? 'positive' : 'negative';
    }
    return same ? 'nonnegative' : 'nonpositive';
}

function isAtLeastZero(sign: Sign): boolean {
    return sign === 'positive' || sign === 'nonnegative' || sign === 'zero';
}

/** Of what lies between two limits. */
function signBetween(lower: Sign, upper: Sign): Sign {
    if (lower === 'positive' || upper === 'negative') {
        return lower === 'positive' ? 'positive' : 'negative';
    }
    return isAtLeastZero(lower) ? 'nonnegative' : isAtLeastZero(opposite(upper)) ? 'nonpositive' : 'unknown';
}

const ALWAYS_POSITIVE: ReadonlySet<FunctionName> = new Set(['exp', 'cosh', 'logistic', 'softplus']);
const NEVER_NEGATIVE: ReadonlySet<FunctionName> = new Set(['sqrt', 'abs']);
const RATES: ReadonlySet<FunctionName> = new Set(['rate', 'area', 'peak']);
const SIGN_KEEPING: ReadonlySet<FunctionName> = new Set(['log1p', 'expm1', 'sinh', 'tanh', 'atan']);

function signOfCall(node: CallNode, operands: readonly Sign[]): Sign {
    const [first] = operands;
    if (node.function === 'select') {
        const [, , then, otherwise] = operands;
        return then === otherwise ? then : 'unknown';
    }
    if (ALWAYS_POSITIVE.has(node.function)) {
        return 'positive';
    }
    if (NEVER_NEGATIVE.has(node.function)) {
        return first === 'positive' || first === 'negative' ? 'positive' : 'nonnegative';
    }
    if (RATES.has(node.function)) {
        return 'nonnegative';
    }
    const keeps = SIGN_KEEPING.has(node.function) || node.function === 'min' || node.function === 'max';
    return keeps && operands.every((sign) => sign === first) ? first : 'unknown';
}
