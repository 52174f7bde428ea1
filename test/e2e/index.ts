/**
 * Entry point of a mocha suite inside VS Code: runs the `*.test.cjs` bundled beside this file. What mocha prints goes to
 * `output.txt` and the counts to `results.json`, since a VS Code in a browser has no terminal to print to.
 */
import { appendFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

export async function run(): Promise<void> {
    const printed: string[] = [];
    Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
        const line = format(...parts);
        printed.push(...line.split('\n'));
        appendFileSync(join(__dirname, 'output.txt'), `${line}\n`);
    };
    const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, reporter: 'spec', color: false });
    for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'))) {
        mocha.addFile(join(__dirname, file));
    }
    const stats = await finished(mocha);
    const closing = printed.filter((line) => /^\s*\d+ (passing|failing|pending)/.test(line));
    writeResults({ passed: stats.passes, failed: stats.failures, closing });
    if (stats.failures > 0) throw new Error(`${stats.failures} tests failed.`);
}

function finished(mocha: Mocha): Promise<Mocha.Stats> {
    return new Promise((resolve) => {
        const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
    });
}

/** Written whole, or not at all: another process waits for this file. */
function writeResults(results: { passed: number; failed: number; closing: string[] }): void {
    const file = join(__dirname, 'results.json');
    writeFileSync(`${file}.part`, JSON.stringify(results));
    renameSync(`${file}.part`, file);
}
