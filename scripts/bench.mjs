/**
 * Builds for production, bundles test/bench and runs it: prints the table of benchmarks. `npm run bench -- redraw` measures in a real
 * VS Code instead.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Failure, main, ROOT, run, say } from './support/command.mjs';
import { ensureInstalled } from './support/install.mjs';

await main(import.meta.url, async () => {
    const entry = join(ROOT, 'test', 'bench', 'main.ts');
    if (!existsSync(entry)) throw new Failure('test/bench/main.ts is missing.');
    await ensureInstalled();
    say('Building');
    await build({ production: true });
    if (process.argv.includes('redraw')) {
        const { redraws } = await import('../test/bench/redraw.mjs');
        for (const [what, times] of Object.entries(await redraws()))
            say(`${what}: ${times.map(Math.round).join(', ')} ms`);
        process.exit(0);
    }
    const { build: bundle } = await import('esbuild');
    const outfile = join(ROOT, '.vscode-test', 'bench', 'main.mjs');
    await bundle({
        entryPoints: [entry],
        outfile,
        bundle: true,
        platform: 'node',
        format: 'esm',
        mainFields: ['module', 'main'],
        loader: { '.scaling': 'text' },
        // Packages in CommonJS keep their requires, which a module does not know by itself.
        banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    await run(process.execPath, [outfile, ...process.argv.slice(2)]);
});
