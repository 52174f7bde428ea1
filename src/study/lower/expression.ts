/** Expressions of the language as formulas: calls of laws are put in place, numbers are in base terms. */
import { binary, call, name, negate, num } from '../../expression/build.js';
import type { BinaryOperator, Expr } from '../../expression/expr.js';
import { drops } from '../../expression/drops.js';
import { solve } from '../../expression/equation.js';
import { freeNames } from '../../expression/names.js';
import { substitute } from '../../expression/substitute.js';
import { indexedName, itemsOf, valueOf, type ItemValue } from '../../language/binding.js';
import { CONSTANTS, isNumericFunction } from '../../language/functions.js';
import type {
    Expression,
    Item,
    Law,
    Operand,
    Operation,
    Reference,
    TextLiteral,
} from '../../language/generated/ast.js';
import { parseQuantity } from '../../quantity/parse.js';
import { constantValue } from '../../language/constants.js';
import { rangeOf } from '../places.js';
import { groupOfNumber } from '../tables/groups.js';
import { choose, lowerCondition } from './condition.js';
import {
    qualifiedIn,
    slotOf,
    type CallPlan,
    type ChosenValue,
    type GroupChoice,
    type LawPlan,
    type LawUse,
    type SolutionPlan,
    type Sources,
} from './plan.js';
import type { TextTest } from './runsPlan.js';

/** Stands where the text says nothing that can be computed; its statement has a problem that says why. */
export const NOT_COMPUTABLE: Expr = num(NaN);

export interface ExpressionContext {
    /** What a plain name stands for. */
    readonly lowerName: (text: string, reference: Reference) => Expr;
    /** What a call stands for that goes over several rows; undefined for any other. */
    readonly lowerRowCall?: (call: Reference, lower: (node: Expression) => Expr) => Expr | undefined;
    /** 1 where a column has a text, or has it not, and 0 elsewhere; where there are columns of texts. */
    readonly lowerTextTest?: (test: TextTest) => Expr;
    /** What a text stands for, where texts name columns. */
    readonly lowerText?: (literal: TextLiteral) => Expr;
    /** What a budget chooses by the name; undefined for any other. */
    readonly chosenBy?: (reference: Reference) => ChosenValue | undefined;
    /** The schedule that a name stands for where one is wanted; NaN for one that has errors, undefined for any other name. */
    readonly scheduleNamed?: (reference: Reference) => number | undefined;
    readonly findLaw: (text: string, reference: Reference) => Law | undefined;
    /** Undefined for a law that has errors. */
    readonly planOf: (law: Law) => LawPlan | undefined;
}

const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/'] satisfies BinaryOperator[]);

/** What the names of `for x in …` stand for: an item of a list, or the unknown of an equation. */
type Bound = ReadonlyMap<string, ItemValue | Expr>;

const NOTHING_BOUND: Bound = new Map();

export class ExpressionLowering {
    private readonly calls: CallPlan[] = [];
    private readonly borrowed: LawUse[] = [];
    private readonly solutions: SolutionPlan[] = [];
    private readonly unusable: string[] = [];

    constructor(private readonly context: ExpressionContext) {}

    /** What the formulas lowered so far rest on; of calls, the outermost last. */
    get sources(): Sources {
        const { calls, borrowed, solutions, unusable } = this;
        return { calls, borrowed, solutions, unusable };
    }

    lower(node: Expression | undefined, bound = NOTHING_BOUND): Expr {
        switch (node?.$type) {
            case 'NumberLiteral':
                return lowerNumber(node.text);
            case 'Negation':
                return negate(this.lower(node.operand, bound));
            case 'Power':
                return binary('^', this.lower(node.base, bound), this.lower(node.exponent, bound));
            case 'Operation':
                return this.lowerOperation(node, bound);
            case 'Reference':
                return node.call && node.parameter === undefined
                    ? this.lowerCall(node, bound)
                    : this.lowerName(node, bound);
            case 'TextLiteral':
                return this.context.lowerText?.(node) ?? NOT_COMPUTABLE;
            case undefined:
                return NOT_COMPUTABLE;
        }
    }

    private lowerOperation(node: Operation, bound: Bound): Expr {
        if (!ARITHMETIC.has(node.operator)) return NOT_COMPUTABLE;
        return binary(node.operator as BinaryOperator, this.lower(node.left, bound), this.lower(node.right, bound));
    }

