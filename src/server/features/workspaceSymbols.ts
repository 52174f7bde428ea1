/** Laws, runs, schedules, budgets and plans of all specs, the library's included, by a part of their name. */
import { stream } from 'langium';
import type { LangiumSharedServices, WorkspaceSymbolProvider } from 'langium/lsp';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Specification, Statement } from '../../language/generated/ast.js';
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

const KINDS: Readonly<Partial<Record<Statement['$type'], SymbolKind>>> = {
    Law: SymbolKind.Function,
    Runs: SymbolKind.Array,
    Schedule: SymbolKind.Interface,
    Budget: SymbolKind.Object,
    Plan: SymbolKind.Package,
};

function namedStatements({ statements }: Specification): WorkspaceSymbol[] {
    return statements.flatMap((statement) => {
        const kind = KINDS[statement.$type];
        const site = kind && siteOf(statement, 'name');
        return site === undefined || kind === undefined ? [] : [{ name: site.name, kind, location: locationOf(site) }];
    });
}
