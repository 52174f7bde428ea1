/** Symbols: a meaning with the places that declare it and all places where it occurs. */
import { AstUtils, type AstNode } from 'langium';
import {
    isArgument,
    isBinder,
    isBound,
    isBudget,
    isCandidates,
    isChoice,
    isCounts,
    isColumn,
    isInlineTable,
    isLaw,
    isLet,
    isPlan,
    isPreset,
    isReference,
    isRuns,
    isSchedule,
    isSpecification,
    isSweep,
    type Reference,
    type Specification,
} from './generated/ast.js';
import { parameterOccurrences } from './laws.js';
import { meaningOf, statementOf, type Meaning } from './meaning.js';
import type { MeaningKind } from './nameKinds.js';
import { nameAt, namesIn, type NameSite } from './names.js';
import type { Scope } from './scope.js';

export interface ScalingSymbol extends Meaning {
    /** The place asked about. */
    readonly site: NameSite;
}

/** The symbol whose name stands at an offset, or ends there. */
export function symbolAt(root: Specification, offset: number, scope: Scope): ScalingSymbol | undefined {
    const site = nameAt(root, offset);
    const meaning = site && meaningOf(site, scope);
    return meaning && { ...meaning, site };
}

/** A name with an index means what any of the names does that it stands for. */
export function isSameMeaning(a: Meaning, b: Meaning): boolean {
    return (
        a.kind === b.kind &&
        a.owner === b.owner &&
        (isSameFamily(a, b) || membersOf(a).some((name) => membersOf(b).includes(name)))
    );
}

/** `gamma[x]` and `gamma[y]`, whatever x and y are. */
function isSameFamily(a: Meaning, b: Meaning): boolean {
    return a.name === b.name && (a.members === undefined) === (b.members === undefined);
}

function membersOf({ name, members = [name] }: Meaning): readonly string[] {
    return members;
}

/** All places in the given documents where the symbol is written, its declarations included. */
export function occurrences(symbol: Meaning, roots: Iterable<Specification>, scope: Scope): NameSite[] {
    const all = [...roots].flatMap((root) => namesIn(root, symbol.members === undefined ? symbol.name : undefined));
    const meant = all.flatMap((site) => {
        const meaning = meaningOf(site, scope);
        return meaning === undefined ? [] : [{ site, meaning }];
    });
    const whole = wholeFamily(symbol, meant);
    return meant.filter(({ meaning }) => isSameMeaning(meaning, whole)).map(({ site }) => site);
}

/** A name with an index together with all that its name stands for with another index. */
function wholeFamily(symbol: Meaning, meant: readonly { readonly meaning: Meaning }[]): Meaning {
    if (symbol.members === undefined) return symbol;
    const family = meant.filter(({ meaning }) => isSameMeaning(meaning, symbol) && isSameFamily(meaning, symbol));
    return { ...symbol, members: family.flatMap(({ meaning }) => membersOf(meaning)) };
}

/**
 * The places that declare a symbol, all in the document of its owner: more than one where it is defined twice. What is declared
 * by use (a parameter, a decision variable without bounds) is declared where it first occurs. Empty for what the language
 * itself provides, and for a column that only its file declares.
 */
export function declarations(symbol: Meaning, scope: Scope): NameSite[] {
    const { owner } = symbol;
    const root = owner && AstUtils.findRootNode(owner);
    if (owner === undefined || !isSpecification(root)) return [];
    const sites = occurrences(symbol, [root], scope);
    const declaring = sites.filter((site) => declares(symbol, site));
    if (declaring.length > 0 || symbol.kind !== 'variable') return declaring;
    return sites.slice(0, 1);
}

function declares(symbol: Meaning, { node, property }: NameSite): boolean {
    if (symbol.kind === 'parameter') {
        return isReference(node) && property === 'name' && isFirstOccurrence(node, membersOf(symbol));
    }
    const isNamed = property === 'name' || property === 'text';
    return isNamed && (DECLARING[symbol.kind]?.some((isDeclaring) => isDeclaring(node)) ?? false);
}

/** What declares each kind of name; a table its columns. */
const DECLARING: Readonly<Partial<Record<MeaningKind, readonly ((node: AstNode) => boolean)[]>>> = {
    law: [isLaw],
    runs: [isRuns],
    schedule: [isSchedule],
    budget: [isBudget],
    plan: [isPlan],
    argument: [isArgument],
    let: [isLet],
    preset: [isPreset],
    column: [isColumn, isInlineTable, isBinder],
    swept: [isSweep],
    choice: [isChoice, isCounts],
    variable: [isBound, isCandidates],
    bound: [isBinder],
};

function isFirstOccurrence(node: Reference, names: readonly string[]): boolean {
    const law = statementOf(node);
    return isLaw(law) && names.some((name) => parameterOccurrences(law).get(name) === node);
}
