/** What a name means where it stands: the one place that knows the rules of scope (see "Names and scope" in docs/language.md). */
import { AstUtils, type AstNode } from 'langium';
import { binderOf, namesOf } from './binding.js';
import { CONSTANTS, isFunctionName } from './functions.js';
import {
    Binder,
    Bound,
    ObjectiveOption,
    Parameter,
    PresetValue,
    Sweep,
    isArgument,
    isBinder,
    isBound,
    isBudget,
    isColumn,
    isCompare,
    isFit,
    isGroupedConstant,
    isInlineTable,
    isIntervalsOption,
    isItem,
    isLaw,
    isLet,
    isMethodOption,
    isObjectiveOption,
    isOperand,
    isParameter,
    isPreset,
    isReference,
    isRuns,
    isSolverOption,
    isSpecification,
    isStatement,
    isSweep,
    type Budget,
    type Compare,
    type Fit,
    type Law,
    type Reference,
    type Runs,
    type Statement,
} from './generated/ast.js';
import { groupColumnsOf } from './groups.js';
import { aliasOf, argumentsOf, baseOf, letsOf, parametersOf, presetsOf } from './laws.js';
import type { NameSite } from './names.js';
import type { Scope } from './scope.js';
import { headerCells } from './tableHeader.js';

export type MeaningKind =
    | 'law'
    | 'runs'
    | 'budget'
    | 'argument'
    | 'parameter'
    | 'let'
    | 'column'
    | 'preset'
    | 'variable'
    | 'swept'
    | 'bound'
    | 'function'
    | 'constant'
    | 'option'
    | 'unit';

