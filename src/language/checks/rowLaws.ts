/** Laws in formulas of rows: columns, conditions, weights. These come before any fit, so only published constants are there. */
import { isCompare, isFit, isRuns, type Law, type Reference } from '../generated/ast.js';
import { chosenPreset, parametersOf, presetsOf, settlingEntry } from '../laws.js';
import { statementOf } from '../meaning.js';
import type { Scope } from '../scope.js';
import type { Check } from './check.js';

export const checkRowLaw: Check<Reference> = (reference, report, { scope }) => {
    const statement = statementOf(reference);
    if (!reference.call || !(isRuns(statement) || isFit(statement) || isCompare(statement))) return;
    const law = scope.findLaw(reference.name, reference);
    if (law === undefined || hasConstants(law, scope)) return;
    const [preset] = presetsOf(law, scope);
    const remedy =
        preset === undefined
            ? 'give its parameters values'
            : `take published constants, \`law mine = ${law.name} with "${preset.name}"\``;
    const message = `\`${law.name}\` has no values in a formula of rows, which come before any fit: ${remedy}.`;
    report('error', 'law-before-fit', message, { node: reference, property: 'name' });
};

function hasConstants(law: Law, scope: Scope): boolean {
    const isSettled = (name: string): boolean => settlingEntry(law, name, scope) !== undefined;
    return chosenPreset(law, scope) !== undefined || (parametersOf(law, scope) ?? []).every(isSettled);
}
