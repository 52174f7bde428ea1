/** Sets everything up and opens VS Code on examples/. Options: --port NUMBER (in a browser, at this port), --no-open (nor open one). */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openInBrowser } from './support/browser.mjs';
import { Failure, findOnPath, main, ROOT, run, say } from './support/command.mjs';
import { linkExtension, startHost, TEST_FOLDER, workbenchUrl } from './support/host.mjs';
import { ensureInstalled } from './support/install.mjs';

const EXAMPLES = join(ROOT, 'examples');
const FIRST_EXAMPLE = join(EXAMPLES, 'cerebras-gpt.scaling');

await main(import.meta.url, async () => {
    const { values: options } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
    const port = portNumber(options.port);
    await ensureInstalled();
    const { build } = await import('./build.mjs');
    say('Building');
    await build();
    if (port || options['no-open'] || !(await openDesktop())) await openHost(port, !options['no-open']);
});

/** True when the desktop VS Code has taken over. */
async function openDesktop() {
    const code = findOnPath('code');
    if (!code) return false;
    say("Opening the desktop VS Code ('code' is on the PATH)");
    const windows = process.platform === 'win32';
    const args = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', EXAMPLES, FIRST_EXAMPLE];
    try {
        await run(windows ? `"${code}"` : code, windows ? args.map((arg) => `"${arg}"`) : args, { shell: windows });
        return true;
    } catch (error) {
        if (!(error instanceof Failure)) throw error;
        say(`The desktop VS Code did not start (${error.message})`);
        return false;
    }
}

async function openHost(port, show) {
    const host = await startHost({ port, dataFolder: join(TEST_FOLDER, 'start') });
    const url = workbenchUrl(host.port, { folder: EXAMPLES, openFile: FIRST_EXAMPLE, extension: linkExtension() });
    const opened = show && openInBrowser(url);
    say(
        opened
            ? `VS Code opens in your browser: ${url}`
            : `VS Code is ready. Open this page in a browser on this machine: ${url}`,
    );
    say('Ctrl+C ends it');
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
    host.server.once('exit', () => process.exit(1));
}

function portNumber(text) {
    if (text === undefined) return undefined;
    const port = Number(text);
    if (Number.isInteger(port) && port > 0 && port < 65536) return port;
    throw new Failure(`--port ${text}: a port is a whole number between 1 and 65535.`);
}
