/** What a name means where it stands: the one place that knows the rules of scope (see "Names and scope" in docs/language.md). */
import { AstUtils, type AstNode } from 'langium';
import { binderOf, namesOf } from './binding.js';
import { choiceOf, runsOfChoice } from './choices.js';
import { ownerOfColumn, ownerOfColumnAt } from './columns.js';
import { isConstantPlace, tieOf } from './constantPlaces.js';
import { isOption, kindOfDeclaration, type MeaningKind } from './nameKinds.js';
import { CONSTANTS, isFunctionName } from './functions.js';
import {
    isBinder,
    isBound,
    isBudget,
    isCandidates,
    isChoice,
    isColumn,
    isCompare,
    isCounts,
    isFit,
    isGroupColumn,
    isGroupedConstant,
    isInlineTable,
    isItem,
    isLaw,
    isNarrow,
    isOperand,
    isPlan,
    isPreset,
    isPresetRange,
    isReference,
    isRuns,
    isSchedule,
    isSpecification,
    isStatement,
    type Budget,
    type Compare,
    type Fit,
    type Law,
    type Plan,
    type Reference,
    type Runs,
    type Statement,
} from './generated/ast.js';
import { groupColumnsOf } from './groups.js';
import { aliasOf, argumentsOf, baseOf, letsOf, parametersOf, presetsOf } from './laws.js';
import { countsAround, countsOf } from './mixtures.js';
import type { NameSite } from './names.js';
import { narrowedBudget } from './narrowed.js';
import { isScheduleName } from './scheduleNames.js';
import type { Scope } from './scope.js';

export interface Meaning {
    readonly kind: MeaningKind;
    readonly name: string;
    /**
     * The statement or block the name belongs to: the law of an argument, a parameter, a `let` or a preset, the runs of a
     * column, the budget or plan of a variable, the `for` of a bound name; of a law, runs, schedule, budget or plan itself. Undefined for what the language
     * itself provides.
     */
    readonly owner: AstNode | undefined;
    /** Of a name with an index: those that it stands for, `gamma_w` and `gamma_a` of `gamma[x]`. */
    readonly members?: readonly string[];
}

/** Undefined where the name is unknown. */
export function meaningOf(site: NameSite, scope: Scope): Meaning | undefined {
    const { name, node, property } = site;
    if (property === 'unit') return { kind: 'unit', name, owner: undefined };
    if (isOption(node)) return { kind: 'option', name, owner: undefined };
    if (isReference(node)) {
        return property === 'parameter' ? meaningOfBorrowed(node, scope) : meaningOfReference(node, scope);
    }
    if (isChoice(node) && property === 'source') return runs(name, node, scope) ?? law(name, node, scope);
    const counted = meaningInCounts(site, scope);
    if (counted !== undefined) return counted;
    if (isBinder(node) || isItem(node)) return meaningOfBound(name, node);
    if (isOperand(node)) return meaningOfOperandName(node.$container, name, scope);
    const user = statementOf(node);
    if (isFit(user) || isCompare(user)) return meaningInUse(site, user, scope);
    return isRuns(user) ? meaningInRuns(name, node, user, scope) : meaningOfDeclared(site, scope);
}

/** In the head of runs, of what names or declares a column in an entry. */
function meaningInRuns(name: string, node: AstNode, owner: Runs, scope: Scope): Meaning | undefined {
    if (isRuns(node)) return runs(name, node, scope);
    return isColumn(node) || isInlineTable(node) ? { kind: 'column', name, owner } : columnAt(name, node, owner, scope);
}

function meaningOfDeclared({ name, node, property }: NameSite, scope: Scope): Meaning | undefined {
    if (isPresetRange(node)) return meaningOfArgument(name, lawOf(node), scope);
    if (isPreset(node) || property === 'preset') return meaningOfPreset(name, lawOf(node), scope);
    if (isLaw(node)) return law(name, node, scope);
    if (isSchedule(node)) return schedule(name, node, scope);
    const kind = kindOfDeclaration(node);
    if (kind === undefined) return meaningOfParameter(name, lawOf(node), scope);
    return { kind, name, owner: isBudget(node) || isPlan(node) ? node : node.$container };
}

