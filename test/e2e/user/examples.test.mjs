/** A user's session: opens an example, fits, looks at both panels in three themes, hovers a row. Leaves pictures in test-results/. */
import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { ROOT } from '../../../scripts/support/command.mjs';
import { linkExtension, startHost, TEST_FOLDER } from '../../../scripts/support/host.mjs';
import { launchBrowser, openWorkbench, THEMES } from '../../../scripts/support/workbench.mjs';

const EXAMPLES = join(ROOT, 'examples');
const PICTURES = join(ROOT, 'test-results');

describe("a user's session", () => {
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

    for (const theme of ['dark', 'light', 'hc']) {
        it(`fits Cerebras-GPT and shows its curves (${theme})`, async () => {
            const workbench = await openExample('cerebras-gpt.scaling', theme);
            await workbench.runCommand('Scaling: Fit Law');
            const panel = await workbench.panel('curves');
            assert.match(await panel.locator('body').innerText(), /alpha\s+0\.\d+/);
            await photograph(workbench, `curves-${theme}`);
        });
    }

    it('shows the predicted loss in the hover of a row', async () => {
        const workbench = await openExample('cerebras-gpt.scaling', 'dark');
        assert.match(await workbench.hover('111M'), /predicted loss\s+2\.\d+/);
        await photograph(workbench, 'hover');
    });

    it('shows how to spend a budget (allocation panel)', async () => {
        const workbench = await openExample('planning.scaling', 'dark');
        await workbench.runCommand('Scaling: Show Allocation');
        const panel = await workbench.panel('allocation');
        assert.match(await panel.locator('body').innerText(), /N\s+[\d.]+B/);
        await photograph(workbench, 'allocation-dark');
    });

    it('underlines a mistake as it is typed', async () => {
        const workbench = await openExample('planning.scaling', 'light');
        await workbench.editorLine().click();
        await workbench.page.keyboard.press('Control+End');
        await workbench.page.keyboard.type('\npredict nosuchlaw(N = 1B)');
        await workbench.page.locator('.squiggly-error').first().waitFor();
        await photograph(workbench, 'mistake');
    });

    /** A VS Code of its own for each test, ended after it. */
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
        };
        const target = { folder: EXAMPLES, openFile: join(EXAMPLES, file), extension: linkExtension() };
        return openWorkbench(context, host.port, target, { theme });
    }
});

async function photograph(workbench, name) {
    await workbench.page.waitForTimeout(1500);
    await workbench.screenshot(join(PICTURES, `${name}.png`));
}
