/** Running other programs, and telling the person at the terminal what is going on. Node's own modules only. */
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { accessSync, constants, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const WINDOWS = process.platform === 'win32';

/** A failure that needs no stack trace: the message tells the person what to do. */
export class Failure extends Error {}

export function say(message) {
    console.log(`▸ ${message}`);
}

/**
 * Runs a program to its end, its output passed through.
 * @returns what it wrote to stdout when `capture` is set, else ''.
 * @throws Failure when it cannot be started or exits with another code than 0.
 */
export function run(command, args, { cwd = ROOT, env = process.env, capture = false, shell = false } = {}) {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, {
            cwd,
            env,
            shell,
            stdio: ['inherit', capture ? 'pipe' : 'inherit', 'inherit'],
        });
        let output = '';
        child.stdout?.on('data', (chunk) => {
            output += chunk;
            process.stdout.write(chunk);
        });
        child.on('error', (error) => reject(new Failure(`${command} cannot be started: ${error.message}`)));
        child.on('close', (code, signal) => {
            if (code === 0) resolve(output);
            else
                reject(
                    Object.assign(new Failure(`${command} ${args.join(' ')}: ended with ${signal ?? `code ${code}`}`), {
                        output,
                    }),
                );
        });
    });
}

/** Runs npm, the one this script was started by where there is one. */
export function npm(args, { cwd, env = process.env, node = process.execPath } = {}) {
    const cli = process.env.npm_execpath;
    if (cli?.endsWith('npm-cli.js')) return run(node, [cli, ...args], { cwd, env });
    return run('npm', args, { cwd, env, shell: WINDOWS });
}

/** Runs a command-line tool that the project has installed, under this Node. */
export function tool(packagePath, args, options) {
    return run(process.execPath, [join(ROOT, 'node_modules', packagePath), ...args], options);
}

/** The full path of a program on the PATH, or undefined. */
export function findOnPath(...names) {
    const endings = WINDOWS ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
    for (const name of names) {
        for (const folder of (process.env.PATH ?? '').split(delimiter)) {
            for (const ending of endings) {
                const file = join(folder, name + ending);
                if (isExecutable(file)) return file;
            }
        }
    }
    return undefined;
}

export function isExecutable(file) {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

/** Whether Debian's packages can be installed without asking anyone. */
export function canInstallDebianPackages() {
    return process.platform === 'linux' && process.getuid?.() === 0 && findOnPath('apt-get') !== undefined;
}

/** Runs the body of a script when that script is what was started; a mistake of the person's is printed as one line. */
export async function main(moduleUrl, body) {
    if (fileURLToPath(moduleUrl) !== realpathSync(process.argv[1] ?? '.')) return;
    try {
        await body();
    } catch (error) {
        const expected = error instanceof Failure || String(error.code).startsWith('ERR_PARSE_ARGS');
        console.error(expected ? `✗ ${error.message}` : error);
        process.exit(1);
    }
}

/** Ends a server and what it started. */
export function endProcess(child) {
    if (child.exitCode !== null || child.pid === undefined) return;
    if (WINDOWS) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else child.kill('SIGTERM');
}
