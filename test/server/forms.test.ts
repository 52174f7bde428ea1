/** Indices, lists, equations and other laws' parameters in the editor. */
import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { accept, applyEdits, complete, edit, hover } from './editor.js';

const LAW = `law f(N) = sum(gamma[x] * N for x in {w, a}) + gamma[w] with "p" {
  gamma_w in 0 .. 9
  preset "p" { gamma_w = 1 gamma_a = 2 }
}
`;

async function rename(marked: string, newName: string): Promise<string> {
    const { document, services, params } = await edit(marked);
    const renamed = await services.lsp.RenameProvider!.rename(document, { ...params, newName });
    return applyEdits(document, Object.values<TextEdit[]>(renamed!.changes!).flat());
}

async function definition(marked: string): Promise<string[]> {
    const { document, services, params } = await edit(marked);
    const links = (await services.lsp.DefinitionProvider!.getDefinition(document, params)) ?? [];
    return links.map(({ targetRange: { start } }) => `${start.line}:${start.character}`);
}

describe('completion', () => {
    it('offers the parameters of a law after its dot', async () => {
        expect(await complete('predict chinchilla.<|>')).toEqual(['A', 'B', 'E', 'alpha', 'beta']);
        expect(await accept('predict chinchilla.al<|> * 2', 'alpha')).toBe('predict chinchilla.alpha * 2');
        expect(await complete(`${LAW}law g = chinchilla {\n  alpha = f.<|>\n}`)).toEqual(['gamma_a', 'gamma_w']);
        expect(await complete('predict chinchilla(dataset = "c4").<|>')).toEqual(['A', 'B', 'E', 'alpha', 'beta']);
        expect(await complete('predict nothing.<|>')).toEqual([]);
        expect(await complete('predict (1).<|>')).toEqual([]);
        expect(await complete('budget b {\n  minimize x\n  x in 1 .<|>\n}')).toEqual([]);
    });

    it('goes on with `for` after an operand, and offers nothing after it', async () => {
        expect(await complete('law f(N) = sum(g[x] <|>')).toEqual(['for']);
        expect(await complete('law f(N) = max(N <|>')).toEqual([]);
        for (const after of ['for <|>', 'for x in <|>', 'for x in {w, <|>', 'for x in {w} <|>', 'for x in 1 .. <|>']) {
            expect(await complete(`law f(N) = { return sum(g[x] ${after}`)).toEqual([]);
        }
        expect(await complete('law f(N) = { let a = sum(g[x] for x in {w})\n  <|>')).toEqual(['let', 'return']);
        expect(await complete('law f(N) = g[<|>')).toEqual([]);
    });

    it('writes the brackets of calls that take more than operands', async () => {
        expect(await accept('predict sol<|>', 'solve')).toBe(
            'predict solve($4 == $5 for ${1:x} in ${2:lower} .. ${3:upper})',
        );
    });
});

describe('rename', () => {
    it('of a name with an index renames all that it stands for', async () => {
        expect(await rename(LAW.replace('gamma[x]', 'gam<|>ma[x]'), 'g')).toBe(LAW.replaceAll('gamma', 'g'));
    });

    it('of an item is refused, and says what to rename', async () => {
        await expect(rename(LAW.replace('gamma_w in', 'gamma<|>_w in'), 'g')).rejects.toThrow(/rename “gamma” there/);
    });

    it('of what a `for` binds stays in its operand', async () => {
        expect(await rename('law f(x) = x + sum(<|>x * c[x] for x in 1 .. 2)\n', 'i')).toBe(
            'law f(x) = x + sum(i * c[i] for i in 1 .. 2)\n',
        );
        expect(await rename('law f(x<|>) = x + solve(x == 2 for x in 1 .. 3)\n', 'N')).toBe(
            'law f(N) = N + solve(x == 2 for x in 1 .. 3)\n',
        );
    });

    it('of a parameter reaches other laws that name it', async () => {
        expect(await rename('law f(N) = k * N\nlaw g(N) = f.k * f(N) { }\npredict f.<|>k\n', 'c')).toBe(
            'law f(N) = c * N\nlaw g(N) = f.c * f(N) { }\npredict f.c\n',
        );
        expect(await rename('law f(N) = k * N\npredict <|>f.k\n', 'h')).toBe('law h(N) = k * N\npredict h.k\n');
    });
});

describe('definition and hover', () => {
    it('lead to the formula', async () => {
        expect(await definition(LAW.replace('gamma_a = 2', 'gamma<|>_a = 2'))).toEqual(['0:15']);
        expect(await definition(LAW.replace('gamma[w]', 'gamma<|>[w]'))).toEqual(['0:15']);
        expect(await definition(LAW.replace('gamma[x]', 'gamma[<|>x]'))).toEqual(['0:32']);
        expect(await definition(`${LAW}predict f.gamma<|>_w`)).toEqual(['0:15']);
    });

    it('tell what a name is', async () => {
        expect(await hover(`${LAW}predict f.gamma<|>_w`)).toContain('Parameter of `f`');
        expect(await hover('predict sol<|>ve(x == 2 for x in 1 .. 3)')).toContain(
            'solve(left == right for x in lower .. upper)',
        );
        expect(await hover('predict solve(x<|> == 2 for x in 1 .. 3)')).toContain('for x in 1 .. 3');
    });
});

describe('signature help', () => {
    it('shows a call that goes over a list as one operand', async () => {
        const { document, services, params } = await edit('law f(N) = sum(c[i] <|>');
        const help = await services.lsp.SignatureHelp!.provideSignatureHelp(document, params);
        expect(help!.signatures[0].parameters).toHaveLength(1);
        expect(help!.activeParameter).toBe(0);
    });
});
