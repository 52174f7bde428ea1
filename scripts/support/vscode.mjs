/**
 * A VS Code to test in: the desktop one where it can be had, else the registry's in a headless browser.
 * Both are `{ name, hasPage, runSuite(suite, extension), installExtension(vsix), close() }`; `hasPage` tells that a browser shows it.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, run, say } from './command.mjs';
import { installIntoHost, prepareHost, startHost, TEST_FOLDER } from './host.mjs';
import { runSuite } from './suite.mjs';
import { launchBrowser, openWorkbench } from './workbench.mjs';

const DOWNLOADS = 'https://update.code.visualstudio.com/api/releases/stable';

/** Where VS Code keeps its data during the tests: a fresh folder of its own, removed at the end. */
function freshFolder() {
    mkdirSync(TEST_FOLDER, { recursive: true });
    const folder = mkdtempSync(join(TEST_FOLDER, 'data-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
}

export async function openVSCode() {
    const obstacle = await obstacleToDesktop();
    if (obstacle) say(`Not the desktop VS Code (${obstacle}): testing in a VS Code from the package registry`);
    return obstacle ? openRegistryVSCode() : openDesktopVSCode();
}

/** Why the desktop VS Code cannot be used, or undefined. */
async function obstacleToDesktop() {
    if (process.platform === 'linux' && !process.env.DISPLAY && !findOnPath('xvfb-run')) return 'no display';
    if (readdirSync(TEST_FOLDER, { withFileTypes: true }).some(({ name }) => /^vscode-\w+-.*\d$/.test(name)))
        return undefined;
    try {
        const answer = await fetch(DOWNLOADS, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
        return answer.ok ? undefined : `its download answers ${answer.status}`;
    } catch {
        return 'its download cannot be reached';
    }
}

async function openDesktopVSCode() {
    const electron = await import('@vscode/test-electron');
    const executable = await electron.downloadAndUnzipVSCode({ version: 'stable', cachePath: TEST_FOLDER });
    const folders = [`--user-data-dir=${freshFolder()}`, `--extensions-dir=${freshFolder()}`];
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const needsScreen = process.platform === 'linux' && !process.env.DISPLAY;
    return {
        name: 'the desktop VS Code',
        async installExtension(vsix) {
            const [cli] = electron.resolveCliArgsFromVSCodeExecutablePath(executable);
            await run(cli, [...folders, ...asRoot, '--install-extension', vsix], {
                shell: process.platform === 'win32',
            });
        },
        runSuite: (suite, extension) =>
            runSuite(suite, ({ tests, workspace }) => {
                const args = [
                    workspace,
                    ...folders,
                    ...asRoot,
                    '--disable-workspace-trust',
                    '--skip-welcome',
                    '--disable-updates',
                ];
                const paths = [`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`];
                return needsScreen
                    ? run('xvfb-run', ['--auto-servernum', executable, ...args, ...paths])
                    : run(executable, [...args, ...paths]);
            }),
        async close() {},
    };
}

async function openRegistryVSCode() {
    await prepareHost();
    const folders = { dataFolder: freshFolder(), extensionsFolder: freshFolder() };
    const browser = await launchBrowser();
    return {
        name: 'the VS Code of the package registry, in headless Chromium',
        hasPage: true,
        installExtension: (vsix) => installIntoHost(vsix, folders),
        async runSuite(suite, extension) {
            const host = await startHost(folders);
            try {
                return await runSuite(suite, async ({ tests, workspace }) => {
                    const { page } = await openWorkbench(browser, host.port, { folder: workspace, extension, tests });
                    await new Promise((_, reject) =>
                        page.once('crash', () => reject(new Error('the page of VS Code crashed'))),
                    );
                });
            } finally {
                host.close();
            }
        },
        close: () => browser.close(),
    };
}
