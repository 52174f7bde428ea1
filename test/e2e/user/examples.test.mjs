/** A user's session: opens an example, fits, looks at both panels in three themes, hovers a row. Leaves pictures in test-results/. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { sessions } from './sessions.mjs';

describe("a user's session", () => {
    const { openExample, photograph } = sessions();

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
});
