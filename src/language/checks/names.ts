/** Names that mean nothing where they stand, or more than one thing. */
import { AstUtils, UriUtils, type AstNode } from 'langium';
import { CONSTANTS, FUNCTIONS, isFunctionName } from '../../expression/functions.js';
import { isLaw, isRuns, isSpecification, type Fit, type Law, type Reference } from '../generated/ast.js';
import { aliasOf } from '../laws.js';
import { meaningOfReference, statementOf } from '../meaning.js';
import type { Scope } from '../scope.js';
import { list, suggestion } from '../wording.js';
import type { Check, Place, Report } from './check.js';

export const checkReference: Check<Reference> = (reference, report, { scope }) => {
    const { name, call } = reference;
    const statement = statementOf(reference);
    if (name === undefined || (isLaw(statement) && aliasOf(statement) === reference)) return;
    const place = { node: reference, property: 'name' } as const;
    const meaning = meaningOfReference(reference, scope);
    if (meaning?.kind === 'law') reportAmbiguous(name, scope.lawsNamed(name, reference), place, report);
    if (meaning !== undefined) return;
    if (call) reportUnknownCall(name, place, report, scope);
    else if (isFunctionName(name)) {
        const message = `\`${name}\` is a function: give it its operands, \`${FUNCTIONS[name].signature}\`.`;
        report('error', 'function-not-called', message, place);
    } else if (scope.findLaw(name, reference) !== undefined) {
        report('error', 'law-not-called', `\`${name}\` is a law: give it its arguments, \`${name}(…)\`.`, place);
    } else report('error', 'unknown-name', unknownNameMessage(name, statement?.$type), place);
};

/** The right side of `law surface = chinchilla`. */
export const checkAlias: Check<Law> = (law, report, { scope }) => {
    const alias = aliasOf(law);
    if (alias?.name === undefined) return;
    const place = { node: alias, property: 'name' } as const;
    const found = scope.lawsNamed(alias.name, law);
    if (found.length > 0) reportAmbiguous(alias.name, found, place, report);
    else if (CONSTANTS.has(alias.name)) reportMissingArguments(law, report);
    else reportUnknownLaw(alias.name, place, report, scope);
};

/** `law x = 6 * N` has a formula, but does not say what it is a formula of. */
export const checkArgumentList: Check<Law> = (law, report) => {
    const hasFormula = law.body !== undefined || law.block !== undefined;
    if (hasFormula && law.close === undefined && aliasOf(law) === undefined) reportMissingArguments(law, report);
};

export const checkFitNames: Check<Fit> = (fit, report, { scope }) => {
    if (fit.law !== undefined) {
        const laws = scope.lawsNamed(fit.law, fit);
        if (laws.length === 0) reportUnknownLaw(fit.law, { node: fit, property: 'law' }, report, scope);
        else reportAmbiguous(fit.law, laws, { node: fit, property: 'law' }, report);
    }
    if (fit.runs !== undefined) {
        const runs = scope.runsNamed(fit.runs, fit);
        if (runs.length > 0) reportAmbiguous(fit.runs, runs, { node: fit, property: 'runs' }, report);
        else if (!hasNameless(fit, isRuns)) {
            const message = `There are no runs named \`${fit.runs}\`.${runsAdvice(fit, scope)}`;
            report('error', 'unknown-runs', message, { node: fit, property: 'runs' });
        }
    }
};

function runsAdvice(fit: Fit, scope: Scope): string {
    const names = scope.visibleRuns(fit).map(({ name }) => name);
    return suggestion(fit.runs, names, 'There are') || ` Define them: \`runs ${fit.runs} from "file.csv"\`.`;
}

function reportMissingArguments(law: Law, report: Report): void {
    const message =
        `\`${law.name}\` has a formula but no arguments: name those it is a function of, \`law ${law.name}(N, D) = …\`. ` +
        'Without a list it can only be another name of a law.';
    report('error', 'no-arguments', message, { node: law, property: 'name' });
}

function reportUnknownCall<N extends AstNode>(name: string, place: Place<N>, report: Report, scope: Scope): void {
    if (hasNameless(place.node, isLaw)) return;
    const laws = scope.visibleLaws(place.node).map((law) => law.name);
    const advice = suggestion(name, [...laws, ...Object.keys(FUNCTIONS)]);
    report('error', 'unknown-function', `There is no law or function named \`${name}\`.${advice}`, place);
}

function reportUnknownLaw<N extends AstNode>(name: string, place: Place<N>, report: Report, scope: Scope): void {
    if (hasNameless(place.node, isLaw)) return;
    const laws = scope.visibleLaws(place.node).map((law) => law.name);
    report('error', 'unknown-law', `There is no law named \`${name}\`.${suggestion(name, laws, 'There are')}`, place);
}

/** Only where a name is no column, parameter or variable can it be unknown. */
function unknownNameMessage(name: string, statement: string | undefined): string {
    if (statement === 'Predict') return `\`${name}\` is not known: give it a value, for example \`${name} = 70B\`.`;
    return `\`${name}\` is a name: a constant number is needed here.`;
}

function reportAmbiguous<N extends AstNode>(
    name: string,
    found: readonly AstNode[],
    place: Place<N>,
    report: Report,
): void {
    const files = [...new Set(found.map((each) => UriUtils.basename(AstUtils.getDocument(each).uri)))];
    if (files.length < 2) return;
    const message = `\`${name}\` is defined in ${list(files)}: rename one of them, or define it in this file.`;
    report('error', 'ambiguous', message, place);
}

/** Whether a definition in the same file has lost its name to a syntax error: it may be the one that is missed. */
function hasNameless(node: AstNode, isKind: (statement: AstNode) => boolean): boolean {
    const root = AstUtils.findRootNode(node);
    return isSpecification(root) && root.statements.some((each) => isKind(each) && !('name' in each && each.name));
}
