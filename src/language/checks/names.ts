/** Names that mean nothing where they stand, or more than one thing. */
import { AstUtils, UriUtils, type AstNode, type Properties } from 'langium';
import { namesOf } from '../binding.js';
import { CONSTANTS, FUNCTIONS, isFunctionName } from '../functions.js';
import {
    isLaw,
    isRuns,
    isSpecification,
    type Compare,
    type ComparedLaw,
    type Counts,
    type Fit,
    type Law,
    type Reference,
    type Runs,
} from '../generated/ast.js';
import { aliasOf, baseOf, parametersOf } from '../laws.js';
import { isConstantPlace, tieOf } from '../constantPlaces.js';
import { meaningOfReference, statementOf } from '../meaning.js';
import { isScheduleName } from '../scheduleNames.js';
import type { Scope } from '../scope.js';
import { list, suggestion } from '../wording.js';
import type { Check, Place, Report } from './check.js';
import { notAParameter } from './parameters.js';
import { isUnitAsName } from './unitNames.js';

export const checkReference: Check<Reference> = (reference, report, { scope }) => {
    const { call, index } = reference;
    const statement = statementOf(reference);
    const name = index === undefined ? reference.name : namesOf(reference)[0];
    if (
        name === undefined ||
        reference.parameter !== undefined ||
        (isLaw(statement) && aliasOf(statement) === reference)
    )
        return;
    const place = { node: reference, property: 'name' } as const;
    const meaning = meaningOfReference(reference, scope);
    if (meaning?.kind === 'law') reportAmbiguous(name, scope.lawsNamed(name, reference), place, report);
    if (meaning !== undefined || isNoName(reference, scope)) return;
    if (call) reportUnknownCall(name, place, report, scope);
    else if (!reportOtherKind(name, place, report, scope)) {
        if (isLaw(statement) && tieOf(reference) !== undefined)
            reportUnknownParameter(name, statement, place, report, scope);
        else
            report(
                'error',
                'unknown-name',
                unknownNameMessage(name, isConstantPlace(reference) ? undefined : statement?.$type),
                place,
            );
    }
};

/** What other checks judge: schedules, and units in the place of names. */
function isNoName(reference: Reference, scope: Scope): boolean {
    return isScheduleName(reference, scope) || isUnitAsName(reference, scope);
}

/** Of a function, a law or a schedule where a number is needed; whether the name is that of one. */
function reportOtherKind(name: string, place: Place<Reference>, report: Report, scope: Scope): boolean {
    if (isFunctionName(name)) {
        const message = `\`${name}\` is a function: give it its operands, \`${FUNCTIONS[name].signature}\`.`;
        report('error', 'function-not-called', message, place);
    } else if (scope.findLaw(name, place.node) !== undefined) {
        report('error', 'law-not-called', `\`${name}\` is a law: give it its arguments, \`${name}(…)\`.`, place);
    } else if (scope.findSchedule(name, place.node) !== undefined) {
        const message = `\`${name}\` is a schedule, and a number is needed here: ask for its \`rate(${name}, step)\` at a step.`;
        report('error', 'schedule-as-number', message, place);
    } else return false;
    return true;
}

/** On the right of `beta = alpha`. */
function reportUnknownParameter(name: string, law: Law, place: Place<Reference>, report: Report, scope: Scope): void {
    const base = baseOf(law, scope);
    const parameters = parametersOf(law, scope);
    if (base === undefined || parameters === undefined) return;
    report('error', 'unknown-parameter', notAParameter(name, law, base, parameters), place);
}

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
    reportLawName(fit, fit.law, report, scope);
    reportRunsName(fit, fit.runs, 'runs', report, scope);
};

/** The `law` of a node that names one. */
export function reportLawName(node: ComparedLaw | Fit, name: string | undefined, report: Report, scope: Scope): void {
    if (name === undefined) return;
    const place = { node, property: 'law' } as const;
    const laws = scope.lawsNamed(name, node);
    if (laws.length === 0) reportUnknownLaw(name, place, report, scope);
    else reportAmbiguous(name, laws, place, report);
}

export function reportRunsName<N extends Compare | Counts | Fit | Runs>(
    node: N,
    name: string | undefined,
    property: Properties<N>,
    report: Report,
    scope: Scope,
): void {
    if (name === undefined) return;
    const place = { node, property };
    const runs = scope.runsNamed(name, node);
    if (runs.length > 0) reportAmbiguous(name, runs, place, report);
    else if (!hasNameless(node, isRuns)) {
        const names = scope.visibleRuns(node).map((each) => each.name);
        const advice = suggestion(name, names, 'There are') || ` Define them: \`runs ${name} from "file.csv"\`.`;
        report('error', 'unknown-runs', `There are no runs named \`${name}\`.${advice}`, place);
    }
}

function reportMissingArguments(law: Law, report: Report): void {
    const message =
        `\`${law.name}\` has a formula but no arguments: name those it is a function of, \`law ${law.name}(N, D) = …\`. ` +
        'Without a list it can only be another name of a law.';
    report('error', 'no-arguments', message, { node: law, property: 'name' });
}

/** What functions of other languages are called here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
    pow: 'Powers are written `x^y`.',
    power: 'Powers are written `x^y`.',
    sigmoid: 'It is called `logistic` here.',
    expit: 'It is called `logistic` here.',
    where: 'Write `if(condition, then, otherwise)`.',
    clip: 'Write `min(max(x, lower), upper)`.',
    maximum: 'It is called `max` here.',
    minimum: 'It is called `min` here.',
    arctan: 'It is called `atan` here.',
};

function reportUnknownCall<N extends AstNode>(name: string, place: Place<N>, report: Report, scope: Scope): void {
    if (hasNameless(place.node, isLaw)) return;
    const laws = scope.visibleLawNames(place.node);
    const other = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
    const advice = other === undefined ? suggestion(name, [...laws, ...Object.keys(FUNCTIONS)]) : ` ${other}`;
    report('error', 'unknown-function', `There is no law or function named \`${name}\`.${advice}`, place);
}

export function reportUnknownLaw<N extends AstNode>(name: string, place: Place<N>, report: Report, scope: Scope): void {
    if (hasNameless(place.node, isLaw)) return;
    const laws = scope.visibleLawNames(place.node);
    report('error', 'unknown-law', `There is no law named \`${name}\`.${suggestion(name, laws, 'There are')}`, place);
}

/** `names`: those of budgets and laws. */
export function reportUnknownTarget<N extends AstNode>(
    name: string,
    names: readonly string[],
    place: Place<N>,
    report: Report,
): void {
    const known = suggestion(name, names, 'There are');
    report('error', 'unknown-target', `There is no budget and no law named \`${name}\`.${known}`, place);
}

/** Only where a name is no column, parameter or variable can it be unknown. */
function unknownNameMessage(name: string, statement: string | undefined): string {
    if (statement === 'Plan') {
        return `\`${name}\` is not known in this plan: narrow a prediction or a budget of this file, and name what may be chosen of a run, \`N in {…}\`.`;
    }
    if (statement === 'Predict') return `\`${name}\` is not known: give it a value, for example \`${name} = 70B\`.`;
    return `\`${name}\` is a name: a constant number is needed here.`;
}

export function reportAmbiguous<N extends AstNode>(
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
