/** Laws, runs and budgets of all specs by a part of their name. */
import { stream, type LangiumDocument } from 'langium';
import type { LangiumSharedServices, WorkspaceSymbolProvider } from 'langium/lsp';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { isBudget, isLaw, isRuns } from '../../language/generated/ast.js';
import { siteOf } from '../../language/names.js';
import { locationOf, specificationOf } from './context.js';

export function createWorkspaceSymbolProvider(shared: LangiumSharedServices): WorkspaceSymbolProvider {
    return {
        getSymbols: async ({ query }) =>
            stream(shared.workspace.LangiumDocuments.all)
                .flatMap(namedStatements)
                .filter(({ name }) => shared.lsp.FuzzyMatcher.match(query, name))
                .toArray(),
    };
}

function namedStatements(document: LangiumDocument): WorkspaceSymbol[] {
    return (specificationOf(document)?.statements ?? []).flatMap((statement) => {
        if (!isLaw(statement) && !isRuns(statement) && !isBudget(statement)) return [];
        const site = siteOf(statement, 'name');
        const kind = isLaw(statement) ? SymbolKind.Function : isRuns(statement) ? SymbolKind.Array : SymbolKind.Object;
        return site === undefined ? [] : [{ name: site.name, kind, location: locationOf(site) }];
    });
}
