import { describe, expect, it } from 'vitest';
import { edit, type EditorOptions } from './editor.js';
import { BOOTSTRAPPED, ISOFLOPS, POWER } from './fixtures.js';

const ALL = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** Each hint after the text of its line up to where it stands. */
async function hints(text: string, options: EditorOptions = { studied: true }) {
    const { document, services, params } = await edit(text, options);
    const found = await services.lsp.InlayHintProvider!.getInlayHints(document, { ...params, range: ALL });
    return (found ?? []).map(({ position, label }) => {
        const start = { line: position.line, character: 0 };
        return `${document.textDocument.getText({ start, end: position }).trim()} ${String(label)}`;
    });
}

describe('inlay hints', () => {
    it('stand beside each row, fit, prediction and budget', async () => {
        expect(await hints(POWER)).toEqual([
            '| 1   | 10 | → 10',
            '| 4   | 6 | → 6',
            '| 16  | 4 | → 4',
            '| 64  | 3 | → 3',
            '| 256 | 2.5 | → 2.5',
            '| 400 | 9 | not used: left out by where N < 300',
            'predict power(N = 1024) = 2.25',
            'budget cheapest N 64',
            'E in 0 .. 5 → 2',
            'A in 0 .. 100 → 8',
            'alpha in 0 .. 2 → 0.5',
            'fit power to pilot E 2, A 8, alpha 0.5',
        ]);
    });

    it('stand beside what an answer is compared with', async () => {
        const text = POWER.replace('power(N) <= 3\n', 'power(N) <= 3\n  against N == 128\n  against N == 32\n');
        const shown = (await hints(text)).filter((hint) => hint.startsWith('against'));
        expect(shown).toEqual(['against N == 128 100 % worse', 'against N == 32 50 % better, beyond the limits']);
    });

    it('say of which budget a row is, and whether its minimum is used', async () => {
        const found = await hints(ISOFLOPS);
        expect(found.filter((hint) => hint.startsWith('|'))).toEqual([
            expect.stringMatching(/^\| 1e19 \| 100M .* 1e19 FLOP: N\* 2\d\dM$/),
            ...Array(7).fill(expect.stringMatching(/ 1e(19|20) FLOP: N\* \d+M$/)),
            '| 1e21 | 1B   | 2.45  | 1e21 FLOP: not used',
            '| 1e21 | 2B   | 2.44  | 1e21 FLOP: not used',
        ]);
    });

    it('give intervals where they are known', async () => {
        const found = await hints(BOOTSTRAPPED);
        expect(found.find((hint) => hint.startsWith('predict'))).toMatch(/= [\d.]+ \[[\d.]+, [\d.]+\]$/);
    });

    it('are none before the first answer', async () => {
        expect(await hints(POWER, {})).toEqual([]);
    });

    it('are only those of the range that is asked for', async () => {
        const { document, services, params } = await edit(POWER, { studied: true });
        const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
        expect(await services.lsp.InlayHintProvider!.getInlayHints(document, { ...params, range })).toHaveLength(2);
    });
});

describe('code lenses', () => {
    async function lenses(options: EditorOptions) {
        const { document, services, params } = await edit(POWER, options);
        const found = await services.lsp.CodeLensProvider!.provideCodeLens(document, params);
        return (found ?? []).map(
            ({ range, command }) =>
                `${range.start.line} ${command!.title} ${command!.command} ${command!.arguments![0]}`,
        );
    }

    it('offer the commands of each statement, and say the result', async () => {
        const uri = 'file:///specs/spec.scaling';
        expect(await lenses({})).toEqual([
            `13 Fit law scaling.fitLaw ${uri}`,
            `13 Show curves scaling.showCurves ${uri}`,
            `19 Fit law scaling.fitLaw ${uri}`,
            `19 Show curves scaling.showCurves ${uri}`,
            `25 Show allocation scaling.showAllocation ${uri}`,
        ]);
        expect((await lenses({ studied: true }))[2]).toBe(
            `19 Fit law: E 2, A 8, alpha 0.5 (5 rows) scaling.fitLaw ${uri}`,
        );
    });
});
