/** Mixtures of samples: `over k by model in samples` in a budget, and what scores its counts, `solved(k, c, n by problem)`. */
import { AstUtils, type AstNode } from 'langium';
import { constantValue } from './constants.js';
import type { LanguageFunction } from './functions.js';
import {
    isBudget,
    isConstraint,
    isCounts,
    isGoal,
    isLet,
    isReference,
    isSweep,
    type Budget,
    type Counts,
    type Expression,
    type Reference,
    type Runs,
} from './generated/ast.js';
import type { Scope } from './scope.js';

export const COUNT_FUNCTIONS = {
    solved: {
        signature: 'solved(k, c, n by problem)',
        doc: 'The expected share of problems with a right sample among `k`, from `n` samples drawn of which `c` are right: the mean of 1 − ∏ C(n − c, k) / C(n, k).',
        arity: [3, 3],
    },
    spent: {
        signature: 'spent(k * price by problem)',
        doc: 'The mean over problems of what their samples cost together.',
        arity: [1, 1],
    },
} as const satisfies Readonly<Record<string, LanguageFunction>>;

export type CountFunction = keyof typeof COUNT_FUNCTIONS;

export function isCountFunction(text: string): text is CountFunction {
    return Object.hasOwn(COUNT_FUNCTIONS, text);
}

/** The `over … by …` of a budget, which makes it a question about a mixture. */
export function countsOf({ entries }: Budget): Counts | undefined {
    return entries.find(isCounts);
}

export function runsOfCounts(counts: Counts, scope: Scope): Runs | undefined {
    return counts.source === undefined ? undefined : scope.findRuns(counts.source, counts);
}

/** Whether a reference calls `solved` or `spent`, and no law of that name. */
export function isCountCall(node: AstNode, scope: Scope): boolean {
    if (!isReference(node) || !node.call || !isCountFunction(node.name)) return false;
    return scope.findLaw(node.name, node) === undefined;
}

/** The counts whose rows a node speaks of: in a call of `solved` or `spent`, and after `by`. */
export function countsAround(node: AstNode, scope: Scope): Counts | undefined {
    const budget = AstUtils.getContainerOfType(node, isBudget);
    const counts = budget && countsOf(budget);
    if (counts === undefined) return undefined;
    for (let around = node.$container; around !== undefined && around !== budget; around = around.$container) {
        if (around === counts || isCountCall(around, scope)) return counts;
    }
    return undefined;
}

/** What a budget of counts says, as far as it is written. */
export interface MixtureParts {
    /** `cost` where the goal is a call of `spent`. */
    readonly aim: 'solved' | 'cost';
    /** The calls: one is the goal, the other is limited. */
    readonly solved: Reference | undefined;
    readonly spent: Reference | undefined;
    /** What `spent` must not exceed, or the share that `solved` must reach. */
    readonly limit: Expression | undefined;
}

export function mixtureParts({ entries }: Budget, scope: Scope): MixtureParts {
    const callOf = (expression: Expression | undefined, name: CountFunction): Reference | undefined =>
        isReference(expression) && expression.name === name && isCountCall(expression, scope) ? expression : undefined;
    const goal = entries.find(isGoal)?.value;
    const condition = entries.find(isConstraint)?.condition;
    const [left, limit] = condition?.$type === 'Operation' ? [condition.left, condition.right] : [];
    const spent = callOf(goal, 'spent');
    if (spent !== undefined) return { aim: 'cost', solved: callOf(left, 'solved'), spent, limit };
    return { aim: 'solved', solved: callOf(goal, 'solved'), spent: callOf(left, 'spent'), limit };
}

/** What the limit is: a number, also by a `let`, or what the `for` goes through; undefined for anything else. */
export function limitOfMixture(limit: Expression | undefined, { entries }: Budget): number | 'swept' | undefined {
    const value = constantValue(limit);
    if (value !== undefined || !isReference(limit) || limit.call) return value;
    if (entries.some((entry) => isSweep(entry) && entry.name === limit.name)) return 'swept';
    return constantValue(entries.filter(isLet).find((entry) => entry.name === limit.name)?.value);
}
