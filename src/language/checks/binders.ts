/** What `sum`, `product` and `solve` go over: lists, ranges and limits. */
import { bindersAround, isColumnOfItems, isNumberWithin, isStep, isUnknown, itemsOf, MOST_ITEMS } from '../binding.js';
import { constantValue } from '../constants.js';
import { FUNCTIONS } from '../functions.js';
import { isOperand, type Binder, type Reference } from '../generated/ast.js';
import { referencesIn } from '../laws.js';
import { rowsOfCall } from '../rowFunctions.js';
import { list, quote } from '../wording.js';
import type { Check, Report } from './check.js';
import { constantOf, expectNumber } from './numbers.js';

/** Terms of sums in one another are multiplied. */
const MOST_TERMS = 1000;

const BINDING: ReadonlySet<string> = new Set(['sum', 'product', 'solve', 'drops']);

/** That there is one. */
export const checkBinderIsThere: Check<Reference> = (call, report, { scope }) => {
    const isOverRows = rowsOfCall(call, scope) !== undefined;
    if (!call.call || !BINDING.has(call.name) || isOverRows) return;
    if (call.operands.length !== FUNCTIONS[call.name].arity[0] || call.operands.some(({ binder }) => binder)) return;
    const message = `\`${FUNCTIONS[call.name].signature}\`: what \`${call.name}\` goes over is missing, write \`for x in …\` after the ${call.operands.length === 1 ? 'operand' : 'last operand'}.`;
    report('error', 'missing-range', message, { node: call, property: 'name' });
};

export const checkBinder: Check<Binder> = (binder, report) => {
    expectNumber(binder.lower, report);
    expectNumber(binder.upper, report);
    if (isStep(binder)) checkSteps(binder, report);
    else if (isUnknown(binder)) checkLimits(binder, report);
    else if (binder.list) checkList(binder, report);
    else checkRange(binder, report);
};

/** Those of the steps of a schedule, which may be any numbers. */
function checkSteps(binder: Binder, report: Report): void {
    const { name, lower, upper, $container: holder } = binder;
    if (isOperand(holder) && holder.$containerIndex === 0) {
        const message = `\`for ${name} in …\` stands after the term: \`${FUNCTIONS.drops.signature}\`.`;
        report('error', 'bad-range', message, { node: binder });
    } else if (binder.list || lower === undefined || upper === undefined) {
        const message = `\`${name}\` goes through the steps after one up to another: write \`for ${name} in 0 .. step\`.`;
        report('error', 'bad-range', message, { node: binder });
    }
}

/** Those of an equation. */
function checkLimits(binder: Binder, report: Report): void {
    const { name, lower, upper } = binder;
    if (binder.list || lower === undefined || upper === undefined) {
        const message = `\`${name}\` is sought between two numbers: write \`for ${name} in lower .. upper\`.`;
        report('error', 'bad-range', message, { node: binder });
        return;
    }
    const ends = [constantOf(lower, report), constantOf(upper, report)] as const;
    const endless = [lower, upper].find((_, index) => Math.abs(ends[index] ?? 0) === Infinity);
    if (endless !== undefined) {
        const message = `\`${name}\` is sought between two numbers; ${quote(endless)} is no limit.`;
        report('error', 'bad-range', message, { node: endless });
    } else if (ends[0] !== undefined && ends[1] !== undefined && !(ends[0] < ends[1])) {
        const message = `There is nothing between ${quote(lower)} and ${quote(upper)}: the lower limit comes first.`;
        report('error', 'empty-bounds', message, { node: lower });
    }
}

function checkList(binder: Binder, report: Report): void {
    const { name, items } = binder;
    const written = items.map(({ $cstNode, name: item }) => item ?? $cstNode?.text ?? '');
    const second = items.find((_, index) => written.indexOf(written[index]) < index);
    if (items.length === 0) {
        report('error', 'empty-list', `The list of \`${name}\` is empty: nothing can be made of it.`, { node: binder });
    } else if (second !== undefined) {
        report('error', 'doubled', `${quote(second)} is in the list already.`, { node: second });
    } else if (new Set(items.map((item) => item.number === undefined)).size > 1) {
        const message = `The list of \`${name}\` has names and numbers: \`${name}\` is either an index or a number.`;
        report('error', 'mixed-list', message, { node: binder });
    } else checkCount(binder, items.length, report);
}

function checkRange(binder: Binder, report: Report): void {
    const { name, lower, upper } = binder;
    if (lower === undefined || upper === undefined) return;
    const [first, last] = [constantOf(lower, report), constantOf(upper, report)];
    const broken = [lower, upper].find((end) => !Number.isInteger(constantValue(end) ?? 0));
    if (broken !== undefined) {
        const message = `\`${name}\` goes through whole numbers; ${quote(broken)} is none.`;
        report('error', 'bad-range', message, { node: broken });
    } else if (first !== undefined && last !== undefined && first > last) {
        const message = `There is no number from ${quote(lower)} to ${quote(upper)}: nothing can be made of it.`;
        report('error', 'empty-list', message, { node: binder });
    } else if (first !== undefined && last !== undefined) checkCount(binder, last - first + 1, report);
}

function checkCount(binder: Binder, items: number, report: Report): void {
    const outer = bindersAround(binder.$container).filter((each) => !isNumberWithin(each) && !isColumnOfItems(each));
    const terms = outer.reduce((product, each) => product * itemsOf(each).length, items);
    if (items > MOST_ITEMS) {
        const message = `\`${binder.name}\` would stand for ${items} items: at most ${MOST_ITEMS} are written out.`;
        report('error', 'too-many-items', message, { node: binder });
    } else if (terms > MOST_TERMS) {
        const message = `With those around it this makes ${terms} terms: at most ${MOST_TERMS} are written out.`;
        report('error', 'too-many-items', message, { node: binder });
    }
}

/** What `solve` takes: an equation that the unknown occurs in. */
export const checkEquation: Check<Binder> = (binder, report) => {
    const { name, $container: operand } = binder;
    const value = isOperand(operand) && isUnknown(binder) ? operand.value : undefined;
    if (value === undefined) return;
    if (value.$type !== 'Operation' || value.operator !== '==') {
        const message = `\`solve\` takes an equation, \`left == right\`; ${quote(value)} is none.`;
        report('error', 'not-an-equation', message, { node: value });
    } else if (!referencesIn(value).some((each) => isUse(each, binder))) {
        const message = `The equation does not mention \`${name}\`, so it holds for all values or for none.`;
        report('error', 'unused-unknown', message, { node: value });
    }
};

function isUse(reference: Reference, binder: Binder): boolean {
    const { name, call, index, parameter } = reference;
    const isBare = !call && index === undefined && parameter === undefined;
    return isBare && name === binder.name && bindersAround(reference).find((each) => each.name === name) === binder;
}

/** An item that is a name is no number. */
export const checkItemUse: Check<Reference> = (reference, report) => {
    const { name, call, index, parameter } = reference;
    if (call || index !== undefined || parameter !== undefined || name === undefined) return;
    const binder = bindersAround(reference).find((each) => each.name === name);
    const names =
        binder === undefined || isNumberWithin(binder) || isColumnOfItems(binder)
            ? []
            : itemsOf(binder).filter((item) => typeof item === 'string');
    if (names.length === 0) return;
    const message = `\`${name}\` stands for the names ${list(names)}: it can only be an index, as in \`gamma[${name}]\`.`;
    report('error', 'item-as-number', message, { node: reference, property: 'name' });
};
