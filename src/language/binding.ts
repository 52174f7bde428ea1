/** What `for x in …` binds, and the names that a name with an index stands for. */
import type { AstNode } from 'langium';
import { constantValue } from './constants.js';
import { isOperand, isRuns, type Binder, type Item, type Reference } from './generated/ast.js';

/** More terms are no formula that anyone reads. */
export const MOST_ITEMS = 100;

/** A part of names, as in `gamma[w]`, or a number. */
export type ItemValue = string | number;

/** The innermost `for` that gives a name its meaning where a node stands. */
export function binderOf(name: string, node: AstNode): Binder | undefined {
    return bindersAround(node).find((binder) => binder.name === name);
}

/** Those of the operands that a node is part of, innermost first, and that of the runs around it. */
export function bindersAround(node: AstNode): Binder[] {
    const { $container: parent, $containerProperty: property } = node;
    if (parent === undefined) return [];
    const binds = (isOperand(parent) && property === 'value') || (isRuns(parent) && property === 'entries');
    const here = binds && parent.binder !== undefined ? [parent.binder] : [];
    return [...here, ...bindersAround(parent)];
}

/** Whether the name is that of a column, which has one row for each item. */
export function isColumnOfItems({ $container: holder }: Binder): boolean {
    return isRuns(holder);
}

/** Whether the name is the unknown of an equation, and not one item after the other. */
export function isUnknown(binder: Binder): boolean {
    const { $container: holder } = binder;
    return isOperand(holder) && holder.$container.name === 'solve';
}

/** Whether the name stands for the steps of a schedule, which are not written out. */
export function isStep(binder: Binder): boolean {
    const { $container: holder } = binder;
    return isOperand(holder) && holder.$container.name === 'drops';
}

/** Whether the name is a number within a formula, and not one item after the other. */
export function isNumberWithin(binder: Binder): boolean {
    return isUnknown(binder) || isStep(binder);
}

/** What the name stands for in turn; nothing where the list has a mistake. */
export function itemsOf({ list, items, lower, upper }: Binder): readonly ItemValue[] {
    if (list) return items.flatMap((item) => valueOf(item) ?? []);
    const [first, last] = [constantValue(lower), constantValue(upper)];
    if (!Number.isInteger(first) || !Number.isInteger(last) || last! - first! >= MOST_ITEMS) return [];
    return Array.from({ length: Math.max(0, last! - first! + 1) }, (_, index) => first! + index);
}

export function valueOf({ name, number }: Item): ItemValue | undefined {
    return number === undefined ? name : Number(number.replace(/\s/g, ''));
}

/**
 * The names that a reference needs from the statement around it: its own, or those that its index makes of it. None for a call, a
 * name that a `for` binds, and another law's parameter.
 */
export function namesOf(reference: Reference): readonly string[] {
    const { name, call, parameter, index } = reference;
    if (call || parameter !== undefined || name === undefined) return [];
    if (index === undefined) return binderOf(name, reference) === undefined ? [name] : [];
    return indexItems(index).flatMap((item) => indexedName(name, item) ?? []);
}

function indexItems(index: Item): readonly ItemValue[] {
    const binder = index.name === undefined ? undefined : binderOf(index.name, index);
    if (binder !== undefined) return isNumberWithin(binder) ? [] : itemsOf(binder);
    const item = valueOf(index);
    return item === undefined ? [] : [item];
}

/** `gamma[w]` is `gamma_w`; undefined for a number that no name can hold. */
export function indexedName(base: string, item: ItemValue): string | undefined {
    const isPart = typeof item === 'string' || (Number.isInteger(item) && item >= 0);
    return isPart ? `${base}_${item}` : undefined;
}
