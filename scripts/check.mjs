/** Types, generated grammar, lint, formatting and layer rules; stops at the first that fails. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure, main, ROOT, say, tool } from './support/command.mjs';

const STEPS = [
    ['The generated grammar is up to date', checkGrammar],
    ['Types', () => tool('typescript/bin/tsc', ['-p', '.'])],
    ['Types of the panels', () => tool('typescript/bin/tsc', ['-p', 'src/webview'])],
    ['Lint', () => tool('eslint/bin/eslint.js', ['.', '--max-warnings=0'])],
    ['Formatting', () => tool('prettier/bin/prettier.cjs', ['.', '--check', '--log-level=warn'])],
    ['Layer rules', () => tool('vitest/vitest.mjs', ['run', 'test/architecture.test.ts', '--reporter=dot'])],
];

export async function check() {
    for (const [name, step] of STEPS) {
        say(`Check: ${name}`);
        await step();
    }
}

/** Generates into a folder of its own and compares. */
async function checkGrammar() {
    const { langium } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const fresh = mkdtempSync(join(tmpdir(), 'scaling-grammar-'));
    try {
        const languages = langium.languages.map((language) => ({ ...language, grammar: join(ROOT, language.grammar) }));
        const config = join(fresh, 'langium-config.json');
        writeFileSync(config, JSON.stringify({ ...langium, languages, out: 'generated' }));
        await tool('langium-cli/bin/langium.js', ['generate', '--file', config]);
        const committed = join(ROOT, langium.out);
        for (const file of readdirSync(join(fresh, 'generated'))) {
            if (textOf(join(committed, file)) === textOf(join(fresh, 'generated', file))) continue;
            throw new Failure(`${langium.out}/${file} does not fit the grammar any more: run "npm run generate".`);
        }
    } finally {
        rmSync(fresh, { recursive: true });
    }
}

function textOf(file) {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

await main(import.meta.url, check);
