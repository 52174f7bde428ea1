/** The TextMate grammar colours before the server has started; what it repeats of the language must agree with it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { STATEMENT_KEYWORDS, ENTRY_KEYWORDS } from '../../src/language/tokens/blocks.js';
import { UNIT_NAMES } from '../../src/quantity/units.js';

interface Rule {
    readonly match?: string;
    readonly begin?: string;
    readonly end?: string;
    readonly patterns?: readonly Rule[];
}

const path = fileURLToPath(new URL('../../syntaxes/scaling.tmLanguage.json', import.meta.url));
const { repository } = JSON.parse(readFileSync(path, 'utf8')) as { repository: Readonly<Record<string, Rule>> };

function expressionsOf(rule: Rule): string[] {
    const own = [rule.match, rule.begin, rule.end].filter((text) => text !== undefined);
    return [...own, ...(rule.patterns ?? []).flatMap(expressionsOf)];
}

test('its expressions are well formed', () => {
    for (const text of Object.values(repository).flatMap(expressionsOf)) {
        expect(() => new RegExp(text), text).not.toThrow();
    }
});

test('a number has every unit of the language, and no other word', () => {
    const [number] = expressionsOf(repository.numbers);
    for (const unit of UNIT_NAMES) expect(new RegExp(number).exec(`1.5e3B ${unit} + 1`)?.[3], unit).toBe(unit);
    for (const word of ['loss', 'tokenss', 'GPU-weeks'])
        expect(new RegExp(number).exec(`1 ${word}`)?.[3]).toBeUndefined();
});

test('against is a keyword where it begins something, and a name elsewhere', () => {
    const keywords = Object.values(repository)
        .flatMap(expressionsOf)
        .filter((text) => text.includes('against'));
    const isKeyword = (line: string) => keywords.some((text) => /against/.test(new RegExp(text).exec(line)?.[0] ?? ''));
    for (const line of ['against "rule" D == N', 'against N == 1', 'against minimize f(N)']) {
        expect(isKeyword(line), line).toBe(true);
    }
    for (const line of ['against <= 3', 'against in 1 .. 2', 'against * N']) expect(isKeyword(line), line).toBe(false);
});

test('every keyword that begins something is one', () => {
    const text = JSON.stringify(repository);
    for (const word of [...STATEMENT_KEYWORDS, ...Object.keys(ENTRY_KEYWORDS)]) expect(text).toContain(word);
});