/** What a name in an expression means; undefined where it is unknown. */
export function meaningOfReference(reference: Reference, scope: Scope): Meaning | undefined {
    const { name, call, parameter, index } = reference;
    if (name === undefined) return undefined;
    const narrowed = narrowedBudget(reference);
    if (narrowed !== undefined) return { kind: 'budget', name, owner: narrowed };
    if (parameter !== undefined) return choice(reference) ?? law(name, reference, scope);
    if (call) return law(name, reference, scope) ?? builtIn('function', name, isFunctionName(name));
    if (index === undefined) return meaningOfBound(name, reference) ?? meaningOfName(name, reference, scope);
    const members = namesOf(reference);
    const meaning = members.length === 0 ? undefined : meaningOfName(members[0], reference, scope);
    return meaning && { ...meaning, name, members };
}

/** `alpha` of `surface.alpha`, `price` of `model.price`. */
function meaningOfBorrowed(reference: Reference, scope: Scope): Meaning | undefined {
    const { name, parameter } = reference;
    const chosen = choiceOf(reference);
    const rows = chosen && runsOfChoice(chosen, scope);
    if (rows !== undefined && parameter !== undefined) return column(parameter, rows.name, reference, scope);
    const narrowed = narrowedBudget(reference);
    if (narrowed !== undefined && parameter !== undefined) return variable(parameter, narrowed);
    return parameter === undefined ? undefined : meaningOfParameter(parameter, scope.findLaw(name, reference), scope);
}

/** The name of a `for`, or of one around it. */
function meaningOfBound(name: string, node: AstNode): Meaning | undefined {
    const binder = isBinder(node) ? node : binderOf(name, node);
    if (binder === undefined) return undefined;
    const { $container: holder } = binder;
    return isRuns(holder) ? { kind: 'column', name, owner: holder } : { kind: 'bound', name, owner: binder };
}

function meaningOfName(name: string, reference: Reference, scope: Scope): Meaning | undefined {
    if (isConstantPlace(reference)) return builtIn('constant', name, CONSTANTS.has(name));
    const statement = statementOf(reference);
    if (isScheduleName(reference, scope)) return meaningOfSchedule(reference, statement, scope);
    return (
        (statement && meaningInStatement(name, reference, statement, scope)) ??
        builtIn('constant', name, CONSTANTS.has(name))
    );
}

/** Where a schedule is wanted: an argument of the law around it, a schedule, or a column that says which each row has. */
function meaningOfSchedule(reference: Reference, statement: Statement | undefined, scope: Scope): Meaning | undefined {
    const { name } = reference;
    const inStatement = statement && meaningInStatement(name, reference, statement, scope);
    if (inStatement?.kind === 'argument') return inStatement;
    return schedule(name, reference, scope) ?? (inStatement?.kind === 'column' ? inStatement : undefined);
}

/** The statement that a node is part of. */
export function statementOf(node: AstNode): Statement | undefined {
    let current: AstNode | undefined = node;
    while (current !== undefined && !isSpecification(current.$container)) current = current.$container;
    return isStatement(current) ? current : undefined;
}

function meaningInStatement(name: string, node: Reference, statement: Statement, scope: Scope): Meaning | undefined {
    switch (statement.$type) {
        case 'Law':
            return meaningInLaw(name, node, statement, scope);
        case 'Runs':
            return columnAt(name, node, statement, scope);
        case 'Fit':
        case 'Compare':
            return column(name, statement.runs, statement, scope);
        case 'Budget':
            return meaningInBudget(name, node, statement, scope);
        case 'Plan':
            return meaningInPlan(name, node, statement);
        case 'Predict':
        case 'Schedule':
            return undefined;
    }
}

/** In the body of a law every name that is not bound is a parameter. */
function meaningInLaw(name: string, node: Reference, owner: Law, scope: Scope): Meaning | undefined {
    if (node === aliasOf(owner)) return law(name, node, scope);
    if (tieOf(node) !== undefined) return meaningOfParameter(name, owner, scope);
    if (letsOf(owner).some((each) => each.name === name)) return { kind: 'let', name, owner: owner.block };
    if (owner.arguments.some((each) => each.name === name)) return { kind: 'argument', name, owner };
    return CONSTANTS.has(name) ? undefined : { kind: 'parameter', name, owner };
}

/** In a budget every name that is not bound is a decision variable. */
function meaningInBudget(name: string, node: Reference, owner: Budget, scope: Scope): Meaning | undefined {
    if (countsOf(owner)?.name === name) return { kind: 'choice', name, owner };
    const counts = countsAround(node, scope);
    if (counts !== undefined) return column(name, counts.source, node, scope) ?? variable(name, owner);
    const given = owner.entries.find((entry) => 'name' in entry && entry.name === name && !isBound(entry));
    const kind = given && kindOfDeclaration(given);
    if (kind !== undefined) return { kind, name, owner };
    return CONSTANTS.has(name) ? undefined : variable(name, owner);
}

