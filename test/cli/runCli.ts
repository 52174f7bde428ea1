/** The command line as users run it: bundled, in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundlePrograms } from '../support/bundlePrograms.js';

export interface Outcome {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

export interface Cli {
    /** A folder for the test's files, the working folder of the command. */
    readonly folder: string;
    write(name: string, content: string): Promise<void>;
    run(...words: string[]): Promise<Outcome>;
    remove(): Promise<void>;
}

export async function bundleCli(): Promise<Cli> {
    const home = await bundlePrograms({ cli: 'src/cli/main.ts' });
    const program = path.join(home, 'cli.cjs');
    const folder = await mkdtemp(path.join(home, 'specs-'));
    return {
        folder,
        write: (name, content) => writeFile(path.join(folder, name), content),
        run: (...words) =>
            new Promise((resolve) => {
                execFile(process.execPath, [program, ...words], { cwd: folder }, (error, stdout, stderr) => {
                    resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
                });
            }),
        remove: () => rm(home, { recursive: true, force: true }),
    };
}
