/** Running a bundled mocha suite inside VS Code, whichever VS Code that is: the suite reports through two files beside it. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './command.mjs';
import { TEST_FOLDER } from './host.mjs';

const TIME_LIMIT_MINUTES = 15;

/**
 * @param start begins the run and returns a promise that ends, or fails, when VS Code does.
 * @returns the counts `{ passed, failed }` and mocha's closing lines.
 */
export async function runSuite(suite, start) {
    const folder = join(TEST_FOLDER, suite);
    const output = join(folder, 'output.txt');
    const results = join(folder, 'results.json');
    for (const file of [output, results]) rmSync(file, { force: true });
    let ended;
    start({ tests: join(folder, 'index.cjs'), workspace: freshWorkspace() }).then(
        () => (ended = 'VS Code ended before the suite did'),
        (error) => (ended = error.message),
    );
    const deadline = Date.now() + TIME_LIMIT_MINUTES * 60_000;
    let printed = 0;
    for (;;) {
        const problem =
            ended ?? (Date.now() > deadline ? `the suite took more than ${TIME_LIMIT_MINUTES} minutes` : undefined);
        const finished = existsSync(results);
        const text = existsSync(output) ? readFileSync(output, 'utf8') : '';
        process.stdout.write(text.slice(printed));
        printed = text.length;
        if (finished) return JSON.parse(readFileSync(results, 'utf8'));
        if (problem) return { passed: 0, failed: 1, closing: [`  ${suite}: ${problem}`] };
        await new Promise((resolve) => setTimeout(resolve, 250));
    }
}

/** The examples, in a folder that a suite may write to. */
function freshWorkspace() {
    const workspace = mkdtempSync(join(TEST_FOLDER, 'workspace-'));
    process.once('exit', () => rmSync(workspace, { recursive: true, force: true }));
    cpSync(join(ROOT, 'examples'), workspace, { recursive: true });
    return workspace;
}
