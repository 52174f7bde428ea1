/** What a budget chooses from: something, of one kind, and no more than can be tried. */
import { choiceOf, lawOfChoice, MOST_OPTIONS, optionKindOf, runsOfChoice, sizeOfRange } from '../choices.js';
import { constantValue } from '../constants.js';
import { isOperand, isTextLiteral, type Choice, type Expression, type Reference } from '../generated/ast.js';
import { groupColumnsOf, isGroupOperand } from '../groups.js';
import type { Scope } from '../scope.js';
import { list, quote, suggestion } from '../wording.js';
import type { Check, Report } from './check.js';
import { constantOf, expectNumber } from './numbers.js';

export const checkChoice: Check<Choice> = (choice, report, { scope }) => {
    if (choice.list) checkList(choice, report);
    else if (choice.source !== undefined) checkSource(choice, report, scope);
    else checkRange(choice, report);
};

/** Numbers, or texts, each once. */
function checkList(choice: Choice, report: Report): void {
    const { name, options } = choice;
    if (options.length === 0) {
        const message = `\`${name}\` has nothing to choose from: write the options, \`over ${name} in {4, 8, 16}\`.`;
        report('error', 'no-options', message, { node: choice, property: 'name' });
        return;
    }
    const isOfTexts = isTextLiteral(options[0]);
    const seen = new Set<number | string>();
    for (const node of options) {
        if (isTextLiteral(node) !== isOfTexts) {
            report('error', 'mixed-options', 'A list has numbers or texts, not both.', { node });
            return;
        }
        if (!isTextLiteral(node)) expectNumber(node, report);
        const value = isTextLiteral(node) ? node.text : constantOf(node, report);
        if (value === undefined) continue;
        if (seen.has(value)) report('warning', 'doubled-option', `${quote(node)} is listed twice.`, { node });
        seen.add(value);
    }
}

function checkSource(choice: Choice, report: Report, scope: Scope): void {
    const { name, source = '' } = choice;
    if (runsOfChoice(choice, scope) !== undefined) return;
    const place = { node: choice, property: 'source' } as const;
    const law = lawOfChoice(choice, scope);
    if (law === undefined) {
        const known = [...scope.visibleRuns(choice).map((each) => each.name)];
        const message = `There are no runs, and no law, named \`${source}\`.${suggestion(source, known, 'The runs are')}`;
        report('error', 'unknown-runs', message, place);
        return;
    }
    const columns = [...groupColumnsOf(law, choice, scope).keys()];
    if (columns.length === 0) {
        const message = `\`${source}\` has no groups to choose from: fit it in groups, \`fit ${source} to … by ${name}\`.`;
        report('error', 'no-groups', message, place);
    } else if (!columns.includes(name)) {
        const message = `\`${source}\` is fitted by ${list(columns)}: call the choice so, \`over ${columns[0]} in ${source}\`.`;
        report('error', 'unknown-group-column', message, { node: choice, property: 'name' });
    }
}

function checkRange(choice: Choice, report: Report): void {
    const { name, lower, upper, isInteger, base } = choice;
    for (const end of [lower, upper, base]) expectNumber(end, report);
    const [low, high] = [lower, upper, base].map((end) => constantOf(end, report));
    if (low === undefined || high === undefined) return;
    if (!isInteger && base === undefined) {
        const message =
            `Between ${endsOf(choice)} there are more numbers than can be tried: say \`integer\` or \`powers of 2\` after it. ` +
            `A value that may be any of them has bounds, \`${name} in ${endsOf(choice)}\`.`;
        report('error', 'endless-choice', message, { node: choice, property: 'upper' });
    } else if (base === undefined || checkPowers(base, lower!, report)) {
        const isEndless = high === Infinity || low === -Infinity;
        checkCount(choice, isEndless ? Infinity : sizeOfRange(choice)?.count, report);
    }
}

/** Whether the powers grow, and begin above 0. */
function checkPowers(base: Expression, lower: Expression, report: Report): boolean {
    const [ratio, low] = [constantValue(base), constantValue(lower)];
    if (ratio !== undefined && !(ratio > 1)) {
        report('error', 'bad-powers', `Powers of ${quote(base)} do not grow: write a number above 1.`, { node: base });
        return false;
    }
    if (low === undefined || low > 0) return ratio !== undefined;
    report('error', 'bad-powers', `Powers are positive; ${quote(lower)} is no place to begin.`, { node: lower });
    return false;
}

function checkCount(choice: Choice, count: number | undefined, report: Report): void {
    const place = { node: choice, property: 'upper' } as const;
    if (count === 0) {
        const what = choice.isInteger ? 'whole number' : `power of ${choice.base?.$cstNode?.text}`;
        report('error', 'no-options', `There is no ${what} in ${endsOf(choice)}.`, place);
    } else if (count !== undefined && count > MOST_OPTIONS) {
        const message = `${endsOf(choice)} has more than ${MOST_OPTIONS / 1e6} million numbers to try: narrow it, or take \`powers of 2\`.`;
        report('error', 'too-many-options', message, place);
    }
}

function endsOf({ lower, upper }: Choice): string {
    return `${lower?.$cstNode?.text} .. ${upper?.$cstNode?.text}`;
}

/** A chosen number stands for itself; a chosen row needs a column, a text or a group can only say which group of a fit is meant. */
export const checkChosen: Check<Reference> = (reference, report, { scope }) => {
    const choice = choiceOf(reference);
    const kind = choice && optionKindOf(choice, scope);
    if (choice === undefined || kind === undefined) return;
    const { name } = choice;
    const { $container: holder } = reference;
    const saysGroup = isOperand(holder) && isGroupOperand(holder, scope);
    const isColumn = reference.parameter !== undefined;
    const place = { node: reference };
    if (kind === 'row' && !isColumn) {
        const message = `\`${name}\` is a row of \`${choice.source}\`: name one of its columns, such as \`${name}.N\`.`;
        report('error', 'row-as-number', message, place);
    } else if (kind !== 'row' && isColumn) {
        report('error', 'no-columns', `\`${name}\` is chosen from ${WORDS[kind]}, which have no columns.`, place);
    } else if ((kind === 'text' || kind === 'group') && !saysGroup) {
        const message = `\`${name}\` is one of some ${WORDS[kind]}: it can say which group of a fit is meant, as in \`surface(N, D, ${name} = ${name})\`.`;
        report('error', 'text-as-number', message, place);
    }
};

const WORDS = { number: 'numbers', text: 'texts', group: 'groups', row: 'rows' } as const;
