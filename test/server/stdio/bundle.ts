/** The server's two bundles as they ship, made anew into a folder of their own. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** @returns the folder with `server.cjs` and `worker.cjs`. */
export async function bundleServer(): Promise<string> {
    const outdir = await mkdtemp(join(tmpdir(), 'scaling-server-'));
    await build({
        entryPoints: { server: 'src/server/main.ts', worker: 'src/server/worker.ts' },
        outdir,
        outExtension: { '.js': '.cjs' },
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        loader: { '.scaling': 'text' },
        mainFields: ['module', 'main'],
        logLevel: 'silent',
    });
    return outdir;
}
