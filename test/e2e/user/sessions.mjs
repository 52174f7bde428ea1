/** Sessions of a user: for each test a VS Code of its own with an example open, ended after the test. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before } from 'mocha';
import { ROOT } from '../../../scripts/support/command.mjs';
import { linkExtension, startHost, TEST_FOLDER, workbenchUrl } from '../../../scripts/support/host.mjs';
import { launchBrowser, openWorkbench, THEMES } from '../../../scripts/support/workbench.mjs';

export const EXAMPLES = join(ROOT, 'examples');
export const PICTURES = join(ROOT, 'test-results');

/** To be called inside `describe`. */
export function sessions() {
    let browser;
    let session;

    before(async () => {
        mkdirSync(PICTURES, { recursive: true });
        browser = await launchBrowser();
    });

    afterEach(async () => {
        await session?.close();
        session = undefined;
    });

    after(() => browser?.close());

    async function openExample(file, theme) {
        const dataFolder = mkdtempSync(join(TEST_FOLDER, 'user-'));
        const settings = { 'workbench.colorTheme': THEMES[theme].name, 'files.autoSave': 'off' };
        const host = await startHost({ dataFolder, settings });
        const context = await browser.newContext();
        session = {
            async close() {
                await context.close();
                host.close();
                rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
            },
            /** The folder alone: VS Code restores what was open. */
            folderUrl: workbenchUrl(host.port, { folder: EXAMPLES, extension: linkExtension() }),
        };
        const target = { folder: EXAMPLES, openFile: join(EXAMPLES, file), extension: linkExtension() };
        return openWorkbench(context, host.port, target, { theme });
    }

    return { openExample, photograph, folderUrl: () => session.folderUrl };
}

async function photograph(workbench, name) {
    await workbench.page.waitForTimeout(1500);
    await workbench.screenshot(join(PICTURES, `${name}.png`));
}
