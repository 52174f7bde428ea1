/** A spec that is being typed: whatever word is missing, the study answers, says what is wrong, and never throws. */
import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { studyOf } from './studyOf.js';

const FOLDER = new URL('../../examples/', import.meta.url);
const EDITS_PER_FILE = 40;

function withoutEach(text: string): string[] {
    const words = [...text.matchAll(/^\s*\/\/.*$|"[^"\n]*"|\w+|[^\s\w]/gm)].filter(
        ([word]) => !word.trimStart().startsWith('//'),
    );
    const step = Math.max(1, Math.floor(words.length / EDITS_PER_FILE));
    return words
        .filter((_, index) => index % step === 0)
        .map(({ 0: word, index }) => text.slice(0, index) + text.slice(index + word.length));
}

describe('an example with one word taken out', async () => {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.scaling'));
    const csv = await readFile(new URL('surface.csv', FOLDER), 'utf8');

    it.each(names)('%s', async (name) => {
        const text = (await readFile(new URL(name, FOLDER), 'utf8'))
            .replaceAll(/^fit [^{\n]*\{/gm, '$&\n  bootstrap 0')
            .replaceAll(/^ *for .*$/gm, '');
        for (const edited of withoutEach(text)) {
            const report = await studyOf(edited, { 'surface.csv': csv });
            expect(JSON.stringify(report)).not.toMatch(/NaN|undefined/);
            for (const { message } of report.diagnostics) expect(message).not.toBe('');
        }
    });

    it('keeps what stands around the damage', async () => {
        const text = 'law f(x) = x\npredict f(1)\nbudget b {\n  minimize f(x\n  subject to x >= 2\n}\npredict f(3)\n';
        const { predictions } = await studyOf(text);
        expect(predictions.map(({ estimate }) => estimate)).toEqual([1, 3]);
    });
});
