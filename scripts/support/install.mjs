/** The project's own packages, from the lock file. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm, ROOT, say } from './command.mjs';

/** Installs what package-lock.json names, where that has not been done since the lock file changed. */
export async function ensureInstalled() {
    const installed = join(ROOT, 'node_modules', '.package-lock.json');
    const lock = join(ROOT, 'package-lock.json');
    if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
    say('Installing the packages of package-lock.json (npm ci)');
    await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
