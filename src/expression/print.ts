/** Formulas in the language's own notation, with the fewest brackets that parse back to the same formula. */
import { UNKNOWN } from './equation.js';
import type { BinaryNode, BinaryOperator, Expr, SolveNode } from './expr.js';
import { CONSTANTS } from './functions.js';
import type { FunctionName } from './functions.js';
import { freeNames } from './names.js';
import { fold } from './walk.js';

/** How tightly a text binds: a text may stand, unbracketed, wherever at most its own level is asked for. */
const SUM = 1;
const PRODUCT = 2;
const UNARY = 3;
const POWER = 4;
const PRIMARY = 5;

/** The level of each operator's result, and what it asks of its two sides. */
const LEVELS: Readonly<Record<BinaryOperator, { own: number; left: number; right: number }>> = {
    '+': { own: SUM, left: SUM, right: PRODUCT },
    '-': { own: SUM, left: SUM, right: PRODUCT },
    '*': { own: PRODUCT, left: PRODUCT, right: UNARY },
    '/': { own: PRODUCT, left: PRODUCT, right: UNARY },
    '^': { own: POWER, left: PRIMARY, right: UNARY },
};

/** A part longer than this is printed as `…`: shared parts can make a text exponentially longer than its formula. */
const LONGEST = 100_000;

interface Printed {
    readonly text: string;
    readonly level: number;
}

export function formatExpr(expr: Expr): string {
    return fold<Printed>([expr], print)[0].text;
}

/** A number as short as it goes without losing a digit: 400, 0.34, 5.984e22, 1e6. */
export function formatNumber(value: number): string {
    const magnitude = Math.abs(value);
    const constant = [...CONSTANTS].find(([, known]) => known === magnitude);
    const sign = value < 0 ? '-' : '';
    if (constant !== undefined) return sign + constant[0];
    if (value === 0 || (magnitude >= 1e-4 && magnitude < 1e5)) return String(value);
    return value.toExponential().replace('e+', 'e');
}

function print(node: Expr, operands: readonly Printed[]): Printed {
    const printed = printNode(node, operands);
    return printed.text.length > LONGEST ? { text: '…', level: PRIMARY } : printed;
}

function printNode(node: Expr, operands: readonly Printed[]): Printed {
    switch (node.kind) {
        case 'number':
            return { text: formatNumber(node.value), level: node.value < 0 ? UNARY : PRIMARY };
        case 'name':
            return { text: node.name, level: PRIMARY };
        case 'negate':
            return { text: `-${bracketed(operands[0], UNARY)}`, level: UNARY };
        case 'binary':
            return printBinary(node, operands[0], operands[1]);
        case 'call':
            return { text: printCall(node.function, texts(operands)), level: PRIMARY };
        case 'solve':
            return { text: printSolve(node, operands), level: PRIMARY };
    }
}

function texts(operands: readonly Printed[]): string[] {
    return operands.map(({ text }) => text);
}

function printCall(fn: FunctionName, operands: readonly string[]): string {
    if (fn !== 'select') return `${fn}(${operands.join(', ')})`;
    const [left, right, then, otherwise] = operands;
    return `if(${left} <= ${right}, ${then}, ${otherwise})`;
}

/** The unknown is called as it was, with a `_` where something else has that name. */
function printSolve(node: SolveNode, [lower, upper, ...values]: readonly Printed[]): string {
    const { left, right, title, placeholders } = node.equation;
    const taken = new Set(node.operands.flatMap(freeNames));
    let unknown = title;
    while (taken.has(unknown)) unknown += '_';
    const names = new Map([
        [UNKNOWN, { text: unknown, level: PRIMARY }],
        ...placeholders.map((placeholder, index) => [placeholder, values[index]] as const),
    ]);
    const sides = fold<Printed>([left, right], (part, operands) =>
        part.kind === 'name' ? names.get(part.name)! : print(part, operands),
    );
    return `solve(${texts(sides).join(' == ')} for ${unknown} in ${lower.text} .. ${upper.text})`;
}

function printBinary(node: BinaryNode, left: Printed, right: Printed): Printed {
    const level = LEVELS[node.operator];
    const sign = node.operator === '^' ? '^' : ` ${node.operator} `;
    return { text: bracketed(left, level.left) + sign + bracketed(right, level.right), level: level.own };
}

function bracketed(printed: Printed, level: number): string {
    return printed.level >= level ? printed.text : `(${printed.text})`;
}
