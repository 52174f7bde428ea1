/** From a name to where it is declared; a law of the library opens as a read-only document. */
import type { DefinitionProvider } from 'langium/lsp';
import { declarations } from '../../language/symbols.js';
import { locationOf, rangeOfSite, symbolAtPosition, type FeatureContext } from './context.js';

export function createDefinitionProvider(context: FeatureContext): DefinitionProvider {
    return {
        getDefinition(document, { position }) {
            const symbol = symbolAtPosition(context, document, position);
            if (symbol === undefined) return undefined;
            return declarations(symbol, context.language.names.Scope).map((site) => {
                const { uri, range } = locationOf(site);
                return {
                    originSelectionRange: rangeOfSite(symbol.site),
                    targetUri: uri,
                    targetRange: range,
                    targetSelectionRange: range,
                };
            });
        },
    };
}
