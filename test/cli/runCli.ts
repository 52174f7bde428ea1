/** The command line as users run it: bundled, in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

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
    const home = await mkdtemp(path.join(tmpdir(), 'scaling-cli-'));
    const program = path.join(home, 'cli.cjs');
    await build({
        entryPoints: [path.join(ROOT, 'src/cli/main.ts')],
        outfile: program,
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        loader: { '.scaling': 'text' },
        mainFields: ['module', 'main'],
        logLevel: 'error',
    });
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
