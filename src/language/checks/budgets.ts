/** Budgets: one goal, at most one range, something to decide, and nothing said of what is not in question. */
import { constantValue } from '../constants.js';
import {
    isBound,
    isChoice,
    isCounts,
    isGoal,
    isLet,
    isOperation,
    isRival,
    isSweep,
    type Bound,
    type Budget,
    type Constraint,
    type Sweep,
} from '../generated/ast.js';
import { quote, suggestion } from '../wording.js';
import { askedNames, type Asked } from './asked.js';
import { countsOf } from '../mixtures.js';
import type { Check, Report } from './check.js';
import { constantOf } from './numbers.js';
import { checkBounds } from './parameters.js';

export const checkGoal: Check<Budget> = (budget, report) => {
    const [goal, second] = budget.entries.filter(isGoal);
    if (goal === undefined) {
        const message = `\`${budget.name}\` has no goal: add \`minimize …\` or \`maximize …\`.`;
        report('error', 'missing-goal', message, { node: budget, property: 'name' });
    }
    if (second !== undefined) {
        const message = 'A budget has one goal: turn the second into a constraint, or weigh the two in one formula.';
        report('error', 'two-goals', message, { node: second });
    }
    const secondSweep = budget.entries.filter(isSweep)[1];
    if (secondSweep !== undefined) {
        report('error', 'two-ranges', 'A budget varies one value: make a second budget.', { node: secondSweep });
    }
};

/** What the goal and the constraints ask about, through `let`s too. */
export const checkQuestion: Check<Budget> = (budget, report, { scope }) => {
    const asked = askedNames(budget, scope);
    const compared = askedNames(budget, scope, budget.entries.filter(isRival));
    const variables = [...asked.variables];
    const isOpen = variables.length > 0 || budget.entries.some((entry) => isChoice(entry) || isCounts(entry));
    if (!isOpen && budget.entries.some(isGoal)) {
        const message = `\`${budget.name}\` has nothing to decide: no name in its goal or constraints is free.`;
        report('error', 'nothing-to-decide', message, { node: budget, property: 'name' });
    }
    for (const entry of budget.entries) {
        if (isBound(entry) && entry.name === countsOf(budget)?.name) continue;
        if (isBound(entry) && entry.name !== undefined) reportUnknownVariable(entry, variables, asked, report);
        else if (entry !== secondRange(budget, entry)) reportUnused(entry, asked, compared, report);
    }
};

export const checkBound: Check<Bound> = ({ name, lower, upper }, report) => {
    const low = constantOf(lower, report);
    const high = constantOf(upper, report);
    if (low === undefined || high === undefined) return;
    if (!checkBounds(lower, low, high, name, report)) return;
    if (low >= 0) return;
    const message = `\`${name}\` is sought among positive numbers; ${quote(lower)} is none: begin at 0, or above.`;
    report('error', 'empty-bounds', message, { node: lower });
};

/** `6 * N * D <= inf` */
export const checkLimit: Check<Constraint> = ({ condition }, report) => {
    if (!isOperation(condition)) return;
    const { left, right } = condition;
    const endless = [left, right].find((side) => side !== undefined && Math.abs(constantValue(side) ?? 0) === Infinity);
    if (endless === undefined) return;
    const message = `${quote(condition)} limits nothing: write a number instead of ${quote(endless)}, or leave the constraint out.`;
    report('error', 'endless-limit', message, { node: condition });
};

export const checkSweep: Check<Sweep> = ({ name, lower, upper }, report) => {
    const ends = [constantOf(lower, report), constantOf(upper, report)];
    const wrong = [lower, upper].find((_, index) => {
        const end = ends[index];
        return end !== undefined && !(end > 0 && end < Infinity);
    });
    if (wrong !== undefined) {
        const message = `\`${name}\` runs over positive numbers, evenly in the logarithm; ${quote(wrong)} is none.`;
        report('error', 'bad-range', message, { node: wrong });
    } else if (ends[0] !== undefined && ends[0] === ends[1]) {
        const message = `Both ends are ${quote(lower)}: give a range, or \`let ${name} = ${lower.$cstNode?.text}\`.`;
        report('error', 'bad-range', message, { node: upper });
    }
};

/** A range that is one too many is reported already. */
function secondRange({ entries }: Budget, entry: Budget['entries'][number]): Budget['entries'][number] | undefined {
    return isSweep(entry) && entry !== entries.find(isSweep) ? entry : undefined;
}

/** Names that are given, and that neither goal nor constraints use. */
function reportUnused(entry: Budget['entries'][number], asked: Asked, compared: Asked, report: Report): void {
    if (!('name' in entry) || entry.name === undefined || asked.names.has(entry.name)) return;
    const place = { node: entry, property: 'name' } as const;
    const nothing = `Neither goal nor constraints depend on \`${entry.name}\`, so all`;
    if (isSweep(entry)) report('error', 'unused-range', `${nothing} answers along the range are the same.`, place);
    else if (isChoice(entry) || isCounts(entry))
        report('error', 'unused-choice', `${nothing} options are the same.`, place);
    else if (isLet(entry) && !compared.names.has(entry.name))
        report('warning', 'unused-let', `\`${entry.name}\` is never used.`, place);
}

function reportUnknownVariable(bound: Bound, variables: readonly string[], { names }: Asked, report: Report): void {
    if (variables.includes(bound.name)) return;
    const message = names.has(bound.name)
        ? `\`${bound.name}\` is not free: it is given by a \`let\`, by the range or by \`over\`.`
        : `Neither goal nor constraints depend on \`${bound.name}\`.${suggestion(bound.name, variables, 'The variables are')}`;
    report('error', 'unknown-variable', message, { node: bound, property: 'name' });
}
