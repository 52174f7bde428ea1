/** What the Allocation panel shows of choices, of mixtures of samples, and of plans; and the editor beside it. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { until } from '../../../scripts/support/workbench.mjs';
import { sessions } from './sessions.mjs';

describe('decisions in the Allocation panel', () => {
    const { openExample, photograph } = sessions();

    it('a choice is ranked in the panel, and answered beside its name', async () => {
        const workbench = await openExample('budgets/samples-and-models.scaling', 'light');
        const panel = await showAllocation(workbench);
        const ranking = panel.getByRole('region', { name: 'Ranking' });
        await until('the combinations are ranked', async () => (await ranking.locator('tbody tr').count()) > 3);
        assert.match(await ranking.locator('tbody tr').first().innerText(), /medium\s+18\s+0\.93/);
        assert.match(await workbench.hover('budget verified', 'verified'), /medium/);
        await photograph(workbench, 'choice');
    });

    it('a mixture stands beside the best single configuration, and follows its limit', async () => {
        const workbench = await openExample('budgets/sample-mixture.scaling', 'dark');
        const panel = await showAllocation(workbench);
        await choose(panel, 'mixture', 'price by problem) <= 15');
        const compared = panel.getByRole('region', { name: 'Compared' });
        await until('it is compared', async () => /best single: 20 of small/.test(await compared.innerText()));
        const text = await panel.locator('body').innerText();
        assert.match(text, /Proven the best mixture/);
        assert.match(text, /k\[small\]\s+20/);
        assert.match(text, /Intervals over 6 problems/);
        const slider = panel.getByRole('slider', { name: 'Limit' });
        await slider.focus();
        await slider.press('End');
        await until('there is more to solve', async () => /mixture\s+1\s/.test(await compared.innerText()));
        await photograph(workbench, 'mixture');
    });

    it('a plan shows its runs, what is expected of them, and other designs', async () => {
        const workbench = await openExample('plan-next-run.scaling', 'light');
        const panel = await showAllocation(workbench);
        await turnToLens(workbench, panel, 1, 'narrow flagship.N');
        const runs = panel.getByRole('region', { name: 'Planned runs' });
        await until('its runs are listed', async () => (await runs.locator('tbody tr').count()) === 4);
        assert.match(await runs.innerText(), /outside the data/);
        assert.match(await panel.locator('body').innerText(), /its 95 % interval is .* after 4 runs/i);
        assert.match(
            await panel.getByRole('region', { name: 'Other designs' }).innerText(),
            /this plan[^]*isoflop[^]*rays/,
        );
        await until('both charts are drawn', async () => (await panel.locator('.plan canvas:visible').count()) === 2);
        assert.match(await workbench.hover('plan together', 'together'), /with 4 runs/);
        await photograph(workbench, 'plan');
    });
});

async function showAllocation(workbench) {
    await workbench.runCommand('Scaling: Show Allocation');
    return workbench.panel('allocation');
}

/** The budget or plan whose lens this is; waits until the panel's top says what it asks. */
async function turnToLens(workbench, panel, index, asked) {
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'Show allocation' }).nth(index);
    const heading = panel.locator('header');
    await until('the panel turns to it', async () => {
        await lens.click();
        return (await heading.innerText()).includes(asked);
    });
}

/** Another budget or plan, by its name in the panel's chooser; waits until the panel's top says what it asks. */
async function choose(panel, name, asked) {
    const chooser = panel.locator('vscode-single-select').first();
    const option = chooser.getByText(name, { exact: true }).last();
    const heading = panel.locator('header');
    await until(`${name} can be chosen`, async () => {
        await chooser.click();
        return option.isVisible();
    });
    await option.click();
    await until(`${name} is shown`, async () => (await heading.innerText()).includes(asked));
}
