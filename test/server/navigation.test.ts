import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, Range, WorkspaceEdit } from 'vscode-languageserver';
import { edit, type EditorOptions } from './editor.js';
import { POWER } from './fixtures.js';

const SIBLING = {
    'laws.scaling': 'law shared(N in params) = A / N^alpha\nruns others {\n  | N | loss |\n  | 1 | 2 |\n}\n',
};

function place(uri: string, { start }: Range): string {
    return `${uri.split('/').at(-1)} ${start.line}:${start.character}`;
}

async function definition(marked: string, options?: EditorOptions): Promise<string[]> {
    const { document, services, params } = await edit(marked, options);
    const links = await services.lsp.DefinitionProvider!.getDefinition(document, params);
    return (links ?? []).map(({ targetUri, targetSelectionRange }) => place(targetUri, targetSelectionRange));
}

async function references(marked: string, options?: EditorOptions): Promise<string[]> {
    const { document, services, params } = await edit(marked, options);
    const found = await services.lsp.ReferencesProvider!.findReferences(document, {
        ...params,
        context: { includeDeclaration: true },
    });
    return found.map(({ uri, range }) => place(uri, range)).sort();
}

async function rename(marked: string, newName: string, options?: EditorOptions): Promise<WorkspaceEdit | undefined> {
    const { document, services, params } = await edit(marked, options);
    return services.lsp.RenameProvider!.rename(document, { ...params, newName });
}

describe('definition', () => {
    it('leads to laws, runs, arguments and columns of the file', async () => {
        expect(await definition(POWER.replace('fit power', 'fit po<|>wer'))).toEqual(['spec.scaling 13:4']);
        expect(await definition(POWER.replace('to pilot', 'to pi<|>lot'))).toEqual(['spec.scaling 1:5']);
        expect(await definition(POWER.replace('(N = 1024)', '(N<|> = 1024)'))).toEqual(['spec.scaling 13:10']);
        expect(await definition(POWER.replace('where N', 'where <|>N'))).toEqual(['spec.scaling 2:4']);
    });

    it('leads to siblings and into the library', async () => {
        expect(await definition('predict sha<|>red(N = 3)', { files: SIBLING })).toEqual(['laws.scaling 0:4']);
        expect(await definition('law s = chin<|>chilla')).toEqual([
            expect.stringMatching(/^chinchilla\.scaling \d+:4$/),
        ]);
        expect(await definition('law s = chinchilla with "Hoff<|>mann 2022"')).toEqual([
            expect.stringMatching(/^chinchilla\.scaling/),
        ]);
    });

    it('leads nowhere from what the language provides', async () => {
        expect(await definition('law f(x) = A * ex<|>p(x)')).toEqual([]);
    });
});

describe('references', () => {
    it('are found in all files', async () => {
        const text = 'law mine(N in params) = sha<|>red(N) + E\npredict shared(N = 2)';
        expect(await references(text, { files: SIBLING })).toEqual([
            'laws.scaling 0:4',
            'spec.scaling 0:24',
            'spec.scaling 1:8',
        ]);
    });

    it('tell names of different laws apart', async () => {
        expect(await references('law f(N) = A<|> * N\nlaw g(N) = A + N')).toEqual(['spec.scaling 0:11']);
    });

    it('are highlighted in the document', async () => {
        const { document, services, params } = await edit(POWER.replace('alpha in', 'al<|>pha in'));
        const found = await services.lsp.DocumentHighlightProvider!.getDocumentHighlight(document, params);
        expect(found).toHaveLength(2);
    });
});

describe('rename', () => {
    it('changes all files', async () => {
        const renamed = await rename('predict sha<|>red(N = 2)', 'ours', { files: SIBLING });
        expect(Object.keys(renamed!.changes!).sort()).toEqual([
            'file:///specs/laws.scaling',
            'file:///specs/spec.scaling',
        ]);
    });

    it('changes a schedule wherever one is wanted, and no parameter of that name', async () => {
        const spec =
            'schedule w<|>sd { constant at 1 over 9 }\nlaw f(lr, t) = wsd * area(lr, t)\npredict rate(wsd, 3)\npredict multi_power(lr = wsd, step = 3)';
        const renamed = await rename(spec, 'mine');
        expect(renamed!.changes!['file:///specs/spec.scaling'].map(({ range }) => range.start.line)).toEqual([0, 2, 3]);
    });

    it('keeps a column that its file names pointing at the file', async () => {
        const renamed = await rename('runs r from "runs.csv" {\n  lo<|>ss\n  where loss < 3\n}', 'y');
        expect(renamed!.changes!['file:///specs/spec.scaling'].map(({ newText }) => newText)).toEqual([
            'y = "loss"',
            'y',
        ]);
    });

    it.each([
        ['law s = chin<|>chilla', 'x', /law library/],
        ['law f(x) = ex<|>p(x) * A', 'x', /function of the language/],
        ['law f<|>(x) = A * x', '2x', /is not a name/],
        ['law f<|>(x) = A * x\nlaw g(x) = A * x', 'g', /already a law named “g”/],
    ])('refuses %s', async (text, newName, message) => {
        await expect(rename(text, newName)).rejects.toThrow(message);
    });

    it('refuses before a name is typed', async () => {
        const { document, services, params } = await edit('predict chin<|>chilla(1, 2)');
        await expect(services.lsp.RenameProvider!.prepareRename(document, params)).rejects.toThrow(/law library/);
    });
});

describe('outline', () => {
    it('lists statements with what they hold', async () => {
        const { document, services, params } = await edit(POWER);
        const symbols = await services.lsp.DocumentSymbolProvider!.getSymbols(document, params);
        const outline = (all: DocumentSymbol[]) =>
            all.map(({ name, children }) => [name, ...(children ?? []).map((child) => child.name)].join(' '));
        expect(outline(symbols)).toEqual([
            'pilot N loss',
            'power E A alpha',
            'power to pilot',
            'power(N = 1024)',
            'cheapest',
        ]);
    });

    it('has a name for half-typed statements', async () => {
        const { document, services, params } = await edit('fit \n\nlaw = 3\n\nbudget x {');
        const symbols = await services.lsp.DocumentSymbolProvider!.getSymbols(document, params);
        expect(symbols.every(({ name }) => name !== '')).toBe(true);
    });

    it('finds laws, runs and budgets of the workspace', async () => {
        const { services } = await edit(POWER, { files: SIBLING });
        const found = await services.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query: 'others' });
        expect(found.map(({ name }) => name)).toEqual(['others']);
        expect(
            (await services.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query: 'overtraining' })).map(
                ({ name }) => name,
            ),
        ).toEqual(['overtraining']);
    });
});
