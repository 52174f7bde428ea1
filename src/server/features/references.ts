/** All places where a name with the same meaning is written, in all specs. */
import type { ReferencesProvider } from 'langium/lsp';
import { declarations, occurrences } from '../../language/symbols.js';
import { allSpecifications, locationOf, symbolAtPosition, type FeatureContext } from './context.js';

export function createReferencesProvider(context: FeatureContext): ReferencesProvider {
    return {
        findReferences(document, { position, context: { includeDeclaration } }) {
            const symbol = symbolAtPosition(context, document, position);
            if (symbol === undefined) return [];
            const scope = context.language.names.Scope;
            const places = occurrences(symbol, allSpecifications(context), scope).map(locationOf);
            if (includeDeclaration) return places;
            const declared = new Set(declarations(symbol, scope).map((site) => JSON.stringify(locationOf(site))));
            return places.filter((place) => !declared.has(JSON.stringify(place)));
        },
    };
}
