/** What the `over` of a budget chooses from, as plain data. */
import { AstUtils } from 'langium';
import { choiceOf, lawOfChoice, numbersOf, optionKindOf, runsOfChoice } from '../../language/choices.js';
import {
    isChoice,
    isOperand,
    isReference,
    isTextLiteral,
    type Budget,
    type Choice,
    type Law,
    type Reference,
    type Runs,
} from '../../language/generated/ast.js';
import { isGroupOperand } from '../../language/groups.js';
import type { Scope } from '../../language/scope.js';
import { rangeOf, rangeOfProperty } from '../places.js';
import type { ChoicePlan } from './budgetPlan.js';
import type { ChosenValue, LawPlan } from './plan.js';
import type { Mention, RunsPlan } from './runsPlan.js';

export interface ChoiceSources {
    readonly scope: Scope;
    readonly planOf: (law: Law) => LawPlan | undefined;
    readonly planRuns: (runs: Runs) => RunsPlan | undefined;
}

/** `bits`, `model.price` */
export function chosenBy(reference: Reference): ChosenValue | undefined {
    const choice = choiceOf(reference);
    return choice && { choice: choice.name, column: reference.parameter };
}

/** Names of sources that have errors are `unusable`. */
export function lowerChoices(
    budget: Budget,
    sources: ChoiceSources,
): { readonly choices: readonly ChoicePlan[]; readonly unusable: readonly string[] } {
    const unusable: string[] = [];
    const choices = budget.entries.filter(isChoice).flatMap((choice): ChoicePlan[] => {
        const options = optionsOf(choice, sources);
        if (options === undefined) unusable.push(choice.source ?? choice.name);
        return options === undefined ? [] : [{ name: choice.name, range: rangeOfProperty(choice, 'name'), options }];
    });
    return { choices, unusable };
}

function optionsOf(choice: Choice, { scope, planOf, planRuns }: ChoiceSources): ChoicePlan['options'] | undefined {
    switch (optionKindOf(choice, scope)) {
        case 'number': {
            const values = numbersOf(choice);
            return values && { kind: 'numbers', values, isRange: !choice.list };
        }
        case 'text':
            return { kind: 'texts', values: choice.options.filter(isTextLiteral).map(({ text }) => text) };
        case 'row': {
            const rows = runsOfChoice(choice, scope);
            const runs = rows && planRuns(rows);
            return runs && { kind: 'rows', runs, columns: columnsNamed(choice, scope) };
        }
        case 'group': {
            const law = lawOfChoice(choice, scope);
            const plan = law && planOf(law);
            return plan && { kind: 'groups', law: plan };
        }
        case undefined:
            return undefined;
    }
}

/** A column that says which group of a fit is meant may be one of texts. */
function columnsNamed(choice: Choice, scope: Scope): Mention[] {
    const first = new Map<string, Mention>();
    for (const reference of AstUtils.streamAllContents(choice.$container).filter(isReference)) {
        const { parameter, $container: holder } = reference;
        if (parameter === undefined || choiceOf(reference) !== choice) continue;
        const isLabel = isOperand(holder) && isGroupOperand(holder, scope);
        const key = `${parameter} ${isLabel}`;
        const mention = { name: parameter, range: rangeOf(reference) };
        if (!first.has(key)) first.set(key, isLabel ? { ...mention, isLabel } : mention);
    }
    return [...first.values()];
}
