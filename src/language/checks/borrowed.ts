/** Parameters of other laws, `surface.alpha`. */
import { AstUtils, type AstNode } from 'langium';
import { choiceOf } from '../choices.js';
import {
    isBound,
    isChoice,
    isCompare,
    isFit,
    isLaw,
    isParameter,
    isRuns,
    isSweep,
    type Expression,
    type Reference,
} from '../generated/ast.js';
import { baseOf, parametersOf } from '../laws.js';
import { statementOf } from '../meaning.js';
import { narrowableBudgets, narrowedBudget } from '../narrowed.js';
import type { Check } from './check.js';
import { reportAmbiguous, reportUnknownLaw, reportUnknownTarget } from './names.js';
import { notAParameter } from './parameters.js';

export const checkBorrowed: Check<Reference> = (reference, report, { scope, syntax }) => {
    const { name, parameter } = reference;
    if (name === undefined || parameter === undefined) return;
    if (choiceOf(reference) !== undefined || narrowedBudget(reference) !== undefined) return;
    const place = { node: reference, property: 'name' } as const;
    const laws = scope.lawsNamed(name, reference);
    const [law] = laws;
    if (law === undefined) {
        const budgets = narrowableBudgets(reference).map((budget) => budget.name);
        if (budgets.length === 0) reportUnknownLaw(name, place, report, scope);
        else reportUnknownTarget(name, [...budgets, ...scope.visibleLawNames(reference)], place, report);
        return;
    }
    reportAmbiguous(name, laws, place, report);
    const base = baseOf(law, scope);
    const parameters = parametersOf(law, scope);
    if (base === undefined || parameters === undefined || syntax.isHeadDamaged(base)) return;
    if (!parameters.includes(parameter)) {
        const message = notAParameter(parameter, law, base, parameters);
        report('error', 'unknown-parameter', message, { node: reference, property: 'parameter' });
    } else if (!mayStandHere(reference)) {
        const message =
            `\`${name}.${parameter}\` is known once \`${name}\` is fitted: it can stand in the formula of a law, in \`budget\` and ` +
            '`predict`, and in the block of a law after `=` and `start`.';
        report('error', 'misplaced-parameter', message, { node: reference });
    }
};

function mayStandHere(reference: Reference): boolean {
    const statement = statementOf(reference);
    if (isRuns(statement) || isFit(statement) || isCompare(statement)) return false;
    const entry = isLaw(statement)
        ? AstUtils.getContainerOfType(reference, (each): each is AstNode => each.$container === statement)
        : AstUtils.getContainerOfType(
              reference,
              (each): each is AstNode => isBound(each) || isSweep(each) || isChoice(each),
          );
    if (entry === undefined || entry.$containerProperty !== 'entries') return true;
    if (!isParameter(entry)) return false;
    return isPartOf(reference, entry.value) || isPartOf(reference, entry.start);
}

function isPartOf(reference: Reference, expression: Expression | undefined): boolean {
    return (
        expression !== undefined &&
        AstUtils.getContainerOfType(reference, (each): each is AstNode => each === expression) !== undefined
    );
}
