/** VS Code's workbench in a headless browser, with the gestures of a user. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromiumForTests } from './browser.mjs';
import { HOST_FOLDER, prepareHost, workbenchUrl } from './host.mjs';

const CHROMIUM_FLAGS = [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** How long a step may take before a test gives up: a shared machine can be many times slower than usual. */
const PATIENCE_MS = 120_000;

/** Each theme's name in the settings, and the class it gives the workbench. */
export const THEMES = {
    dark: { name: 'Default Dark Modern', kind: 'vs-dark' },
    light: { name: 'Default Light Modern', kind: 'vs' },
    hc: { name: 'Default High Contrast', kind: 'hc-black' },
    'hc-light': { name: 'Default High Contrast Light', kind: 'hc-light' },
};

/** @returns a playwright Browser. */
export async function launchBrowser() {
    const executablePath = await chromiumForTests();
    await prepareHost();
    const { chromium } = createRequire(join(HOST_FOLDER, 'package.json'))('playwright-core');
    return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

/**
 * Opens the workbench in a page of its own. `target` is that of `workbenchUrl`; with a `theme`, waits until it is applied.
 */
export async function openWorkbench(browser, port, target, { theme, viewport = { width: 1400, height: 900 } } = {}) {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setViewportSize(viewport);
    await page.goto(workbenchUrl(port, target));
    await page.waitForSelector(`.monaco-workbench${theme ? `.${THEMES[theme].kind}` : ''}`, { timeout: PATIENCE_MS });
    const workbench = new Workbench(page);
    if (target.openFile) await workbench.editorLine().waitFor({ timeout: PATIENCE_MS });
    return workbench;
}

export class Workbench {
    constructor(page) {
        this.page = page;
    }

    /** The first line of an editor that holds this text; any line without it. */
    editorLine(text) {
        return this.page.locator('.editor-instance .view-line', text ? { hasText: text } : undefined).first();
    }

    /** Runs a command by its title, through the command palette; waits until the palette offers it. */
    async runCommand(title) {
        const input = this.page.locator('.quick-input-widget input[type=text]');
        const offer = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
        await until(`the command palette offers “${title}”`, async () => {
            await this.page.keyboard.press('F1');
            if (
                (await appears(input, 10_000)) &&
                (await succeeds(input.fill(`>${title}`))) &&
                (await appears(offer, 5_000))
            )
                return true;
            await this.page.keyboard.press('Escape');
            return false;
        });
        await offer.click();
        await input.waitFor({ state: 'hidden' });
    }

    /** Rests the mouse on a piece of text of the editor until a hover is shown; gives the hover's text. */
    async hover(text, word = text) {
        const line = this.editorLine(text);
        await line.waitFor({ timeout: PATIENCE_MS });
        const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: /\S/ }).first();
        await until(`a hover shows on “${word}”`, async () => {
            await this.page.mouse.move(4, 4);
            const place = await placeOf(line, word);
            await this.page.mouse.move(place.x, place.y, { steps: 3 });
            return (await appears(hover, 5_000)) && !(await hover.innerText()).startsWith('Loading');
        });
        return hover.innerText();
    }

    /** The frame of the `curves` or `allocation` panel, once it has drawn its charts. */
    async panel(kind) {
        let found;
        await until(`the ${kind} panel shows a chart`, async () => {
            for (const frame of this.page.frames().filter((frame) => /^(active|pending)-frame$/.test(frame.name()))) {
                const chart = frame.locator(`#panel[data-kind=${kind}] canvas`).first();
                if (await chart.isVisible().catch(() => false)) found = frame;
            }
            return found !== undefined;
        });
        return found;
    }

    /** Closes notifications, so that they cover nothing. */
    async dismissNotifications() {
        await this.page.keyboard.press('Escape');
        for (const button of await this.page.locator('.notification-toast .codicon-notifications-clear').all()) {
            await button.click({ force: true, timeout: 1_000 }).catch(() => undefined);
        }
    }

    screenshot(path) {
        return this.page.screenshot({ path });
    }
}

/** Waits until a step succeeds. @throws with the words given when it has not within the time. */
export async function until(what, step, timeout = PATIENCE_MS) {
    const end = Date.now() + timeout;
    for (;;) {
        if (await step()) return;
        if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s, but it never came true that ${what}.`);
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
}

function appears(locator, timeout) {
    return succeeds(locator.waitFor({ timeout }));
}

/** Whether a gesture worked; what it acts on may go away meanwhile. */
function succeeds(gesture) {
    return gesture.then(
        () => true,
        () => false,
    );
}

/** The middle of the first occurrence of a word in an editor line, in pixels of the page. */
function placeOf(line, word) {
    return line.evaluate((element, wanted) => {
        // The editor draws spaces as no-break spaces.
        const text = element.textContent.replaceAll('\u00a0', ' ');
        const middle = text.indexOf(wanted) + Math.floor(wanted.length / 2);
        const walker = element.ownerDocument.createTreeWalker(element, 4 /* text */);
        let before = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (middle < before + node.length) {
                const range = element.ownerDocument.createRange();
                range.setStart(node, middle - before);
                range.setEnd(node, middle - before + 1);
                const { x, y, width, height } = range.getBoundingClientRect();
                return { x: x + width / 2, y: y + height / 2 };
            }
            before += node.length;
        }
        throw new Error(`The line does not hold “${wanted}”.`);
    }, word);
}
