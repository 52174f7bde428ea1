/** Numbers where numbers are needed, and conditions where conditions are. */
import { AstUtils, type AstNode } from 'langium';
import { namesOf } from '../binding.js';
import { constantValue } from '../constants.js';
import { CONSTANTS, isFunctionName } from '../functions.js';
import {
    isOperand,
    isReference,
    type Column,
    type Constraint,
    type Expression,
    type Filter,
    type HoldoutOption,
    type Operation,
} from '../generated/ast.js';
import { runsAround } from '../rowFunctions.js';
import { quote } from '../wording.js';
import type { Check, Report } from './check.js';

/**
 * The value of an expression that has to be a constant number. Reported where it has none, unless a name or a text in it is: then
 * that is reported already.
 */
export function constantOf(node: Expression | undefined, report: Report): number | undefined {
    const value = constantValue(node);
    if (node === undefined || value !== undefined || node.$type === 'NumberLiteral') return value;
    const isReported = AstUtils.streamAst(node).some((each) => isUnknown(each) || each.$type === 'TextLiteral');
    const isCondition = node.$type === 'Operation' && kindOf(node) === 'condition';
    if (!isReported && !isCondition) {
        report('error', 'not-a-number', `${quote(node)} has no value: write a number.`, { node });
    }
    return undefined;
}

function isUnknown(node: AstNode): boolean {
    if (!isReference(node)) return false;
    if (node.call) return !isFunctionName(node.name);
    return node.parameter !== undefined || namesOf(node).some((name) => !CONSTANTS.has(name));
}

export const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=']);

function kindOf(expression: Expression): 'number' | 'condition' | 'text' {
    if (expression.$type === 'TextLiteral') return 'text';
    if (expression.$type !== 'Operation') return 'number';
    const { operator } = expression;
    return COMPARISONS.has(operator) || operator === 'and' || operator === 'or' ? 'condition' : 'number';
}

/** What `where` and `holdout` take: comparisons, joined by `and` and `or`. */
export const checkCondition: Check<Filter | HoldoutOption> = ({ $type, condition }, report) => {
    const word = $type === 'Filter' ? 'where' : 'holdout';
    requireCondition(condition, word, `${word} C > 1e21`, report);
};

/** Of what `taker` takes. */
export function requireCondition(
    condition: Expression | undefined,
    taker: string,
    example: string,
    report: Report,
): void {
    if (condition === undefined || kindOf(condition) === 'condition') return;
    const message = `\`${taker}\` takes a condition, for example \`${example}\`; ${quote(condition)} is none.`;
    report('error', 'not-a-condition', message, { node: condition });
}

/** What `subject to` takes: one comparison. */
export const checkConstraint: Check<Constraint> = ({ condition }, report) => {
    if (condition === undefined) return;
    const operator = condition.$type === 'Operation' ? condition.operator : undefined;
    if (operator === 'and') {
        const message = 'Write a `subject to` for each of the two: a budget meets all of its constraints.';
        report('error', 'not-a-comparison', message, { node: condition });
    } else if (operator === undefined || operator === '!=' || operator === 'or' || !COMPARISONS.has(operator)) {
        const message = `A constraint is one comparison with \`<=\`, \`>=\` or \`==\`; ${quote(condition)} is none.`;
        report('error', 'not-a-comparison', message, { node: condition });
    }
};

/** `a < b < c`, and conditions or texts as operands of what takes numbers. */
export const checkOperation: Check<Operation> = (operation, report) => {
    const { operator, left, right } = operation;
    for (const operand of [left, right]) {
        if (operand === undefined) continue;
        if (operator === 'and' || operator === 'or') expectCondition(operand, operator, report);
        else if (COMPARISONS.has(operator)) expectComparable(operand, operation, report);
        else expectNumber(operand, report);
    }
};

function expectCondition(operand: Expression, operator: string, report: Report): void {
    if (kindOf(operand) === 'condition') return;
    const message = `\`${operator}\` joins conditions; ${quote(operand)} is none.`;
    report('error', 'not-a-condition', message, { node: operand });
}

function expectComparable(operand: Expression, { operator, left, right }: Operation, report: Report): void {
    const kind = kindOf(operand);
    if (kind === 'condition' && operand.$type === 'Operation' && COMPARISONS.has(operand.operator)) {
        const message = `Compare two values at a time: ${quote(operand)}, and the second comparison apart.`;
        report('error', 'chained-comparison', message, { node: operand });
    } else if (kind === 'condition') {
        report('error', 'condition-as-number', `A number is needed here; ${quote(operand)} is a condition.`, {
            node: operand,
        });
    } else if (kind === 'text') {
        const other = operand === left ? right : left;
        const isInRows = !isInOperand(operand) || runsAround(operand) !== undefined;
        const isColumn = isReference(other) && namesOf(other).length > 0 && isInRows;
        if (isColumn && (operator === '==' || operator === '!=')) return;
        const message = !isInRows
            ? 'In `if` a text can be compared in the columns and conditions of runs alone: make it a column there.'
            : 'A text can only be compared with a column, by `==` or `!=`.';
        report('error', 'text-as-number', message, { node: operand });
    }
}

/** In a formula of numbers. A text there is a column's header, which only the columns of runs can name. */
export function expectNumber(operand: Expression | undefined, report: Report): void {
    if (operand === undefined) return;
    const kind = kindOf(operand);
    if (kind === 'condition') {
        report('error', 'condition-as-number', `A number is needed here; ${quote(operand)} is a condition.`, {
            node: operand,
        });
    } else if (kind === 'text' && !isInColumn(operand)) {
        report('error', 'text-as-number', `A number is needed here; ${quote(operand)} is a text.`, { node: operand });
    }
}

function isInOperand(node: Expression): boolean {
    return AstUtils.hasContainerOfType(node, isOperand);
}

function isInColumn(node: Expression): boolean {
    return AstUtils.getContainerOfType(node, (each): each is Column => each.$type === 'Column') !== undefined;
}
