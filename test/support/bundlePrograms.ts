/** The product's programs, bundled as they ship into a folder of their own, for tests that run them as processes. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * @param entries - source file by the program's name
 * @returns the folder with `NAME.cjs` for each
 */
export async function bundlePrograms(entries: Record<string, string>): Promise<string> {
    const outdir = await mkdtemp(path.join(tmpdir(), 'scaling-programs-'));
    await build({
        entryPoints: entries,
        outdir,
        outExtension: { '.js': '.cjs' },
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        loader: { '.scaling': 'text' },
        mainFields: ['module', 'main'],
        logLevel: 'error',
    });
    return outdir;
}