    private lowerName(node: Reference, bound: Bound): Expr {
        const chosen = node.parameter === undefined ? undefined : this.context.chosenBy?.(node);
        if (chosen !== undefined) return name(slotOf(chosen));
        if (node.parameter !== undefined) return this.lowerBorrowed(node);
        if (node.index !== undefined) return this.lowerIndexed(node, node.index, bound);
        const schedule = this.context.scheduleNamed?.(node);
        if (schedule !== undefined) return this.lowerSchedule(schedule, node);
        const value = bound.get(node.name);
        if (value === undefined) return this.context.lowerName(node.name, node);
        if (typeof value === 'string') return NOT_COMPUTABLE;
        return typeof value === 'number' ? num(value) : value;
    }

    private lowerSchedule(schedule: number, { name: text }: Reference): Expr {
        if (Number.isNaN(schedule)) this.unusable.push(text);
        return num(schedule);
    }

    private lowerIndexed(node: Reference, index: Item, bound: Bound): Expr {
        const item = (index.name === undefined ? undefined : bound.get(index.name)) ?? valueOf(index);
        const text = typeof item === 'object' || item === undefined ? undefined : indexedName(node.name, item);
        return text === undefined ? NOT_COMPUTABLE : this.context.lowerName(text, node);
    }

    /** `surface.alpha`, `surface(dataset = "c4").alpha` */
    private lowerBorrowed(node: Reference): Expr {
        const plan = this.usablePlan(node);
        if (plan === undefined) return NOT_COMPUTABLE;
        const groups = this.groupsNamed(node, plan);
        const parameter = plan.parameters.find((each) => each.name === node.parameter);
        const tie = plan.ties.find((each) => each.name === node.parameter);
        const value = parameter === undefined ? tie?.value : name(parameter.qualified);
        if (value === undefined) return NOT_COMPUTABLE;
        const named = freeNames(value);
        const needed = plan.parameters.filter(({ qualified }) => named.includes(qualified));
        this.borrowed.push({ law: plan, groups, parameters: new Set(needed.map((each) => each.name)) });
        return substitute(value, inGroups(plan, groups));
    }

    /** Of the law that a reference names; undefined for one that has errors. */
    private usablePlan(node: Reference): LawPlan | undefined {
        const law = this.context.findLaw(node.name, node);
        const plan = law && this.context.planOf(law);
        if (plan === undefined) this.unusable.push(node.name);
        return plan;
    }

    private lowerCall(node: Reference, bound: Bound): Expr {
        const overRows = this.context.lowerRowCall?.(node, (operand) => this.lower(operand, bound));
        if (overRows !== undefined) return overRows;
        if (this.context.findLaw(node.name, node) === undefined) return this.lowerFunction(node, bound);
        const plan = this.usablePlan(node);
        if (plan === undefined) return NOT_COMPUTABLE;
        const operands = plan.arguments.map((argument, index) => {
            const byName = node.operands.find((operand) => operand.name === argument.name);
            const byPosition = node.operands[index]?.name === undefined ? node.operands[index] : undefined;
            return this.lower((byName ?? byPosition)?.value, bound);
        });
        const made = callOf({ law: plan, groups: this.groupsNamed(node, plan) }, operands);
        this.calls.push(made);
        return made.value;
    }

    /** The operands that are no arguments of the law: they name groups of its fit. */
    private groupsNamed({ operands }: Reference, { arguments: args }: LawPlan): GroupChoice[] {
        return operands.flatMap(({ name: column, value }): GroupChoice[] => {
            if (column === undefined || args.some((argument) => argument.name === column)) return [];
            const range = value === undefined ? undefined : rangeOf(value);
            const chosen = value?.$type === 'Reference' ? this.context.chosenBy?.(value) : undefined;
            if (chosen !== undefined) return [{ column, value: `over ${slotOf(chosen)}`, chosen, range }];
            const group = value?.$type === 'TextLiteral' ? value.text : groupOfNumber(constantValue(value) ?? NaN);
            return [{ column, value: group, range }];
        });
    }

