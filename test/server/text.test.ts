/** Features that look at the text alone: folding, links, colours, signatures, formatting, quick fixes. */
import { describe, expect, it } from 'vitest';
import { applyEdits, edit } from './editor.js';
import { POWER } from './fixtures.js';

describe('folding', () => {
    it('folds blocks, tables and comments', async () => {
        const text = `// one\n// two\nruns r {\n  | N | y |\n  | 1 | 2 |\n  | 3 | 4 |\n}\n/* long\n   comment */\nlaw f(x) = A * x {\n  preset "p" {\n    A = 3\n  }\n}\n`;
        const { document, services, params } = await edit(text);
        const ranges = await services.lsp.FoldingRangeProvider!.getFoldingRanges(document, params);
        expect(
            ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, kind ?? 'code'].join(' ')).sort(),
        ).toEqual(['0 1 comment', '10 11 code', '2 5 code', '3 5 code', '7 8 comment', '9 12 code']);
    });
});

describe('links', () => {
    it('lead to the data file, relative to the spec', async () => {
        const { document, services, params } = await edit('runs r from "data/a b.csv"');
        const [link] = await services.lsp.DocumentLinkProvider!.getDocumentLinks(document, params);
        expect(link.target).toBe('file:///specs/data/a%20b.csv');
        expect(document.textDocument.getText(link.range)).toBe('data/a b.csv');
    });

    it('are none in an unsaved document', async () => {
        const { document, services, params } = await edit('runs r from "a.csv"', { uri: 'untitled:Untitled-1' });
        expect(await services.lsp.DocumentLinkProvider!.getDocumentLinks(document, params)).toEqual([]);
    });
});

describe('semantic tokens', () => {
    /** Names and their colours. */
    async function coloured(text: string): Promise<string[]> {
        const { document, services, params } = await edit(text);
        const provider = services.lsp.SemanticTokenProvider!;
        const { data } = await provider.semanticHighlight(document, params);
        const types = Object.keys(provider.tokenTypes);
        let [line, character] = [0, 0];
        return Array.from({ length: data.length / 5 }, (_, index) => {
            const [down, delta, length, type] = data.slice(index * 5);
            line += down;
            character = down > 0 ? delta : character + delta;
            return `${text.split('\n')[line].slice(character, character + length)} ${types[type]}`;
        });
    }

    it('colour names by their meaning, in the order of the text', async () => {
        expect(await coloured('law fit(N in tokens) = loss * exp(N)')).toEqual([
            'fit function',
            'N parameter',
            'tokens type',
            'loss variable',
            'exp function',
            'N parameter',
        ]);
    });

    it('colour counts of samples, the columns they go by and the runs that have them', async () => {
        const runs = 'runs samples {\n  | problem | model | n | c |\n  | a | small | 9 | 3 |\n}\n';
        const colours = await coloured(
            `${runs}budget next {\n  maximize solved(k, c, n by problem)\n  subject to spent(k by problem) <= 2\n  over k by model in samples\n}`,
        );
        expect(colours.slice(colours.indexOf('next class'))).toEqual([
            'next class',
            'solved function',
            'k variable',
            'c property',
            'n property',
            'problem property',
            'spent function',
            'k variable',
            'problem property',
            'k variable',
            'model property',
            'samples class',
        ]);
    });
});

describe('signature help', () => {
    async function signature(marked: string) {
        const { document, services, params } = await edit(marked);
        const help = await services.lsp.SignatureHelp!.provideSignatureHelp(document, params);
        if (help === undefined) return undefined;
        const [{ label, parameters }] = help.signatures;
        const [start, end] = parameters![help.activeParameter!].label as [number, number];
        return `${label} @ ${label.slice(start, end)}`;
    }

    it('shows the arguments of a law, by position and by name', async () => {
        expect(await signature('predict chinchilla(<|>')).toBe('chinchilla(N in params, D in tokens) @ N in params');
        expect(await signature('predict chinchilla(70B, <|>)')).toBe(
            'chinchilla(N in params, D in tokens) @ D in tokens',
        );
        expect(await signature('predict chinchilla(D = <|>)')).toBe(
            'chinchilla(N in params, D in tokens) @ D in tokens',
        );
    });

    it('shows the innermost call', async () => {
        expect(await signature('law f(x) = max(exp(<|>')).toBe('exp(x) @ x');
        expect(await signature('law f(x) = max(exp(x), <|>')).toBe('max(a, b, …) @ b');
    });

    it('is none outside calls', async () => {
        expect(await signature('law f(x) = (<|>x)')).toBeUndefined();
        expect(await signature('predict chinchilla(1, 2)<|>')).toBeUndefined();
    });
});

describe('formatting', () => {
    it('edits to what the formatter of the language says', async () => {
        const { document, services, params } = await edit('runs r   {\n|N|y|\n|10|2|\n}\n\n\n\nlaw  f(x)=A*x');
        const options = { tabSize: 4, insertSpaces: true };
        const edits = await services.lsp.Formatter!.formatDocument(document, { ...params, options });
        const { formatSpec } = await import('../../src/language/format.js');
        expect(applyEdits(document, edits)).toBe(formatSpec(document.textDocument.getText()));
        expect(edits.length).toBeGreaterThan(0);
    });

    it('leaves a formatted text alone', async () => {
        const { formatSpec } = await import('../../src/language/format.js');
        const { document, services, params } = await edit(formatSpec(POWER));
        const edits = await services.lsp.Formatter!.formatDocument(document, {
            ...params,
            options: { tabSize: 4, insertSpaces: true },
        });
        expect(edits).toEqual([]);
    });
});

describe('quick fixes', () => {
    async function fixed(text: string) {
        const { document, services, params } = await edit(text);
        const diagnostics = document.diagnostics ?? [];
        const range = { start: params.position, end: params.position };
        const context = { diagnostics };
        const actions = await services.lsp.CodeActionProvider!.getCodeActions(document, { ...params, range, context });
        const [action] = actions ?? [];
        const edits = 'edit' in action! ? Object.values(action.edit!.changes!)[0] : [];
        return { title: action?.title, text: applyEdits(document, edits) };
    }

    it('write what the message proposes', async () => {
        expect(await fixed('law mine = chinchila')).toEqual({
            title: 'Replace by chinchilla',
            text: 'law mine = chinchilla',
        });
    });

    it('write the bars of a pasted table', async () => {
        const { title, text } = await fixed('runs r {\n  N,loss\n  1e8,3.1\n  12e9,2.75\n}\n');
        expect(title).toBe('Write the bars of the table');
        expect(text).toBe('runs r {\n  | N    | loss |\n  |  1e8 |  3.1 |\n  | 12e9 | 2.75 |\n}\n');
        expect((await edit(text)).document.diagnostics).toEqual([]);
    });
});
