/** Finding a browser on this machine: one that tests can drive, or any that can show a page. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { canInstallDebianPackages, Failure, findOnPath, isExecutable, run, say } from './command.mjs';

const CHROMIUM_NAMES = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'msedge',
    'brave-browser',
];

/** Where installers put them when not on the PATH. */
const CHROMIUM_PLACES = {
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]),
};

/** A browser of the Chromium family, installed through apt where that is possible. */
export async function chromiumForTests() {
    const found = findChromium();
    if (found) return found;
    if (canInstallDebianPackages()) {
        say('No browser is installed: installing Chromium (apt-get install chromium)');
        const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
        await run('apt-get', ['-qq', 'update'], { env });
        await run('apt-get', ['-qq', 'install', '-y', 'chromium'], { env });
        const installed = findChromium();
        if (installed) return installed;
    }
    throw new Failure(
        'The tests run VS Code in a browser: install Chromium, Google Chrome or Microsoft Edge, then run this again.',
    );
}

function findChromium() {
    return findOnPath(...CHROMIUM_NAMES) ?? (CHROMIUM_PLACES[process.platform] ?? []).find(isExecutable);
}

/** Opens a page in the person's own browser; false where this machine has none, or no screen. */
export function openInBrowser(url) {
    const opener = openerOfThisMachine(url);
    if (!opener) return false;
    const child = spawn(opener.command, opener.args, { detached: true, stdio: 'ignore' });
    child.on('error', () => say(`The browser could not be started; open this page yourself: ${url}`));
    child.unref();
    return true;
}

function openerOfThisMachine(url) {
    if (process.platform === 'darwin') return { command: 'open', args: [url] };
    if (process.platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
    const command = findOnPath('xdg-open', ...CHROMIUM_NAMES, 'firefox');
    return command && { command, args: [url] };
}
