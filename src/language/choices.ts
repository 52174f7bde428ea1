/** What the `over` of a budget chooses from. */
import { AstUtils, type AstNode } from 'langium';
import { constantValue, sharedUnit } from './constants.js';
import {
    isBudget,
    isChoice,
    isNumberLiteral,
    isReference,
    isTextLiteral,
    type Budget,
    type Choice,
    type Expression,
    type Law,
    type Reference,
    type Runs,
} from './generated/ast.js';
import type { Scope } from './scope.js';

/** More are not tried one by one. */
export const MOST_OPTIONS = 1_000_000;

/** What one option is: a number, a text, a row of runs or a group of a law's fit. */
export type OptionKind = 'number' | 'text' | 'row' | 'group';

/** The `over` whose name a reference begins with, as in `bits` or `model.price`; undefined for any other, and for a call. */
export function choiceOf(reference: Reference): Choice | undefined {
    const budget = AstUtils.getContainerOfType(reference as AstNode, isBudget);
    return reference.call || budget === undefined ? undefined : choiceNamed(reference.name, budget);
}

export function choiceNamed(name: string | undefined, budget: Budget): Choice | undefined {
    return budget.entries.filter(isChoice).find((each) => each.name === name);
}

/** Undefined where a source is unknown. */
export function optionKindOf(choice: Choice, scope: Scope): OptionKind | undefined {
    if (choice.source === undefined) return isTextLiteral(choice.options[0]) ? 'text' : 'number';
    if (runsOfChoice(choice, scope) !== undefined) return 'row';
    return lawOfChoice(choice, scope) === undefined ? undefined : 'group';
}

export function runsOfChoice(choice: Choice, scope: Scope): Runs | undefined {
    return choice.source === undefined ? undefined : scope.findRuns(choice.source, choice);
}

/** Of whose fit the groups are. */
export function lawOfChoice(choice: Choice, scope: Scope): Law | undefined {
    const isLaw = choice.source !== undefined && runsOfChoice(choice, scope) === undefined;
    return isLaw ? scope.findLaw(choice.source!, choice) : undefined;
}

/** Whether an expression is a choice of texts, of groups, or a column of chosen rows: what can say which group of a fit is meant. */
export function mayNameGroup(value: Expression, scope: Scope): boolean {
    const choice = isReference(value) ? choiceOf(value) : undefined;
    const kind = choice && optionKindOf(choice, scope);
    const isColumn = isReference(value) && value.parameter !== undefined;
    return kind !== undefined && (kind === 'row') === isColumn;
}

/** The numbers to choose from, ascending in a range; undefined for other options, and where an end has a mistake. */
export function numbersOf(choice: Choice): readonly number[] | undefined {
    if (choice.list) {
        const values = choice.options.map(constantValue);
        return values.some((value) => value === undefined) ? undefined : (values as number[]);
    }
    const size = sizeOfRange(choice);
    if (size === undefined || size.count > MOST_OPTIONS) return undefined;
    return Array.from({ length: size.count }, (_, index) => size.at(index));
}

export interface RangeSize {
    readonly count: number;
    readonly at: (index: number) => number;
}

/** Of whole numbers, or of powers; undefined where an end has no value, or there are no powers. */
export function sizeOfRange({ lower, upper, isInteger, base }: Choice): RangeSize | undefined {
    const [low, high] = [constantValue(lower), constantValue(upper)];
    if (low === undefined || high === undefined) return undefined;
    const unit = unitOfRange(upper);
    if (isInteger) {
        const first = Math.ceil(low / unit - NEARLY);
        const last = Math.floor(high / unit + NEARLY);
        return { count: Math.max(0, last - first + 1), at: (index) => (first + index) * unit };
    }
    const ratio = constantValue(base);
    if (ratio === undefined || !(ratio > 1) || !(low > 0) || !(high < Infinity)) return undefined;
    const exponentOf = (value: number): number => Math.log(value / unit) / Math.log(ratio);
    const first = Math.ceil(exponentOf(low) - NEARLY);
    const count = Math.floor(exponentOf(high) + NEARLY) - first + 1;
    return { count: Math.max(0, count), at: (index) => ratio ** (first + index) * unit };
}

/** What whole numbers and powers are counted in: `1 .. 100 hours integer` are hours. */
function unitOfRange(upper: Expression | undefined): number {
    return (isNumberLiteral(upper) && sharedUnit(upper)?.factor) || 1;
}

/** A logarithm or a quotient is not exact. */
const NEARLY = 1e-9;
