/**
 * All tests, from nothing: installs what is missing, builds, checks, runs the unit tests, the suite inside a real VS Code, a user's
 * session in it, and one scenario on the packaged extension. Options: --unit (no VS Code), --e2e (nothing else).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { Failure, main, ROOT, say, tool } from './support/command.mjs';
import { ensureInstalled } from './support/install.mjs';

const RESULTS = join(ROOT, 'test-results');

await main(import.meta.url, async () => {
    const { values: only } = parseArgs({ options: { unit: { type: 'boolean' }, e2e: { type: 'boolean' } } });
    mkdirSync(RESULTS, { recursive: true });
    const outcomes = [];
    try {
        await ensureInstalled();
        const { build, buildSuites } = await import('./build.mjs');
        say('Building');
        await Promise.all([build(), buildSuites()]);
        if (!only.e2e) outcomes.push(...(await checkAndUnitTests()));
        if (!only.unit) await endToEnd(outcomes);
    } catch (error) {
        console.error(error instanceof Failure ? `✗ ${error.message}` : error);
        outcomes.push({ passed: 0, failed: 1, closing: [`  ${error.message}`] });
    }
    report(outcomes);
});

async function checkAndUnitTests() {
    const { check } = await import('./check.mjs');
    await check();
    say('Unit tests');
    const json = join(RESULTS, 'vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`];
    rmSync(json, { force: true });
    let broken;
    const output = await tool('vitest/vitest.mjs', ['run', ...reporters], { capture: true }).catch((error) => {
        broken = error;
        return error.output;
    });
    if (!existsSync(json)) throw new Failure(`The unit tests were broken off: ${broken?.message ?? 'no results'}`);
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(json, 'utf8'));
    // A file that cannot even be loaded holds no test that could fail.
    const unloadable = testResults.filter(
        ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    const closing = output
        .split('\n')
        .filter((line) => /^\s*(Test Files|Tests|Duration)\s/.test(stripVTControlCharacters(line)));
    const failed = numFailedTests + unloadable.length;
    // An error outside of all tests fails the run, too.
    return [{ passed: numPassedTests, failed: failed === 0 && broken ? 1 : failed, closing }];
}

async function endToEnd(outcomes) {
    const { linkExtension } = await import('./support/host.mjs');
    const { openVSCode } = await import('./support/vscode.mjs');
    const { packageExtension } = await import('./package.mjs');
    const vscode = await openVSCode();
    try {
        say(`The extension in ${vscode.name}`);
        outcomes.push(await vscode.runSuite('suite', linkExtension()));
        if (vscode.hasPage) outcomes.push(await userSessions());
        say(`The packaged extension in ${vscode.name}`);
        await vscode.installExtension(await packageExtension());
        outcomes.push(await vscode.runSuite('packaged', join(ROOT, 'test', 'e2e', 'packaged')));
    } finally {
        await vscode.close();
    }
}

/** Drives VS Code's page as a user does: mocha in this process, pictures in test-results/. */
async function userSessions() {
    say("A user's session, with screenshots in test-results/");
    const { default: Mocha } = await import('mocha');
    const mocha = new Mocha({ timeout: 300_000 });
    const folder = join(ROOT, 'test', 'e2e', 'user');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.mjs')))
        mocha.addFile(join(folder, file));
    await mocha.loadFilesAsync();
    const { stats } = await new Promise((resolve) => {
        const runner = mocha.run(() => resolve(runner));
    });
    const closing = [`  ${stats.passes} passing (${Math.round(stats.duration / 1000)}s)`];
    if (stats.failures > 0) closing.push(`  ${stats.failures} failing`);
    return { passed: stats.passes, failed: stats.failures, closing };
}

/** The runners' closing lines once more, and the sum of all. */
function report(outcomes) {
    const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
    console.log();
    for (const { closing } of outcomes) console.log(closing.join('\n'));
    console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
    process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
}
