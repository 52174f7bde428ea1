/** Bundles what ships into dist/ (esbuild). Options: --watch, --production (minified, no source maps), --suite (the tests for VS Code). */
import { statSync } from 'node:fs';
import { Failure, main, ROOT, say } from './support/command.mjs';

const NODE_ENTRIES = {
    extension: 'extension/main.ts',
    server: 'server/main.ts',
    worker: 'server/worker.ts',
    cli: 'cli/main.ts',
};
const PANEL_ENTRIES = { curves: 'webview/curves/main.ts', allocation: 'webview/allocation/main.ts' };
const SUITES = ['suite', 'packaged'];

/** @returns the bundles' sizes in bytes by file. */
export async function build({ production = false } = {}) {
    return sizesOf(await bundleAll(productOptions(production)));
}

/** Bundles each mocha suite of test/e2e into .vscode-test/<suite>/, the runner beside it. */
export async function buildSuites() {
    await bundleAll(SUITES.map(suiteOptions));
}

/** @throws Failure when a source does not compile; esbuild has then printed where and why. */
async function bundleAll(options) {
    const { build: bundle } = await import('esbuild');
    try {
        return await Promise.all(options.map((each) => bundle(each)));
    } catch (error) {
        throw new Failure(`The bundles could not be built: ${error.message.split('\n')[0]}`);
    }
}

async function watch() {
    const { context } = await import('esbuild');
    for (const options of productOptions(false)) await (await context({ ...options, logLevel: 'info' })).watch();
    say('Watching for changes (Ctrl+C ends it)');
}

function productOptions(production) {
    const shared = {
        bundle: true,
        absWorkingDir: ROOT,
        loader: { '.scaling': 'text' },
        metafile: true,
        minify: production,
        sourcemap: !production,
    };
    const node = {
        ...shared,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        outdir: 'dist',
        outExtension: { '.js': '.cjs' },
    };
    return [
        // Some packages' CommonJS builds hide their requires from a bundler: prefer the module builds.
        { ...node, entryPoints: sources(NODE_ENTRIES), external: ['vscode'], mainFields: ['module', 'main'] },
        {
            ...shared,
            platform: 'browser',
            target: 'es2022',
            format: 'iife',
            outdir: 'dist/webview',
            entryPoints: sources(PANEL_ENTRIES),
        },
    ];
}

function suiteOptions(suite) {
    return {
        entryPoints: { index: 'test/e2e/index.ts', [`${suite}.test`]: `test/e2e/${suite}/index.ts` },
        outdir: `.vscode-test/${suite}`,
        outExtension: { '.js': '.cjs' },
        absWorkingDir: ROOT,
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        sourcemap: 'inline',
        external: ['vscode', 'mocha'],
    };
}

function sources(entries) {
    return Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, `src/${file}`]));
}

function sizesOf(results) {
    const files = results
        .flatMap(({ metafile }) => Object.keys(metafile.outputs))
        .filter((file) => !file.endsWith('.map'));
    return Object.fromEntries(files.map((file) => [file, statSync(`${ROOT}/${file}`).size]));
}

await main(import.meta.url, async () => {
    if (process.argv.includes('--watch')) return watch();
    if (process.argv.includes('--suite')) return buildSuites();
    const sizes = await build({ production: process.argv.includes('--production') });
    for (const [file, bytes] of Object.entries(sizes)) say(`${file}  ${Math.round(bytes / 1024)} kB`);
});
