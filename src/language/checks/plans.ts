/** Plans of the next runs: what they narrow, what may be chosen, and where they end. */
import { AstUtils } from 'langium';
import { parseQuantity } from '../../quantity/parse.js';
import {
    isBatchSize,
    isCandidates,
    isKnownDesigns,
    isMeasure,
    isNarrow,
    isReference,
    isSweep,
    isTotal,
    type BatchSize,
    type Budget,
    type Candidates,
    type KnownDesign,
    type Measure,
    type Narrow,
    type Plan,
    type Reference,
    type Total,
} from '../generated/ast.js';
import { meaningOfReference } from '../meaning.js';
import { namesOf } from '../binding.js';
import { narrowedBudget } from '../narrowed.js';
import type { Scope } from '../scope.js';
import { quote, suggestion } from '../wording.js';
import type { Check, Report } from './check.js';
import { constantOf, expectNumber } from './numbers.js';

/** Without a budget there can hardly be more at once. */
export const MOST_IN_BATCH = 32;

export const KNOWN_DESIGNS: readonly string[] = ['isoflop', 'rays'];

export const checkPlan: Check<Plan> = (plan, report) => {
    const { entries, name } = plan;
    const place = { node: plan, property: 'name' } as const;
    const [target, second] = entries.filter(isNarrow);
    if (target === undefined) {
        const message = `\`${name}\` narrows nothing: add \`narrow …\` with a prediction, or with a variable of a budget such as \`narrow frontier.N\`.`;
        report('error', 'missing-target', message, place);
    }
    if (second !== undefined) {
        report('error', 'two-targets', 'A plan narrows one interval: make a second plan.', { node: second });
    }
    if (!entries.some(isCandidates)) {
        const message = `\`${name}\` has no candidates: say what may be chosen of a run, such as \`N in {100M, 200M}\` or \`D in 1B .. 50B\`.`;
        report('error', 'no-candidates', message, place);
    }
    const hasTotal = entries.some(isTotal);
    if (!hasTotal && !entries.some(isBatchSize)) {
        const message = `\`${name}\` has no end: say what all runs may cost, \`total 6 * N * D <= 1e20 FLOP\`, or how many there are, \`batch 4\`.`;
        report('error', 'no-end', message, place);
    }
    for (const known of hasTotal ? [] : entries.filter(isKnownDesigns)) {
        const message = 'Designs are compared at the same cost: say what a run costs, `total 6 * N * D <= 1e20 FLOP`.';
        report('error', 'no-cost', message, { node: known });
    }
};

/** Words that a plan says once. */
export const checkDoubledInPlan: Check<Plan> = ({ entries }, report) => {
    const once = { measure: isMeasure, total: isTotal, batch: isBatchSize, against: isKnownDesigns };
    for (const [word, isKind] of Object.entries(once)) {
        for (const again of entries.filter(isKind).slice(1)) {
            report('error', 'doubled', `\`${word}\` is given twice.`, { node: again });
        }
    }
    const seen = new Set<string>();
    for (const node of entries.filter(isCandidates)) {
        if (seen.has(node.name)) {
            report('error', 'doubled', `\`${node.name}\` has candidates already.`, { node, property: 'name' });
        }
        seen.add(node.name);
    }
};

export const checkNarrow: Check<Narrow> = ({ value }, report, { scope }) => {
    const budget = narrowedBudget(value);
    if (budget === undefined) expectNumber(value, report);
    else if (isReference(value)) reportBudget(budget, value, report, scope);
};

function reportBudget(budget: Budget, reference: Reference, report: Report, scope: Scope): void {
    const { name, parameter } = reference;
    if (budget.entries.some(isSweep)) {
        const message = `\`${name}\` is asked along a range: narrow a budget that asks for one value.`;
        report('error', 'swept-target', message, { node: reference, property: 'name' });
        return;
    }
    const variables = variablesOf(budget, scope);
    if (parameter === undefined || variables.includes(parameter)) return;
    const message = `\`${name}\` does not decide \`${parameter}\`.${suggestion(parameter, variables, 'Its variables are')}`;
    report('error', 'unknown-variable', message, { node: reference, property: 'parameter' });
}

/** In the order of the text. */
export function variablesOf(budget: Budget, scope: Scope): string[] {
    const references = AstUtils.streamAllContents(budget).filter(isReference);
    const variables = references.filter((each) => meaningOfReference(each, scope)?.kind === 'variable');
    return [...new Set(variables.flatMap(namesOf))];
}

export const checkMeasure: Check<Measure> = ({ value }, report, { scope }) => {
    if (value === undefined) return;
    if (isReference(value) && value.call && scope.findLaw(value.name, value) !== undefined) return;
    const message = `A run measures the value of a law, such as \`measure surface(N, D)\`; ${quote(value)} is none.`;
    report('error', 'not-a-law', message, { node: value });
};

/** A list of numbers, or a range with two ends. */
export const checkCandidates: Check<Candidates> = (node, report) => {
    const { name, list, values, lower, upper } = node;
    if (list && values.length === 0) {
        report('error', 'empty-list', `Give \`${name}\` values to choose from, such as \`{100M, 200M}\`.`, { node });
        return;
    }
    const given = list ? values : [lower, upper];
    const numbers = given.map((value) => constantOf(value, report));
    const wrong = given.find((_, index) => !isUsable(numbers[index], list));
    if (wrong !== undefined) {
        const message = list
            ? `${quote(wrong)} is no number that a run can have.`
            : `\`${name}\` is sought between two positive numbers, in the logarithm; ${quote(wrong)} is none.`;
        report('error', 'bad-range', message, { node: wrong });
    } else if (!list && numbers[0]! >= numbers[1]!) {
        const message = `The range of \`${name}\` holds nothing: it begins at ${quote(lower)} and ends at ${quote(upper)}.`;
        report('error', 'bad-range', message, { node: upper! });
    }
};

/** What is not there, or not known to be a number, is reported elsewhere. */
function isUsable(value: number | undefined, isInList: boolean): boolean {
    return value === undefined || (Number.isFinite(value) && (isInList || value > 0));
}

export const checkTotal: Check<Total> = ({ condition }, report) => {
    if (condition === undefined) return;
    const isLimit = condition.$type === 'Operation' && (condition.operator === '<=' || condition.operator === '<');
    if (!isLimit) {
        const message = `A total is what a run costs and what all may cost, such as \`6 * N * D <= 1e20 FLOP\`; ${quote(condition)} is not.`;
        report('error', 'not-a-comparison', message, { node: condition });
        return;
    }
    const limit = constantOf(condition.right, report);
    if (limit === undefined || (limit > 0 && limit < Infinity)) return;
    report('error', 'bad-range', `${quote(condition.right)} leaves nothing to spend.`, { node: condition.right });
};

export const checkBatch: Check<BatchSize> = (node, report) => {
    const quantity = node.size === undefined ? undefined : parseQuantity(node.size);
    if (!quantity?.ok) return;
    const { value, dimension } = quantity;
    if (dimension === undefined && Number.isInteger(value) && value >= 1 && value <= MOST_IN_BATCH) return;
    const message = `A batch is a whole number of runs from 1 to ${MOST_IN_BATCH}; \`${node.size}\` is not.`;
    report('error', 'batch-number', message, { node, property: 'size' });
};

export const checkKnownDesign: Check<KnownDesign> = (node, report) => {
    if (node.name === undefined || KNOWN_DESIGNS.includes(node.name)) return;
    const message = `There is no design \`${node.name}\`.${suggestion(node.name, KNOWN_DESIGNS, 'There are')}`;
    report('error', 'unknown-design', message, { node, property: 'name' });
};