/** What is narrowed names no run; everywhere else the names of a plan are those that it has candidates for. */
function meaningInPlan(name: string, node: Reference, owner: Plan): Meaning | undefined {
    if (AstUtils.hasContainerOfType(node, isNarrow)) return undefined;
    return owner.entries.some((entry) => isCandidates(entry) && entry.name === name)
        ? { kind: 'variable', name, owner }
        : undefined;
}

/** In the head of a fit or comparison and in its options. */
function meaningInUse({ name, node, property }: NameSite, user: Fit | Compare, scope: Scope): Meaning | undefined {
    if (property === 'law') return law(name, node, scope);
    if (property === 'runs') return runs(name, node, scope);
    const isConstant = isGroupedConstant(node) && property === 'name' && isFit(user);
    return isConstant
        ? meaningOfParameter(name, scope.findLaw(user.law, user), scope)
        : column(name, user.runs, user, scope);
}

function meaningOfOperandName(call: Reference, name: string, scope: Scope): Meaning | undefined {
    const callee = scope.findLaw(call.name, call);
    if (callee === undefined) return undefined;
    const argument = meaningOfArgument(name, callee, scope);
    if (argument !== undefined) return argument;
    const fit = groupColumnsOf(callee, call, scope).get(name);
    return fit && column(name, fit.runs, fit, scope);
}

function meaningOfArgument(name: string, user: Law | undefined, scope: Scope): Meaning | undefined {
    const isKnown = user && argumentsOf(user, scope)?.some((each) => each.name === name);
    return isKnown ? { kind: 'argument', name, owner: baseOf(user, scope) } : undefined;
}

function meaningOfPreset(name: string, user: Law | undefined, scope: Scope): Meaning | undefined {
    const preset = user && presetsOf(user, scope).find((each) => each.name === name);
    return preset && { kind: 'preset', name, owner: preset.$container };
}

function meaningOfParameter(name: string, user: Law | undefined, scope: Scope): Meaning | undefined {
    const isKnown = user && parametersOf(user, scope)?.includes(name);
    return isKnown ? { kind: 'parameter', name, owner: baseOf(user, scope) } : undefined;
}

function law(name: string, from: AstNode, scope: Scope): Meaning | undefined {
    const owner = scope.findLaw(name, from);
    return owner && { kind: 'law', name, owner };
}

function runs(name: string, from: AstNode, scope: Scope): Meaning | undefined {
    const owner = scope.findRuns(name, from);
    return owner && { kind: 'runs', name, owner };
}

function schedule(name: string, from: AstNode, scope: Scope): Meaning | undefined {
    const owner = scope.findSchedule(name, from);
    return owner && { kind: 'schedule', name, owner };
}

/** Columns are not checked here: a file may have more than the text names. */
function column(name: string, runsName: string | undefined, from: AstNode, scope: Scope): Meaning | undefined {
    const used = runsName === undefined ? undefined : scope.findRuns(runsName, from);
    return used && { kind: 'column', name, owner: ownerOfColumn(name, used, scope) };
}

/** In the head of runs and in their entries. */
function columnAt(name: string, node: AstNode, owner: Runs, scope: Scope): Meaning {
    return { kind: 'column', name, owner: ownerOfColumnAt(name, node, owner, scope) };
}

/** The runs whose samples a budget counts, and columns of theirs. */
function meaningInCounts({ name, node, property }: NameSite, scope: Scope): Meaning | undefined {
    if (isCounts(node) && property === 'source') return runs(name, node, scope);
    return isGroupColumn(node) ? column(name, countsAround(node, scope)?.source, node, scope) : undefined;
}

/** What an `over` of the budget around a reference names. */
function choice(reference: Reference): Meaning | undefined {
    const chosen = choiceOf(reference);
    return chosen && { kind: 'choice', name: chosen.name, owner: chosen.$container };
}

function variable(name: string, owner: Budget): Meaning {
    return { kind: 'variable', name, owner };
}

function builtIn(kind: MeaningKind, name: string, isKnown: boolean): Meaning | undefined {
    return isKnown ? { kind, name, owner: undefined } : undefined;
}

function lawOf(node: AstNode): Law | undefined {
    return AstUtils.getContainerOfType(node, isLaw);
}
