/** Formulas in the language's own notation, with the fewest brackets that parse back to the same formula. */
import { UNKNOWN } from './equation.js';
import { AREA, RATE, STEP } from './drops.js';
import type { BinaryNode, BinaryOperator, DropsNode, Expr, SolveNode } from './expr.js';
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
        case 'drops':
            return { text: printDrops(node, operands), level: PRIMARY };
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

function printSolve(node: SolveNode, [lower, upper, ...values]: readonly Printed[]): string {
    const { left, right, title, placeholders } = node.equation;
    const unknown = freeTitle(title, node.operands);
    const own = new Map([[UNKNOWN, unknown]]);
    const sides = printClosed([left, right], own, placeholders, values);
    return `solve(${sides.join(' == ')} for ${unknown} in ${lower.text} .. ${upper.text})`;
}

function printDrops(node: DropsNode, [schedule, from, to, ...values]: readonly Printed[]): string {
    const { body, title, placeholders } = node.term;
    const step = freeTitle(title, node.operands);
    const own = new Map([
        [STEP, step],
        [RATE, printCall('rate', [schedule.text, step])],
        [AREA, printCall('area', [schedule.text, step])],
    ]);
    const [term] = printClosed([body], own, placeholders, values);
    return `drops(${schedule.text}, ${term} for ${step} in ${from.text} .. ${to.text})`;
}

/** A bound name as it was written, with a `_` where something else has that name. */
function freeTitle(title: string, operands: readonly Expr[]): string {
    const taken = new Set(operands.flatMap(freeNames));
    let free = title;
    while (taken.has(free)) free += '_';
    return free;
}

function printClosed(
    parts: readonly Expr[],
    own: ReadonlyMap<string, string>,
    placeholders: readonly string[],
    values: readonly Printed[],
): string[] {
    const names = new Map<string, Printed>(placeholders.map((placeholder, index) => [placeholder, values[index]]));
    for (const [each, text] of own) names.set(each, { text, level: PRIMARY });
    return texts(
        fold<Printed>(parts, (part, operands) =>
            part.kind === 'name' ? names.get(part.name)! : print(part, operands),
        ),
    );
}

function printBinary(node: BinaryNode, left: Printed, right: Printed): Printed {
    const level = LEVELS[node.operator];
    const sign = node.operator === '^' ? '^' : ` ${node.operator} `;
    return { text: bracketed(left, level.left) + sign + bracketed(right, level.right), level: level.own };
}

function bracketed(printed: Printed, level: number): string {
    return printed.level >= level ? printed.text : `(${printed.text})`;
}
