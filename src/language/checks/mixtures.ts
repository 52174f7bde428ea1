/** Mixtures of samples: what is solved and what is spent, one the goal and the other limited, and counts that both speak of. */
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
import {
    COUNT_FUNCTIONS,
    countsOf,
    isCountCall,
    limitOfMixture,
    mixtureParts,
    type MixtureParts,
} from '../mixtures.js';
import { quote } from '../wording.js';
import type { Check, Report } from './check.js';
import { reportRunsName } from './names.js';

const SOLVED = COUNT_FUNCTIONS.solved.signature;
const SPENT = COUNT_FUNCTIONS.spent.signature;

/** By what a mixture aims at. */
const RULES = {
    solved: {
        sense: 'maximize',
        operators: ['<=', '<'],
        missing: `has no limit, and every sample helps: add \`subject to ${SPENT} <= …\`.`,
        wrong: `What a mixture spends is limited: write \`subject to ${SPENT} <= …\`.`,
        several: 'A mixture has one limit, on what is spent.',
        limit: 'The limit of a mixture',
    },
    cost: {
        sense: 'minimize',
        operators: ['>=', '>'],
        missing: `wants nothing solved, and no sample is cheapest: add \`subject to ${SOLVED} >= …\`.`,
        wrong: `What the cheapest mixture solves is a share: write \`subject to ${SOLVED} >= …\`.`,
        several: 'The cheapest mixture has one demand, on what is solved.',
        limit: 'The share that a mixture solves',
    },
} as const;

export const checkCounts: Check<Counts> = (counts, report, { scope }) => {
    reportRunsName(counts, counts.source, 'source', report, scope);
};

export const checkMixture: Check<Budget> = (budget, report, { scope }) => {
    const counts = countsOf(budget);
    if (counts === undefined) return;
    const parts = mixtureParts(budget, scope);
    const { aim, solved, spent } = parts;
    const rules = RULES[aim];
    const goal = budget.entries.find(isGoal);
    const hasGoal = (aim === 'solved' ? solved : spent) !== undefined && goal?.sense === rules.sense;
    if (goal !== undefined && !hasGoal) {
        const message = `A mixture is the one that solves most, \`maximize ${SOLVED}\`, or the cheapest for a share, \`minimize ${SPENT}\`.`;
        report('error', 'mixture-goal', message, { node: goal });
    }
    const [constraint, ...more] = budget.entries.filter(isConstraint);
    if (constraint === undefined) {
        report('error', 'mixture-limit', `\`${budget.name}\` ${rules.missing}`, { node: budget, property: 'name' });
    } else checkLimit(constraint.condition, parts, budget, report);
    for (const node of more) report('error', 'mixture-limit', rules.several, { node });
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

function checkLimit(condition: Expression, parts: MixtureParts, budget: Budget, report: Report): void {
    const { aim, solved, spent, limit } = parts;
    const rules = RULES[aim];
    const limited = aim === 'solved' ? spent : solved;
    const operator = condition?.$type === 'Operation' ? condition.operator : undefined;
    if (limited === undefined || !rules.operators.some((each) => each === operator)) {
        report('error', 'mixture-limit', rules.wrong, { node: condition });
        return;
    }
    if (limit === undefined) return;
    const value = limitOfMixture(limit, budget);
    if (value === undefined) {
        const message = `${rules.limit} is a number, a \`let\` of one, or the name of the \`for\`; ${quote(limit)} is none of them.`;
        report('error', 'mixture-limit', message, { node: limit });
    } else if (aim === 'cost' && value !== 'swept' && !(value >= 0 && value <= 1)) {
        const message = `A share lies between 0 and 1; ${quote(limit)} does not. Of 100 problems 80 are 0.8.`;
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
