/** Conditions of `where`, `holdout` and `if`. */
import { call, num } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import type { Expression, Operation } from '../../language/generated/ast.js';
import type { Comparison, Condition, TextTest } from './runsPlan.js';

const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!='] satisfies Comparison[]);

export function isComparison(operator: string): operator is Comparison {
    return COMPARISONS.has(operator);
}

/** A quoted text stands for itself here and is compared with a text column. */
export function lowerCondition(node: Expression | undefined, lower: (node: Expression) => Expr): Condition {
    if (node?.$type !== 'Operation') return { kind: 'unknown' };
    if (node.operator === 'and' || node.operator === 'or') {
        return {
            kind: node.operator,
            left: lowerCondition(node.left, lower),
            right: lowerCondition(node.right, lower),
        };
    }
    if (!isComparison(node.operator)) return { kind: 'unknown' };
    return (
        lowerTextComparison(node) ?? {
            kind: 'numbers',
            operator: node.operator,
            left: lower(node.left),
            right: lower(node.right),
        }
    );
}

/** One of two formulas; what cannot be decided has no value. `testText` is 1 where a text is as it should be, and 0 where not. */
export function choose(
    condition: Condition,
    then: Expr,
    otherwise: Expr,
    testText: ((test: TextTest) => Expr) | undefined,
): Expr {
    switch (condition.kind) {
        case 'and':
            return choose(condition.left, choose(condition.right, then, otherwise, testText), otherwise, testText);
        case 'or':
            return choose(condition.left, then, choose(condition.right, then, otherwise, testText), testText);
        case 'text':
            return testText === undefined ? num(NaN) : CHOICES['=='](testText(condition), num(1), then, otherwise);
        case 'numbers':
            return CHOICES[condition.operator](condition.left, condition.right, then, otherwise);
        default:
            return num(NaN);
    }
}

/** In terms of a ≤ b. */
const CHOICES: Readonly<Record<Comparison, (a: Expr, b: Expr, then: Expr, otherwise: Expr) => Expr>> = {
    '<=': (a, b, then, otherwise) => call('select', a, b, then, otherwise),
    '>=': (a, b, then, otherwise) => call('select', b, a, then, otherwise),
    '<': (a, b, then, otherwise) => call('select', b, a, otherwise, then),
    '>': (a, b, then, otherwise) => call('select', a, b, otherwise, then),
    '==': (a, b, then, otherwise) => call('select', a, b, call('select', b, a, then, otherwise), otherwise),
    '!=': (a, b, then, otherwise) => call('select', a, b, call('select', b, a, otherwise, then), then),
};

function lowerTextComparison({ left, operator, right }: Operation): Condition | undefined {
    const [literal, column] = left.$type === 'TextLiteral' ? [left, right] : [right, left];
    if (literal.$type !== 'TextLiteral') return undefined;
    const isTextColumn = column.$type === 'Reference' && !column.call;
    if (!isTextColumn || (operator !== '==' && operator !== '!=')) return { kind: 'unknown' };
    return { kind: 'text', operator, column: column.name, text: literal.text };
}
