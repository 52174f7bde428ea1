/** What the panels and the server do while a user works: follow, point both ways, come back. */
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { until } from '../../../scripts/support/workbench.mjs';
import { EXAMPLES, PICTURES, sessions } from './sessions.mjs';

describe('while a user works', () => {
    const { openExample, photograph, folderUrl } = sessions();

    it('panel and editor point at each other, and the panel follows the text', async () => {
        const workbench = await openExample('cerebras-gpt.scaling', 'light');
        const { rows, lit } = await showTable(workbench);
        await rows.filter({ hasText: '2.181' }).getByRole('button').click();
        await until('the editor shows the row', () => isCursorOn(workbench, 'cerebras-gpt.scaling', '2.181'));
        await workbench.editorLine('1.997').click();
        await until('the cursor lights the row', async () => /1\.997/.test((await lit.allInnerTexts()).join()));
        await photograph(workbench, 'selection');
        await workbench.page.keyboard.press('Control+Shift+K');
        await until('the deleted row is gone from the panel', async () => (await rows.count()) === 6);
    });

    it('laws are compared as curves and as a table, and one is lit', async () => {
        const workbench = await openExample('cerebras-gpt.scaling', 'light');
        await workbench.editorLine().click();
        await workbench.page.keyboard.press('Control+End');
        // Without brackets, which the editor may close before they are typed.
        await workbench.page.keyboard.type('\nlaw plain = kaplan compare pile_loss, plain on cerebras predicting loss');
        await workbench.runCommand('Scaling: Show Curves');
        const panel = await workbench.panel('curves');
        const chooser = panel.locator('vscode-single-select').first();
        const comparison = chooser.getByText('compare pile_loss, plain on cerebras', { exact: true });
        await until('the comparison can be chosen', async () => {
            await chooser.click();
            return comparison.isVisible();
        });
        await comparison.click();
        const standings = panel.locator('.standings tbody');
        await until('the laws stand in their order', async () => (await standings.count()) === 3);
        assert.match(await standings.first().innerText(), /Best: the lowest error/);
        await panel.getByRole('button', { name: 'plain', exact: true }).click();
        const lit = panel.locator('.standings tbody[aria-current]');
        await until('the law is lit', async () => /^plain/.test((await lit.allInnerTexts()).join()));
        await photograph(workbench, 'compared');
        await panel.getByText('Table', { exact: true }).first().click();
        const head = panel.locator('.rows thead');
        await until('the table has a column for each law', async () =>
            /pile_loss\s+plain\s+compute alone/.test(await head.innerText()),
        );
    });

    it('the panel comes back when the window is loaded again', async () => {
        const workbench = await openExample('surface.scaling', 'dark');
        await workbench.runCommand('Scaling: Show Allocation');
        await workbench.panel('allocation');
        await workbench.page.waitForTimeout(3_000);
        await workbench.page.goto(folderUrl());
        const panel = await workbench.panel('allocation');
        assert.match(await panel.locator('body').innerText(), /next_run/);
        await photograph(workbench, 'reloaded');
    });

    it('a limit tried with the slider is written to the spec, and undone in one step', async () => {
        const workbench = await openExample('planning.scaling', 'hc');
        await workbench.runCommand('Scaling: Show Allocation');
        const panel = await workbench.panel('allocation');
        await photograph(workbench, 'allocation-hc');
        const slider = panel.getByRole('slider', { name: 'Limit' });
        await slider.focus();
        for (let presses = 0; presses < 5; presses++) await slider.press('ArrowRight');
        const tried = (await panel.locator('output').innerText()).split(' ')[0];
        await panel.getByText('Write to spec').click();
        await until('the editor shows the limit', () => workbench.editorLine(tried).isVisible());
        await photograph(workbench, 'written');
        await workbench.editorLine(tried).click();
        await workbench.page.keyboard.press('Control+Z');
        await until('the limit is as before', async () => !(await workbench.editorLine(tried).isVisible()));
    });

    it('a chart is saved as a picture', async () => {
        const workbench = await openExample('surface.scaling', 'light');
        await workbench.runCommand('Scaling: Show Curves');
        const panel = await workbench.panel('curves');
        await panel.getByRole('button', { name: 'PNG' }).click();
        const file = join(PICTURES, 'saved.png');
        rmSync(file, { force: true });
        const input = workbench.page.locator('.quick-input-widget input[type=text]');
        // The dialog writes its own proposal first, when it has read the folder.
        await until('the dialog proposes a file', async () => (await input.inputValue()).endsWith('.png'));
        await until('the dialog has the name', async () => {
            await input.fill(file);
            await workbench.page.waitForTimeout(1_000);
            return (await input.inputValue()) === file;
        });
        await input.press('Enter');
        await until('the picture is written', () => existsSync(file) && statSync(file).size > 10_000);
        assert.equal(readFileSync(file).subarray(1, 4).toString('latin1'), 'PNG');
    });

    it('a server that dies is started again, and says so', async function () {
        if (process.platform !== 'linux') this.skip();
        const workbench = await openExample('cerebras-gpt.scaling', 'dark');
        assert.match(await workbench.hover('111M'), /predicted loss/);
        const [server] = languageServers();
        process.kill(server, 'SIGKILL');
        await until('another server runs', () => languageServers().some((pid) => pid !== server));
        await workbench.runCommand('Notifications: Show Notifications');
        const notices = workbench.page.locator('.notifications-center');
        await until('it is said', async () => /language server/i.test(await notices.innerText()));
        await photograph(workbench, 'restarted');
        await workbench.page.keyboard.press('Escape');
        assert.match(await workbench.hover('111M'), /predicted loss/);
    });
});

/** The Curves panel with its table of rows. */
async function showTable(workbench) {
    await workbench.runCommand('Scaling: Show Curves');
    const panel = await workbench.panel('curves');
    await panel.getByText('Table', { exact: true }).first().click();
    const rows = panel.locator('.rows tbody tr');
    await until('the table has its rows', async () => (await rows.count()) === 7);
    return { rows, lit: panel.locator('.rows tbody tr[aria-current]') };
}

/** Whether the cursor stands on the line of the example that holds a text, as the status bar says. */
async function isCursorOn({ page }, file, text) {
    const lines = readFileSync(join(EXAMPLES, file), 'utf8').split('\n');
    const number = lines.findIndex((line) => line.includes(text)) + 1;
    return (await page.locator('.statusbar').innerText()).includes(`Ln ${number},`);
}

/** The processes of language servers on this machine (Linux). */
function languageServers() {
    return readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .filter((pid) => commandOf(pid).some((part) => part.endsWith('dist/server.cjs')))
        .map(Number);
}

function commandOf(pid) {
    try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {
        return []; // It has ended meanwhile.
    }
}
