/** Expressions of the language as formulas: calls of laws are put in place, numbers are in base terms. */
import { binary, call, name, negate, num } from '../../expression/build.js';
import type { BinaryOperator, Expr } from '../../expression/expr.js';
import { CONSTANTS, isFunctionName } from '../../expression/functions.js';
import { substitute } from '../../expression/substitute.js';
import type { Expression, Law, Operation, Reference, TextLiteral } from '../../language/generated/ast.js';
import { parseQuantity } from '../../quantity/parse.js';
import { constantValue } from '../../language/constants.js';
import { rangeOf } from '../places.js';
import { groupOfNumber } from '../tables/groups.js';
import { qualifiedIn, type CallPlan, type GroupChoice, type LawPlan } from './plan.js';

/** Stands where the text says nothing that can be computed; its statement has a problem that says why. */
export const NOT_COMPUTABLE: Expr = num(NaN);

export interface ExpressionContext {
    /** What a plain name stands for. */
    readonly lowerName: (text: string, reference: Reference) => Expr;
    /** What a text stands for, where texts name columns. */
    readonly lowerText?: (literal: TextLiteral) => Expr;
    readonly findLaw: (text: string, reference: Reference) => Law | undefined;
    /** Undefined for a law that has errors. */
    readonly planOf: (law: Law) => LawPlan | undefined;
}

const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/'] satisfies BinaryOperator[]);

export class ExpressionLowering {
    /** The calls met so far, outermost last. */
    readonly calls: CallPlan[] = [];
    /** Names of laws that are called and have errors. */
    readonly unusable: string[] = [];

    constructor(private readonly context: ExpressionContext) {}

    lower(node: Expression | undefined): Expr {
        switch (node?.$type) {
            case 'NumberLiteral':
                return lowerNumber(node.text);
            case 'Negation':
                return negate(this.lower(node.operand));
            case 'Power':
                return binary('^', this.lower(node.base), this.lower(node.exponent));
            case 'Operation':
                return this.lowerOperation(node);
            case 'Reference':
                return node.call ? this.lowerCall(node) : this.context.lowerName(node.name, node);
            case 'TextLiteral':
                return this.context.lowerText?.(node) ?? NOT_COMPUTABLE;
            case undefined:
                return NOT_COMPUTABLE;
        }
    }

    private lowerOperation(node: Operation): Expr {
        if (!ARITHMETIC.has(node.operator)) return NOT_COMPUTABLE;
        return binary(node.operator as BinaryOperator, this.lower(node.left), this.lower(node.right));
    }

    private lowerCall(node: Reference): Expr {
        const law = this.context.findLaw(node.name, node);
        if (law === undefined) {
            const operands = node.operands.map(({ value }) => this.lower(value));
            return isFunctionName(node.name) ? call(node.name, ...operands) : NOT_COMPUTABLE;
        }
        const plan = this.context.planOf(law);
        if (plan === undefined) {
            this.unusable.push(node.name);
            return NOT_COMPUTABLE;
        }
        const operands = plan.arguments.map((argument, index) => {
            const byName = node.operands.find((operand) => operand.name === argument.name);
            const byPosition = node.operands[index]?.name === undefined ? node.operands[index] : undefined;
            return this.lower((byName ?? byPosition)?.value);
        });
        const groups = groupsNamed(node, plan);
        const inPlace = new Map<string, Expr>([
            ...plan.arguments.map((argument, index) => [argument.name, operands[index]] as const),
            ...plan.parameters.map(({ qualified }) => [qualified, name(qualifiedIn(groups, qualified))] as const),
        ]);
        const value = substitute(plan.formula, inPlace);
        this.calls.push({ law: plan, groups, operands, value });
        return value;
    }
}

/** The operands that are no arguments of the law: they name groups of its fit. */
function groupsNamed({ operands }: Reference, { arguments: args }: LawPlan): GroupChoice[] {
    return operands.flatMap(({ name: column, value }): GroupChoice[] => {
        if (column === undefined || args.some((argument) => argument.name === column)) return [];
        const group = value?.$type === 'TextLiteral' ? value.text : groupOfNumber(constantValue(value) ?? NaN);
        return [{ column, value: group, ...(value === undefined ? {} : { range: rangeOf(value) }) }];
    });
}

function lowerNumber(text: string): Expr {
    const quantity = parseQuantity(text);
    return quantity.ok ? num(quantity.base) : NOT_COMPUTABLE;
}

/** `pi`, `inf`; undefined for any other name. */
export function constantNamed(text: string): Expr | undefined {
    const value = CONSTANTS.get(text);
    return value === undefined ? undefined : num(value);
}

/** A column of a file by its header, which may hold any character, as a name in a formula. */
export function headerName(header: string): Expr {
    return name(quoted(header));
}

export function quoted(header: string): string {
    return `"${header}"`;
}
