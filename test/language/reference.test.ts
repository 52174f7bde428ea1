/** The examples of the reference, right ones without an error and wrong ones with those that stand under them; and the law library. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LIBRARY } from '../../src/laws/index.js';
import { FUNCTIONS } from '../../src/language/functions.js';
import { UNIT_NAMES } from '../../src/quantity/units.js';
import { checkDiagnostics } from '../support/markers.js';

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string) => readFileSync(pathOf(path), 'utf8');
const reference = read('docs/language.md');
const examples = [...reference.matchAll(/^```scaling( error)?\n([\s\S]*?)^```$/gm)].map(([, error, text]) => ({
    text,
    isWrong: error !== undefined,
    title: text.split('\n').find((line) => /^(runs|schedule|law|fit|budget|predict)/.test(line)),
}));

describe('docs/language.md', () => {
    test('has examples of both kinds', () => {
        expect(examples.filter(({ isWrong }) => !isWrong).length).toBeGreaterThan(5);
        expect(examples.filter(({ isWrong }) => isWrong).length).toBeGreaterThan(1);
    });

    test.each(examples)('$title', async ({ text, isWrong }) => {
        expect(/\^ (error|warning)/.test(text)).toBe(isWrong);
        await checkDiagnostics(text);
    });

    test('names every function', () => {
        for (const name of Object.keys(FUNCTIONS)) expect(reference).toContain(`\`${name}\``);
    });

    test('shows a unit of every family', () => {
        const shown = new Set([...reference.matchAll(/`([A-Za-z][A-Za-z/-]*)`/g)].map(([, name]) => name));
        const families = [
            'params',
            'tokens',
            'FLOP',
            'PFLOP-days',
            'FLOP/s',
            'FLOP/s/GPU',
            'hours',
            'GPU-hours',
            'USD',
            'USD/GPU-hour',
        ];
        for (const name of families) {
            expect(UNIT_NAMES).toContain(name);
            expect(shown).toContain(name);
        }
    });

    test('lists the code of every check, and no other', () => {
        const folder = 'src/language/checks';
        const code = readdirSync(pathOf(folder))
            .map((file) => read(`${folder}/${file}`))
            .join('\n');
        const used = new Set(
            [
                ...code.matchAll(
                    /'(?:error|warning|info|hint)',\s*'([a-z-]+)'|isConvention \? 'warning' : 'error', '([a-z-]+)'/g,
                ),
            ].map((match) => match[1] ?? match[2]),
        );
        const table = reference.slice(reference.indexOf('| code |')).split('\n\n')[0];
        const listed = new Set([...table.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name));
        expect([...listed].sort()).toEqual([...used].sort());
    });
});

describe('the law library', () => {
    test.each(LIBRARY)('$name checks clean', async ({ text }) => {
        await checkDiagnostics(text);
    });
});
