/** Laws, runs and budgets of all specs, the library's included, by a part of their name. */
import { stream } from 'langium';
import type { LangiumSharedServices, WorkspaceSymbolProvider } from 'langium/lsp';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { isBudget, isLaw, isRuns, type Specification } from '../../language/generated/ast.js';
import { siteOf } from '../../language/names.js';
import { locationOf } from './context.js';

export function createWorkspaceSymbolProvider(
    shared: LangiumSharedServices,
    specifications: () => readonly Specification[],
): WorkspaceSymbolProvider {
    return {
        getSymbols: async ({ query }) =>
            stream(specifications())
                .flatMap(namedStatements)
                .filter(({ name }) => shared.lsp.FuzzyMatcher.match(query, name))
                .toArray(),
    };
}

function namedStatements({ statements }: Specification): WorkspaceSymbol[] {
    return statements.flatMap((statement) => {
        if (!isLaw(statement) && !isRuns(statement) && !isBudget(statement)) return [];
        const site = siteOf(statement, 'name');
        const kind = isLaw(statement) ? SymbolKind.Function : isRuns(statement) ? SymbolKind.Array : SymbolKind.Object;
        return site === undefined ? [] : [{ name: site.name, kind, location: locationOf(site) }];
    });
}
