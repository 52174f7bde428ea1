/**
 * What a user sees in a real VS Code: from a keystroke in the formula of a fit of 240 rows until the new parameters stand beside the fit (inlay
 * hint) and above it (lens). VS Code itself waits before it asks for either.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkExtension, startHost, TEST_FOLDER } from '../../scripts/support/host.mjs';
import { launchBrowser, openWorkbench } from '../../scripts/support/workbench.mjs';

const ROWS = 240;
/** Each moves E by some hundredths, which the first digits show. */
const KEYSTROKES = ['2', 'Backspace', '3', 'Backspace', '5', 'Backspace', '7', 'Backspace'];
/** Longer than everything that a keystroke sets off. */
const BETWEEN_KEYSTROKES_MS = 4000;
const FORMULA = 'law surface(N, D) = E + A/N^alpha + B/D^beta + 0.1';

/** @returns the milliseconds of each keystroke. */
export async function redraws() {
    const folder = mkdtempSync(join(TEST_FOLDER, 'redraw-'));
    mkdirSync(join(folder, 'spec'));
    const openFile = join(folder, 'spec', 'study.scaling');
    writeFileSync(openFile, spec());
    const browser = await launchBrowser();
    const host = await startHost({ dataFolder: join(folder, 'data'), settings: { 'files.autoSave': 'off' } });
    try {
        const target = { folder: join(folder, 'spec'), openFile, extension: linkExtension() };
        return await typed(await openWorkbench(browser, host.port, target));
    } finally {
        await browser.close();
        host.close();
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
}

async function typed(workbench) {
    const { page } = workbench;
    await page.locator('.codelens-decoration', { hasText: 'alpha' }).first().waitFor();
    await workbench.editorLine('law surface').click();
    await page.keyboard.press('Home');
    for (let column = 0; column < FORMULA.length; column++) await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(BETWEEN_KEYSTROKES_MS);
    await page.evaluate(watchEditor);
    for (const key of KEYSTROKES) {
        await page.keyboard.press(key);
        await page.waitForTimeout(BETWEEN_KEYSTROKES_MS);
    }
    const seen = await page.evaluate(() => window.seen);
    return { hints: seen.map(({ hint }) => hint), lenses: seen.map(({ lens }) => lens) };
}

/** Runs in the page: notes for each keystroke when the hint and when the lens first changed. */
function watchEditor() {
    const textOf = (selector, marker) =>
        [...document.querySelectorAll(selector)]
            // The editor draws spaces as no-break spaces.
            .map((element) => element.textContent.replaceAll('\u00a0', ' '))
            .filter((text) => text.includes(marker))
            .join();
    const read = {
        hint: () => textOf('.view-line', 'fit surface'),
        lens: () => textOf('.codelens-decoration', 'alpha'),
    };
    const last = { hint: read.hint(), lens: read.lens() };
    let key;
    window.seen = [];
    document.addEventListener('keydown', () => window.seen.push((key = { at: performance.now() })), true);
    new window.MutationObserver(() => {
        for (const what of ['hint', 'lens']) {
            const now = read[what]();
            if (key === undefined || now === last[what]) continue;
            last[what] = now;
            key[what] ??= performance.now() - key.at;
        }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** A design without noise beyond the fourth digit: what matters is that each keystroke moves the parameters visibly. */
function spec() {
    const rows = Array.from({ length: ROWS }, (_, row) => {
        const [N, D] = [10 ** (7.8 + 2.4 * ((row * 0.618) % 1)), 10 ** (9.5 + 2 * ((row * 0.414) % 1))];
        const loss = (1.82 + 482 / N ** 0.348 + 2085 / D ** 0.366) * (1 + 0.004 * Math.sin(row * row));
        return `  | ${N.toExponential(4)} | ${D.toExponential(4)} | ${loss.toFixed(4)} |`;
    });
    return `${FORMULA}
fit surface to measured predicting loss { objective huber(1e-3) of log }
runs measured {
  | N | D | loss |
${rows.join('\n')}
}
`;
}
