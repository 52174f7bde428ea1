/** Whatever is typed: the checks never fail, each problem has a place in the text, and there are not more of them than words. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { buildSpecs, clearSpecs, specServices } from '../support/specs.js';
import { CORPUS } from './corpus.js';

const services = await specServices();

const words = CORPUS.flatMap(({ text }) => services.parser.Lexer.tokenize(text).tokens.map(({ image }) => image));
const lines = CORPUS.flatMap(({ text }) => text.split('\n'));
const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    { weight: 3, arbitrary: fc.constantFrom(...lines).map((line) => `\n${line}\n`) },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.constantFrom('\n', '"', '|', '/*', '//', '(', '{', '}', '3x', '≤') },
);

test('specs made of pieces of specs', async () => {
    const failures = vi.spyOn(console, 'error').mockImplementation(() => {});
    await fc.assert(
        fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (parts) => {
            const text = parts.join(' ');
            const [document] = await buildSpecs(services, { 'spec.scaling': text });
            clearSpecs(services);
            expect(failures).not.toHaveBeenCalled();
            for (const { range, message } of document.diagnostics ?? []) {
                expect(message).not.toMatch(/undefined|NaN|\[object/);
                const { start, end } = range;
                expect(document.textDocument.offsetAt(start)).toBeLessThanOrEqual(document.textDocument.offsetAt(end));
            }
            expect(document.diagnostics!.length).toBeLessThanOrEqual(3 * text.split(/\s+/).length);
        }),
        { numRuns: 300, seed: 1 },
    );
    failures.mockRestore();
});

test('long sums and deep brackets', async () => {
    const sum = Array.from({ length: 300 }, (_, index) => `p${index} * x`).join(' + ');
    const brackets = `${'('.repeat(150)}x${')'.repeat(150)}`;
    const [document] = await buildSpecs(services, {
        'spec.scaling': `law f(x) = ${sum}\nlaw g(x) = ${brackets}\npredict f(1) + g(2)\n`,
    });
    clearSpecs(services);
    expect(document.diagnostics).toEqual([]);
});