export interface Meaning {
    readonly kind: MeaningKind;
    readonly name: string;
    /**
     * The statement or block the name belongs to: the law of an argument, a parameter, a `let` or a preset, the runs of a
     * column, the budget of a variable, the `for` of a bound name; of a law, runs or budget itself. Undefined for what the language
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
    if (isBinder(node) || isItem(node)) return meaningOfBound(name, node);
    if (isOperand(node)) return meaningOfOperandName(node.$container, name, scope);
    const user = statementOf(node);
    if (isFit(user) || isCompare(user)) return meaningInUse(site, user, scope);
    if (isPreset(node) || property === 'preset') return meaningOfPreset(name, lawOf(node), scope);
    if (isLaw(node)) return law(name, node, scope);
    if (isRuns(node)) return runs(name, node, scope);
    const kind = kindOfDeclaration(node);
    if (kind === undefined) return meaningOfParameter(name, lawOf(node), scope);
    return { kind, name, owner: isBudget(node) ? node : node.$container };
}

/** Of what declares its name in the statement or block around it; undefined for what names a parameter. */
function kindOfDeclaration(node: AstNode): MeaningKind | undefined {
    if (isInlineTable(node) || isColumn(node)) return 'column';
    if (isBound(node)) return 'variable';
    if (isSweep(node)) return 'swept';
    if (isLet(node)) return 'let';
    if (isArgument(node)) return 'argument';
    return isBudget(node) ? 'budget' : undefined;
}

function isOption(node: AstNode): boolean {
    return isObjectiveOption(node) || isMethodOption(node) || isIntervalsOption(node) || isSolverOption(node);
}

/** What a name in an expression means; undefined where it is unknown. */
export function meaningOfReference(reference: Reference, scope: Scope): Meaning | undefined {
    const { name, call, parameter, index } = reference;
    if (name === undefined) return undefined;
    if (parameter !== undefined) return law(name, reference, scope);
    if (call) return law(name, reference, scope) ?? builtIn('function', name, isFunctionName(name));
    if (index === undefined) return meaningOfBound(name, reference) ?? meaningOfName(name, reference, scope);
    const members = namesOf(reference);
    const meaning = members.length === 0 ? undefined : meaningOfName(members[0], reference, scope);
    return meaning && { ...meaning, name, members };
}

/** `alpha` of `surface.alpha`. */
function meaningOfBorrowed(reference: Reference, scope: Scope): Meaning | undefined {
    const { name, parameter } = reference;
    return parameter === undefined ? undefined : meaningOfParameter(parameter, scope.findLaw(name, reference), scope);
}

/** The name of a `for`, or of one around it. */
function meaningOfBound(name: string, node: AstNode): Meaning | undefined {
    const binder = isBinder(node) ? node : binderOf(name, node);
    return binder && { kind: 'bound', name, owner: binder };
}

function meaningOfName(name: string, reference: Reference, scope: Scope): Meaning | undefined {
    if (isConstantPlace(reference)) return builtIn('constant', name, CONSTANTS.has(name));
    const statement = statementOf(reference);
    return (
        (statement && meaningInStatement(name, reference, statement, scope)) ??
        builtIn('constant', name, CONSTANTS.has(name))
    );
}

/** The statement that a node is part of. */
export function statementOf(node: AstNode): Statement | undefined {
    let current: AstNode | undefined = node;
    while (current !== undefined && !isSpecification(current.$container)) current = current.$container;
    return isStatement(current) ? current : undefined;
}

/** The columns that are named in the text of a spec; a file may have more. */
export function namedColumns(runs: Runs): readonly string[] {
    return runs.entries.flatMap((entry) => {
        if (isInlineTable(entry)) return headerCells(entry).map(({ name }) => name);
        return isColumn(entry) && entry.name !== undefined ? [entry.name] : [];
    });
}

function meaningInStatement(name: string, node: Reference, statement: Statement, scope: Scope): Meaning | undefined {
    switch (statement.$type) {
        case 'Law':
            return meaningInLaw(name, node, statement, scope);
        case 'Runs':
            return { kind: 'column', name, owner: statement };
        case 'Fit':
        case 'Compare':
            return column(name, statement.runs, statement, scope);
        case 'Budget':
            return meaningInBudget(name, statement);
        case 'Predict':
            return undefined;
    }
}

/** Bounds, pins, starts, presets, ranges, limits and settings are constants: no name but that of a constant means anything there. */
const CONSTANT_HOLDERS: ReadonlySet<string> = new Set([
    Binder.$type,
    Bound.$type,
    ObjectiveOption.$type,
    Parameter.$type,
    PresetValue.$type,
    Sweep.$type,
]);

function isConstantPlace(node: AstNode): boolean {
    return tieOf(node) === undefined && AstUtils.hasContainerOfType(node, ({ $type }) => CONSTANT_HOLDERS.has($type));
}

/** The entry `beta = …` that a node is part of the right side of: other parameters have a name there. */
export function tieOf(node: AstNode): Parameter | undefined {
    const parent = node.$container;
    if (isParameter(parent)) return node.$containerProperty === 'value' ? parent : undefined;
    return parent === undefined ? undefined : tieOf(parent);
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
function meaningInBudget(name: string, owner: Budget): Meaning | undefined {
    if (owner.entries.some((entry) => isLet(entry) && entry.name === name)) return { kind: 'let', name, owner };
    if (owner.entries.some((entry) => isSweep(entry) && entry.name === name)) return { kind: 'swept', name, owner };
    return CONSTANTS.has(name) ? undefined : variable(name, owner);
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
    const isArgument = argumentsOf(callee, scope)?.some((each) => each.name === name);
    if (isArgument) return { kind: 'argument', name, owner: baseOf(callee, scope) };
    const fit = groupColumnsOf(callee, call, scope).get(name);
    return fit && column(name, fit.runs, fit, scope);
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

/** Columns are not checked here: a file may have more than the text names. */
function column(name: string, runsName: string | undefined, from: AstNode, scope: Scope): Meaning | undefined {
    const owner = runsName === undefined ? undefined : scope.findRuns(runsName, from);
    return owner && { kind: 'column', name, owner };
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
