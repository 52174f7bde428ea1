/** Symbols: a meaning with the places that declare it and all places where it occurs. */
import { AstUtils, type AstNode } from 'langium';
import {
    isArgument,
    isBound,
    isBudget,
    isColumn,
    isInlineTable,
    isLaw,
    isLet,
    isPreset,
    isReference,
    isRuns,
    isSpecification,
    isSweep,
    type Specification,
} from './generated/ast.js';
import { parameterOccurrences } from './laws.js';
import { meaningOf, statementOf, type Meaning } from './meaning.js';
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

export function isSameMeaning(a: Meaning, b: Meaning): boolean {
    return a.kind === b.kind && a.name === b.name && a.owner === b.owner;
}

/** All places in the given documents where the symbol is written, its declarations included. */
export function occurrences(symbol: Meaning, roots: Iterable<Specification>, scope: Scope): NameSite[] {
    return [...roots].flatMap((root) =>
        namesIn(root, symbol.name).filter((site) => {
            const meaning = meaningOf(site, scope);
            return meaning !== undefined && isSameMeaning(meaning, symbol);
        }),
    );
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

function declares(symbol: Meaning, { node, property, name }: NameSite): boolean {
    switch (symbol.kind) {
        case 'law':
            return isLaw(node) && property === 'name';
        case 'runs':
            return isRuns(node);
        case 'budget':
            return isBudget(node);
        case 'argument':
            return isArgument(node);
        case 'let':
            return isLet(node);
        case 'preset':
            return isPreset(node);
        case 'column':
            return isColumn(node) || isInlineTable(node);
        case 'swept':
            return isSweep(node);
        case 'variable':
            return isBound(node);
        case 'parameter':
            return isReference(node) && isFirstOccurrence(node, name);
        default:
            return false;
    }
}

function isFirstOccurrence(node: AstNode, name: string): boolean {
    const law = statementOf(node);
    return isLaw(law) && parameterOccurrences(law).get(name) === node;
}
