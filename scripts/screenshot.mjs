/**
 * Photographs an example in VS Code, to look at one's work:
 *
 *     node scripts/screenshot.mjs examples/cerebras-gpt.scaling --theme light --command "Scaling: Show Curves" --out curves.png
 *
 * --theme dark|light|hc|hc-light (several: one picture each, the theme added to the name), --command TITLE (may be repeated),
 * --hover TEXT (rests the mouse on it), --width, --height, --wait MILLISECONDS after the last step, --no-build.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { Failure, main, say } from './support/command.mjs';
import { linkExtension, startHost, TEST_FOLDER } from './support/host.mjs';
import { launchBrowser, openWorkbench, THEMES } from './support/workbench.mjs';

const OPTIONS = {
    theme: { type: 'string', multiple: true, default: ['dark'] },
    command: { type: 'string', multiple: true, default: [] },
    hover: { type: 'string' },
    out: { type: 'string', default: 'test-results/screenshot.png' },
    width: { type: 'string', default: '1400' },
    height: { type: 'string', default: '900' },
    wait: { type: 'string', default: '1500' },
    'no-build': { type: 'boolean', default: false },
};

/** The commands after which a chart is waited for. */
const PANELS = {
    'Scaling: Fit Law': 'curves',
    'Scaling: Show Curves': 'curves',
    'Scaling: Show Allocation': 'allocation',
};

await main(import.meta.url, async () => {
    const { values: options, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    if (positionals.length !== 1)
        throw new Failure('Name one file to open, for example examples/cerebras-gpt.scaling.');
    if (!options['no-build']) await build();
    const browser = await launchBrowser();
    try {
        for (const theme of options.theme) {
            const out = options.theme.length > 1 ? withSuffix(options.out, theme) : options.out;
            await photograph(browser, resolve(positionals[0]), theme, { ...options, out });
            say(out);
        }
    } finally {
        await browser.close();
    }
    process.exit(0);
});

async function photograph(browser, file, theme, { command, hover, out, width, height, wait }) {
    if (!(theme in THEMES)) throw new Failure(`--theme ${theme}: choose from ${Object.keys(THEMES).join(', ')}.`);
    mkdirSync(dirname(resolve(out)), { recursive: true });
    const dataFolder = mkdtempSync(join(TEST_FOLDER, 'screenshot-'));
    const host = await startHost({ dataFolder, settings: { 'workbench.colorTheme': THEMES[theme].name } });
    const target = { folder: dirname(file), openFile: file, extension: linkExtension() };
    const viewport = { width: Number(width), height: Number(height) };
    const workbench = await openWorkbench(browser, host.port, target, { theme, viewport });
    try {
        for (const title of command) {
            await workbench.runCommand(title);
            if (title in PANELS) await workbench.panel(PANELS[title]);
        }
        if (hover) await workbench.hover(hover);
        await workbench.page.waitForTimeout(Number(wait));
    } finally {
        // Taken after a failure, too: it shows why.
        await workbench.screenshot(out);
        await workbench.page.close();
        host.close();
        rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
    }
}

function withSuffix(file, suffix) {
    const ending = extname(file);
    return `${file.slice(0, file.length - ending.length)}-${suffix}${ending}`;
}
