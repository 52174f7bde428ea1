/** Mixtures of samples: one goal, one limit, and counts that both speak of. */
import { AstUtils } from 'langium';
import { constantValue } from '../constants.js';
import {
    isBound,
    isBudget,
    isChoice,
    isConstraint,
    isCounts,
    isGoal,
    isReference,
    isRival,
    type Budget,
    type Counts,
    type Expression,
    type Reference,
} from '../generated/ast.js';
import { COUNT_FUNCTIONS, countsOf, isCountCall, limitOfMixture, mixtureParts } from '../mixtures.js';
import { quote } from '../wording.js';
import type { Check, Report } from './check.js';
import { reportRunsName } from './names.js';

const SOLVED = COUNT_FUNCTIONS.solved.signature;
const SPENT = COUNT_FUNCTIONS.spent.signature;

export const checkCounts: Check<Counts> = (counts, report, { scope }) => {
    reportRunsName(counts, counts.source, 'source', report, scope);
};

export const checkMixture: Check<Budget> = (budget, report, { scope }) => {
    const counts = countsOf(budget);
    if (counts === undefined) return;
    const { solved, spent, limit } = mixtureParts(budget, scope);
    const goal = budget.entries.find(isGoal);
    if (goal !== undefined && (goal.sense !== 'maximize' || solved === undefined)) {
        const message = `A mixture of samples is the one that solves most: write \`maximize ${SOLVED}\`.`;
        report('error', 'mixture-goal', message, { node: goal });
    }
    const [constraint, ...more] = budget.entries.filter(isConstraint);
    if (constraint === undefined) {
        const message = `\`${budget.name}\` has no limit, and every sample helps: add \`subject to ${SPENT} <= …\`.`;
        report('error', 'mixture-limit', message, { node: budget, property: 'name' });
    } else checkLimit(constraint.condition, limit, spent, budget, report);
    for (const node of more) report('error', 'mixture-limit', 'A mixture has one limit, on what is spent.', { node });
    if (solved !== undefined && spent !== undefined) checkSameProblems(solved, spent, report);
    for (const entry of budget.entries) checkEntry(entry, counts, report);
};

function checkEntry(entry: Budget['entries'][number], counts: Counts, report: Report): void {
    if (isRival(entry)) {
        const message =
            'A mixture is compared with the best single configuration and with as many samples of each; `against` is for other budgets.';
        report('error', 'mixture-choice', message, { node: entry });
    } else if (isChoice(entry) || (isCounts(entry) && entry !== counts)) {
        const message =
            'A mixture decides the counts of one `over … by …` alone: ask the other choice in a budget of its own.';
        report('error', 'mixture-choice', message, { node: entry });
    } else if (isBound(entry) && entry.name === counts.name && constantValue(entry.lower) !== 0) {
        report('error', 'mixture-bounds', `Counts begin at 0: write \`${counts.name} in 0 .. …\`.`, {
            node: entry,
        });
    }
}

function checkLimit(
    condition: Expression,
    limit: Expression | undefined,
    spent: Reference | undefined,
    budget: Budget,
    report: Report,
): void {
    const operator = condition?.$type === 'Operation' ? condition.operator : undefined;
    if (spent === undefined || (operator !== '<=' && operator !== '<')) {
        const message = `What a mixture spends is limited: write \`subject to ${SPENT} <= …\`.`;
        report('error', 'mixture-limit', message, { node: condition });
    } else if (limit !== undefined && limitOfMixture(limit, budget) === undefined) {
        const message = `The limit of a mixture is a number, a \`let\` of one, or the name of the \`for\`; ${quote(limit)} is none of them.`;
        report('error', 'mixture-limit', message, { node: limit });
    }
}

function checkSameProblems(solved: Reference, spent: Reference, report: Report): void {
    const [own, other] = [solved, spent].map(({ groups }) => groups[0]?.column);
    if (own === undefined || other === undefined || own === other) return;
    const message = `\`solved\` goes by \`${own}\`, and so must \`spent\`.`;
    report('error', 'mixture-problems', message, { node: spent.groups[0] });
}

/** Where `solved` and `spent` stand, and that they speak of the counts. */
export const checkCountCall: Check<Reference> = (call, report, { scope }) => {
    if (!isCountCall(call, scope)) return;
    const place = { node: call, property: 'name' } as const;
    const budget = AstUtils.getContainerOfType(call, isBudget);
    const counts = budget && countsOf(budget);
    const { signature } = COUNT_FUNCTIONS[call.name as keyof typeof COUNT_FUNCTIONS];
    if (counts === undefined) {
        const message = `\`${call.name}\` scores counts of samples, and there are none here: name them in the budget, \`over k by model in samples\`.`;
        report('error', 'no-counts', message, place);
    } else if (call.groups.length !== 1) {
        const message = `\`${call.name}\` goes by problems: name the column that tells them apart, \`${signature}\`.`;
        if (call.groups.length === 0) report('error', 'missing-by', message, place);
        else report('error', 'missing-by', message, { node: call.groups[1] });
    } else if (call.name === 'solved') {
        const [first] = call.operands;
        const isCount = isReference(first?.value) && !first.value.call && first.value.name === counts.name;
        if (first === undefined || isCount) return;
        report('error', 'no-counts', `What is counted comes first: \`solved(${counts.name}, …)\`.`, { node: first });
    }
};
