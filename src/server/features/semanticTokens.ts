/** Colours names by what they mean: words that are keywords elsewhere are names here, and the grammar of colours cannot know. */
import { AstUtils, type AstNode, type LangiumDocument } from 'langium';
import { AllSemanticTokenModifiers, AllSemanticTokenTypes, type SemanticTokenProvider } from 'langium/lsp';
import {
    SemanticTokenModifiers,
    SemanticTokensBuilder,
    SemanticTokenTypes,
    type Range,
    type SemanticTokens,
} from 'vscode-languageserver';
import { meaningOf } from '../../language/meaning.js';
import type { MeaningKind } from '../../language/nameKinds.js';
import { namesIn } from '../../language/names.js';
import { isLibraryUri } from '../../language/library.js';
import { rangeOfSite, specificationOf, type FeatureContext } from './context.js';

const TYPES: Readonly<Record<MeaningKind, SemanticTokenTypes>> = {
    law: SemanticTokenTypes.function,
    runs: SemanticTokenTypes.class,
    schedule: SemanticTokenTypes.class,
    budget: SemanticTokenTypes.class,
    plan: SemanticTokenTypes.class,
    argument: SemanticTokenTypes.parameter,
    parameter: SemanticTokenTypes.variable,
    let: SemanticTokenTypes.variable,
    column: SemanticTokenTypes.property,
    preset: SemanticTokenTypes.string,
    variable: SemanticTokenTypes.variable,
    choice: SemanticTokenTypes.variable,
    swept: SemanticTokenTypes.variable,
    bound: SemanticTokenTypes.parameter,
    function: SemanticTokenTypes.function,
    constant: SemanticTokenTypes.variable,
    option: SemanticTokenTypes.enumMember,
    unit: SemanticTokenTypes.type,
};

const PROVIDED: ReadonlySet<MeaningKind> = new Set(['function', 'constant', 'option', 'unit']);

export function createSemanticTokenProvider(context: FeatureContext): SemanticTokenProvider {
    return {
        tokenTypes: AllSemanticTokenTypes,
        tokenModifiers: AllSemanticTokenModifiers,
        semanticTokensOptions: {
            legend: {
                tokenTypes: Object.keys(AllSemanticTokenTypes),
                tokenModifiers: Object.keys(AllSemanticTokenModifiers),
            },
            full: true,
            range: true,
        },
        semanticHighlight: (document) => highlight(context, document),
        semanticHighlightRange: (document, { range }) => highlight(context, document, range),
        semanticHighlightDelta: (document) => highlight(context, document),
    };
}

function highlight({ language }: FeatureContext, document: LangiumDocument, within?: Range): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    const root = specificationOf(document);
    const sites = root === undefined ? [] : namesIn(root).sort((a, b) => a.start - b.start);
    for (const site of sites) {
        const { start } = rangeOfSite(site);
        if (within !== undefined && (start.line < within.start.line || start.line > within.end.line)) continue;
        const meaning = meaningOf(site, language.names.Scope);
        if (meaning === undefined || meaning.kind === 'preset') continue;
        const type = AllSemanticTokenTypes[TYPES[meaning.kind]];
        builder.push(start.line, start.character, site.end - site.start, type, modifiers(meaning.kind, meaning.owner));
    }
    return builder.build();
}

function modifiers(kind: MeaningKind, owner: AstNode | undefined): number {
    const isProvided = PROVIDED.has(kind) || (owner !== undefined && isLibraryUri(AstUtils.getDocument(owner).uri));
    const isReadonly = kind === 'constant' || kind === 'parameter';
    return (
        (isProvided ? AllSemanticTokenModifiers[SemanticTokenModifiers.defaultLibrary] : 0) |
        (isReadonly ? AllSemanticTokenModifiers[SemanticTokenModifiers.readonly] : 0)
    );
}
