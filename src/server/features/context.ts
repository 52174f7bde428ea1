/** What every feature is built from, and how it finds its way in a document. */
import { AstUtils, type LangiumDocument } from 'langium';
import type { Location, Position, Range } from 'vscode-languageserver';
import { isSpecification, type Specification } from '../../language/generated/ast.js';
import type { ScalingServices } from '../../language/module.js';
import type { NameSite } from '../../language/names.js';
import { symbolAt, type ScalingSymbol } from '../../language/symbols.js';
import type { FileColumns, StudyResults } from '../results.js';

export interface FeatureContext {
    readonly language: ScalingServices;
    readonly results: StudyResults;
    readonly fileColumns: FileColumns;
}

/** Undefined where not even an empty spec could be parsed. */
export function specificationOf(document: LangiumDocument): Specification | undefined {
    const root = document.parseResult.value;
    return isSpecification(root) ? root : undefined;
}

export function symbolAtPosition(
    { language }: FeatureContext,
    document: LangiumDocument,
    position: Position,
): ScalingSymbol | undefined {
    const root = specificationOf(document);
    return root && symbolAt(root, document.textDocument.offsetAt(position), language.names.Scope);
}

/** All specs that are open or in the workspace, the library's included. */
export function allSpecifications({ language }: Pick<FeatureContext, 'language'>): Specification[] {
    const { shared, names } = language;
    const written = shared.workspace.LangiumDocuments.all.map(specificationOf).nonNullable();
    return [...new Set([...written, ...names.Library.specifications()])];
}

export function rangeOfSite({ node, start, end }: NameSite): Range {
    return rangeBetween(AstUtils.getDocument(node), start, end);
}

export function locationOf(site: NameSite): Location {
    return { uri: AstUtils.getDocument(site.node).uri.toString(), range: rangeOfSite(site) };
}

export function rangeBetween({ textDocument }: LangiumDocument, start: number, end: number): Range {
    return { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
}
