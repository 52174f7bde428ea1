/** `scaling laws`, and the page that it makes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueMarkdown } from '../../src/cli/lawsMarkdown.js';
import { firstSentence, lawCatalogue, lawsAbout } from '../../src/language/catalogue.js';

const catalogue = lawCatalogue();

describe('the law catalogue', () => {
    it('is docs/laws.md: run `npm run generate` after a change of the library', () => {
        const page = readFileSync(new URL('../../docs/laws.md', import.meta.url), 'utf8');
        expect(page.replaceAll('\r\n', '\n')).toBe(catalogueMarkdown(catalogue));
    });

    it('finds laws by words of their names, texts and presets, names first', () => {
        const about = (...words: string[]): string[] => lawsAbout(catalogue, words).map(({ name }) => name);
        expect(about('chinchilla')[0]).toMatch(/^chinchilla/);
        expect(about('Besiroglu')).toContain('chinchilla');
        expect(about('critical', 'batch')[0]).toBe('critical_batch');
        expect(about('no such thing')).toEqual([]);
    });

    it('tells each law in a sentence of a line', () => {
        for (const { name, documentation } of catalogue) {
            expect(firstSentence(documentation), name).toMatch(/^[A-Z].{15,150}\.$/);
        }
    });

    it('cuts a long sentence at its colon, and a short one not', () => {
        expect(firstSentence('Loss of a model: it falls.\nMore.')).toBe('Loss of a model: it falls.');
        const long = `Loss of a model of N parameters on D tokens: ${'it falls and '.repeat(8)}falls.`;
        expect(firstSentence(long)).toBe('Loss of a model of N parameters on D tokens.');
    });
});
