/** What the editor says and offers about plans of the next runs. */
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, Location, TextEdit } from 'vscode-languageserver';
import { applyEdits, complete, edit, hover } from './editor.js';

const RUNS = `runs pilot {
  | N    | D     | loss  |
  | 70M  | 1.4B  | 3.562 |
  | 160M | 3.2B  | 3.118 |
  | 410M | 3.2B  | 2.961 |
  | 410M | 8.2B  | 2.796 |
  | 1B   | 8.2B  | 2.698 |
  | 1B   | 20B   | 2.588 |
  | 2.8B | 20B   | 2.497 |
}
law surface = chinchilla
fit surface to pilot { bootstrap 60 }
budget frontier { minimize surface(N, D) subject to 6 * N * D <= 1e22 FLOP }
`;

const PLAN = `${RUNS}plan next {
  narrow frontier.N
  N in {50M, 100M, 200M, 400M}
  D in 1B .. 50B
  subject to 6 * N * D <= 3e19 FLOP
  total 6 * N * D <= 1e20 FLOP
  batch 3
  against isoflop
}
`;

const at = (place: string, offset = 1) => {
    const index = PLAN.lastIndexOf(place) + offset;
    return `${PLAN.slice(0, index)}<|>${PLAN.slice(index)}`;
};

describe('a plan', () => {
    it('tells its runs where the mouse rests on its name, and in a word beside it', async () => {
        const text = await hover(at('next'));
        expect(text).toContain('plan next: narrow frontier.N');
        expect(text).toMatch(/\*\*from \S.* to \S.* with 3 runs\*\*/);
        expect(text).toMatch(/\| run \| N \| D \| cost \| expected \| 95 % interval \| outside the data \|/);
        expect(text).toMatch(/\| isoflop \| 3 \| \S+ \| \S/);
        const { document, services, params } = await edit(PLAN, { studied: true });
        const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
        const hints = await services.lsp.InlayHintProvider!.getInlayHints(document, { ...params, range });
        expect(hints?.some(({ label }) => /^from .* with 3 runs$/.test(String(label)))).toBe(true);
    });

    it('leads to the panel', async () => {
        const { document, services, params } = await edit(PLAN);
        const lenses = await services.lsp.CodeLensProvider!.provideCodeLens(document, params);
        const line = PLAN.split('\n').findIndex((text) => text.startsWith('plan next'));
        const own = lenses?.filter(({ range }) => range.start.line === line);
        expect(own?.map(({ command }) => command?.command)).toEqual(['scaling.showAllocation']);
    });

    it('tells what is chosen for a candidate, and what a design is', async () => {
        expect(await hover(at('N in {', 1))).toMatch(/Chosen in `next`\.\s+Run by run: \*\*\d+M, \d+M, \d+M\*\*/);
        expect(await hover(at('isoflop'))).toContain('Several sizes at each of a few compute budgets');
    });

    it('stands in the outline with its candidates', async () => {
        const { document, services, params } = await edit(PLAN);
        const symbols = await services.lsp.DocumentSymbolProvider!.getSymbols(document, params);
        const plan = symbols.find(({ name }: DocumentSymbol) => name === 'next');
        expect(plan?.children?.map(({ name }) => name)).toEqual(['N', 'D']);
    });

    it('follows the names of a budget and of its candidates', async () => {
        const rename = async (marked: string, newName: string) => {
            const { document, services, params } = await edit(marked);
            const { changes } = (await services.lsp.RenameProvider!.rename(document, { ...params, newName }))!;
            return applyEdits(document, Object.values<TextEdit[]>(changes!).flat());
        };
        expect(await rename(at('frontier.N'), 'best')).toBe(PLAN.replaceAll('frontier', 'best'));
        const ofPlan = await rename(at('N in {', 1), 'size');
        expect(ofPlan).toContain('  size in {50M');
        expect(ofPlan).toContain('total 6 * size * D');
        expect(ofPlan).toContain('narrow frontier.N');
        const ofBudget = await rename(at('frontier.N', 10), 'size');
        expect(ofBudget).toContain('narrow frontier.size');
        expect(ofBudget).toContain('minimize surface(size, D)');
        expect(ofBudget).toContain('  N in {50M');
        const { document, services, params } = await edit(at('frontier.N'));
        const found = (await services.lsp.DefinitionProvider!.getDefinition(document, params)) as unknown as Location[];
        expect(found).toHaveLength(1);
    });

    it('is completed', async () => {
        const inPlan = (entries: string) => complete(`${RUNS}plan next {\n  ${entries}\n}`);
        expect(await inPlan('<|>')).toEqual(
            expect.arrayContaining(['narrow', 'measure', 'subject to', 'total', 'batch', 'against']),
        );
        expect(await inPlan('narrow frontier.N\n  <|>')).not.toContain('narrow');
        expect(await inPlan('narrow <|>')).toEqual(expect.arrayContaining(['frontier', 'surface']));
        expect(await inPlan('narrow frontier.<|>')).toEqual(['D', 'N']);
        expect(await inPlan('N in {1B}\n  subject to 6 * <|>')).toContain('N');
        expect(await inPlan('against <|>')).toEqual(['isoflop', 'rays']);
        expect(await inPlan('batch <|>')).toEqual([]);
    });
});