    private lowerFunction(node: Reference, bound: Bound): Expr {
        const [first, ...others] = node.operands;
        switch (node.name) {
            case 'if': {
                const condition = lowerCondition(first?.value, (side) => this.lower(side, bound));
                const [then, otherwise] = [others[0], others[1]].map((other) => this.lower(other?.value, bound));
                return choose(condition, then, otherwise, this.context.lowerTextTest);
            }
            case 'sum':
                return this.lowerItems(first, '+', bound);
            case 'product':
                return this.lowerItems(first, '*', bound);
            case 'solve':
                return this.lowerEquation(first, bound);
            case 'drops':
                return this.lowerDrops(first, others[0], bound);
            default: {
                const operands = node.operands.map(({ value }) => this.lower(value, bound));
                return isNumericFunction(node.name) ? call(node.name, ...operands) : NOT_COMPUTABLE;
            }
        }
    }

    /** A sum or product, written out. */
    private lowerItems(operand: Operand | undefined, operator: BinaryOperator, bound: Bound): Expr {
        const { value, binder } = operand ?? {};
        if (binder === undefined) return NOT_COMPUTABLE;
        const parts = itemsOf(binder).map((item) => this.lower(value, new Map([...bound, [binder.name, item]])));
        return parts.length === 0 ? NOT_COMPUTABLE : parts.reduce((left, right) => binary(operator, left, right));
    }

    /** Calls in the term are asked at the last step. */
    private lowerDrops(schedule: Operand | undefined, term: Operand | undefined, bound: Bound): Expr {
        const { value, binder } = term ?? {};
        if (schedule === undefined || binder === undefined) return NOT_COMPUTABLE;
        // A sign that no name has keeps the step apart from what is called the same outside.
        const step = `${binder.name}#${bound.size}`;
        const span = {
            schedule: this.lower(schedule.value, bound),
            from: this.lower(binder.lower, bound),
            to: this.lower(binder.upper, bound),
        };
        const callsBefore = this.calls.length;
        const body = this.lower(value, new Map([...bound, [binder.name, name(step)]]));
        this.askedAt(callsBefore, step, span.to);
        return drops(span, body, step, binder.name);
    }

    /** Calls in the equation are asked at its solution. */
    private lowerEquation(operand: Operand | undefined, bound: Bound): Expr {
        const { value: equation, binder, $container: solving } = operand ?? {};
        if (equation?.$type !== 'Operation' || binder === undefined || solving === undefined) return NOT_COMPUTABLE;
        // A sign that no name has keeps the unknown apart from what is called the same outside.
        const unknown = `${binder.name}?${this.solutions.length}`;
        const inside = new Map([...bound, [binder.name, name(unknown)]]);
        const callsBefore = this.calls.length;
        const [left, right] = [equation.left, equation.right].map((side) => this.lower(side, inside));
        const [lower, upper] = [binder.lower, binder.upper].map((end) => num(constantValue(end) ?? NaN));
        const solution = solve(left, right, unknown, [lower, upper], binder.name);
        this.solutions.push({ solution, range: rangeOf(solving) });
        this.askedAt(callsBefore, unknown, solution);
        return solution;
    }

    /** Puts a value in the place of a bound name in the calls from an index on. */
    private askedAt(first: number, text: string, value: Expr): void {
        const inPlace = new Map([[text, value]]);
        for (const each of this.calls.splice(first)) {
            const operands = each.operands.map((part) => substitute(part, inPlace));
            this.calls.push({ ...each, operands, value: substitute(each.value, inPlace) });
        }
    }
}

/** A law's parameters in formulas that are about some groups of its fit. */
function inGroups({ parameters }: LawPlan, groups: readonly GroupChoice[]): Map<string, Expr> {
    return new Map(parameters.map(({ qualified }) => [qualified, name(qualifiedIn(groups, qualified))]));
}

function lowerNumber(text: string): Expr {
    const quantity = parseQuantity(text);
    return quantity.ok ? num(quantity.base) : NOT_COMPUTABLE;
}

/** A law with its values of some groups, at some operands. */
export function callOf({ law, groups }: LawUse, operands: readonly Expr[]): CallPlan {
    const inPlace = new Map<string, Expr>([
        ...law.arguments.map((argument, index) => [argument.name, operands[index]] as const),
        ...inGroups(law, groups),
    ]);
    return { law, groups, operands, value: substitute(law.formula, inPlace) };
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
