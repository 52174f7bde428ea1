/** Functions over several rows: of a group (`min(loss by N, D)`), of a series (`previous(loss)`), of what runs make one row of. */
import { AstUtils, type AstNode } from 'langium';
import type { LanguageFunction } from './functions.js';
import {
    isColumn,
    isFilter,
    isOperand,
    isReference,
    isRuns,
    isSeries,
    type Reference,
    type Runs,
} from './generated/ast.js';
import type { Scope } from './scope.js';
import { ANSWER_OPERAND, isVoteFunction, VOTE_FUNCTIONS } from './voteFunctions.js';

/** Of the rows of a group. */
export const AGGREGATES = {
    min: { signature: 'min(x by column)', doc: 'The smallest value in the rows of a group.', arity: [1, 1] },
    max: { signature: 'max(x by column)', doc: 'The largest value in the rows of a group.', arity: [1, 1] },
    sum: { signature: 'sum(x by column)', doc: 'The sum of the values in the rows of a group.', arity: [1, 1] },
    mean: { signature: 'mean(x by column)', doc: 'The mean of the values in the rows of a group.', arity: [1, 1] },
    median: {
        signature: 'median(x by column)',
        doc: 'The median of the values in the rows of a group.',
        arity: [1, 1],
    },
    std: {
        signature: 'std(x by column)',
        doc: 'The standard deviation of the values in the rows of a group, with n − 1.',
        arity: [1, 1],
    },
    count: {
        signature: 'count(x by column)',
        doc: 'How many rows of a group have the value; `count(by column)` is the number of its rows.',
        arity: [0, 1],
    },
    at_min: {
        signature: 'at_min(x, of by column)',
        doc: 'The value of `x` in the row of a group where `of` is smallest.',
        arity: [2, 2],
    },
    at_max: {
        signature: 'at_max(x, of by column)',
        doc: 'The value of `x` in the row of a group where `of` is largest.',
        arity: [2, 2],
    },
    ...VOTE_FUNCTIONS,
} as const satisfies Readonly<Record<string, LanguageFunction>>;

/** Of the rows of one run, in their order. */
export const SERIES_FUNCTIONS = {
    previous: {
        signature: 'previous(x)',
        doc: 'The value in the row before, along the `series`; missing in the first row of a run.',
        arity: [1, 1],
    },
    first: { signature: 'first(x)', doc: 'The first value of a run, along the `series`.', arity: [1, 1] },
    last: { signature: 'last(x)', doc: 'The last value of a run, along the `series`.', arity: [1, 1] },
    cumsum: {
        signature: 'cumsum(x)',
        doc: 'The sum of the values of a run up to this row, along the `series`.',
        arity: [1, 1],
    },
    smooth: {
        signature: 'smooth(x, span)',
        doc:
            'The exponential moving average along the `series`: a row that is a step Δ after the one before counts ' +
            '1 − exp(−Δ / span), the average so far the rest.',
        arity: [2, 2],
    },
} as const satisfies Readonly<Record<string, LanguageFunction>>;

export type Aggregate = keyof typeof AGGREGATES;
export type SeriesFunction = keyof typeof SERIES_FUNCTIONS;

/** Those that are no functions of numbers as well, as `min` and `sum` are. */
export const ROW_FUNCTIONS: Readonly<Record<string, LanguageFunction>> = {
    ...Object.fromEntries(Object.entries(AGGREGATES).filter(([name]) => !isAlsoOfNumbers(name))),
    ...SERIES_FUNCTIONS,
};

export function isAggregate(text: string): text is Aggregate {
    return Object.hasOwn(AGGREGATES, text);
}

export function isSeriesFunction(text: string): text is SeriesFunction {
    return Object.hasOwn(SERIES_FUNCTIONS, text);
}

/** `min`, `max` and `sum` go over rows only where one operand stands alone in them. */
function isAlsoOfNumbers(name: string): boolean {
    return name === 'min' || name === 'max' || name === 'sum';
}

/**
 * The rows that a call goes over: those that share its group columns, those of its run, or the members: the rows of other runs
 * that become one row of these.
 */
export type RowsOfCall = 'group' | 'series' | 'members';

/** Undefined for a call of numbers or of a law. */
export function rowsOfCall(call: Reference, scope: Scope): RowsOfCall | undefined {
    if (!isRowCall(call, scope)) return undefined;
    if (call.groups.length > 0) return 'group';
    if (mayGoOverMembers(call, scope) && !isOverMembers(call, scope)) return 'members';
    if (isSeriesFunction(call.name)) return 'series';
    return isAlsoOfNumbers(call.name) ? undefined : 'group';
}

/** Whether a node of grouped runs is inside of a call over their members: it speaks of a row of the other runs then. */
export function isOverMembers(node: AstNode, scope: Scope): boolean {
    const { $container: parent } = node;
    if (parent === undefined || isRuns(parent)) return false;
    return (isReference(parent) && isOperand(node) && mayGoOverMembers(parent, scope)) || isOverMembers(parent, scope);
}

/** Whether a name stands where a call over rows tells answers apart: it may be that of a column of texts. */
export function isAnswerName(reference: Reference, scope: Scope): boolean {
    const { $container: operand } = reference;
    if (reference.call || !isOperand(operand)) return false;
    const { $container: call, $containerIndex: index } = operand;
    return (
        isReference(call) && isRowCall(call, scope) && isVoteFunction(call.name) && ANSWER_OPERAND[call.name] === index
    );
}

/** The runs whose columns or conditions a node is part of. */
export function runsAround(node: AstNode): Runs | undefined {
    const entry = AstUtils.getContainerOfType(node, (each) => isColumn(each) || isFilter(each));
    return entry?.$container;
}

/** One row for each group of other runs. */
export function isGrouped({ groups, binder }: Runs): boolean {
    return groups.length > 0 || binder !== undefined;
}

/** The runs whose rows these are, or are made of. */
export function sourceOf(runs: Runs, scope: Scope): Runs | undefined {
    return runs.source === undefined ? undefined : scope.findRuns(runs.source, runs);
}

/** Whether runs say which rows are one run, or have all columns of others that do. */
export function hasSeries(runs: Runs, scope: Scope, seen: ReadonlySet<Runs> = new Set()): boolean {
    if (runs.entries.some(isSeries)) return true;
    const source = isGrouped(runs) || seen.has(runs) ? undefined : sourceOf(runs, scope);
    return source !== undefined && hasSeries(source, scope, new Set([...seen, runs]));
}

function isRowCall(call: Reference, scope: Scope): boolean {
    if (!call.call || !(isAggregate(call.name) || isSeriesFunction(call.name))) return false;
    return scope.findLaw(call.name, call) === undefined;
}

function mayGoOverMembers(call: Reference, scope: Scope): boolean {
    const runs = runsAround(call);
    if (runs === undefined || !isGrouped(runs) || !isRowCall(call, scope) || call.groups.length > 0) return false;
    if (isSeriesFunction(call.name)) return call.name === 'first' || call.name === 'last';
    const [first, ...others] = call.operands;
    return !isAlsoOfNumbers(call.name) || (first !== undefined && first.binder === undefined && others.length === 0);
}
