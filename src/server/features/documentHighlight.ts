/** The places in this document that mean the same as the name under the cursor. */
import type { DocumentHighlightProvider } from 'langium/lsp';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { declarations, occurrences } from '../../language/symbols.js';
import { rangeOfSite, specificationOf, symbolAtPosition, type FeatureContext } from './context.js';

export function createDocumentHighlightProvider(context: FeatureContext): DocumentHighlightProvider {
    return {
        getDocumentHighlight(document, { position }) {
            const symbol = symbolAtPosition(context, document, position);
            const root = specificationOf(document);
            if (symbol === undefined || root === undefined) return undefined;
            const scope = context.language.names.Scope;
            const declared = new Set(declarations(symbol, scope).map(({ node, start }) => `${node.$type} ${start}`));
            return occurrences(symbol, [root], scope).map((site) => ({
                range: rangeOfSite(site),
                kind: declared.has(`${site.node.$type} ${site.start}`)
                    ? DocumentHighlightKind.Write
                    : DocumentHighlightKind.Read,
            }));
        },
    };
}
