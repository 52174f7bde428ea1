/** Makes scaling-lab-<version>.vsix from a production build, and refuses one that is too large or not portable. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Failure, main, ROOT, say } from './support/command.mjs';
import { ensureInstalled } from './support/install.mjs';

const LARGEST_BYTES = 2_000_000;

/** @returns the path of the .vsix. */
export async function packageExtension() {
    await build({ production: true });
    const { createVSIX, listFiles } = await import('@vscode/vsce');
    const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const vsix = join(ROOT, `${name}-${version}.vsix`);
    const options = { cwd: ROOT, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false };
    const native = (await listFiles(options)).filter((file) => file.endsWith('.node'));
    if (native.length > 0) throw new Failure(`The package would hold native modules: ${native.join(', ')}.`);
    await createVSIX({ ...options, packagePath: vsix });
    const { size } = statSync(vsix);
    if (size > LARGEST_BYTES) throw new Failure(`${vsix} has ${size} bytes; the limit is ${LARGEST_BYTES}.`);
    say(`${vsix}  ${Math.round(size / 1024)} kB`);
    return vsix;
}

await main(import.meta.url, async () => {
    await ensureInstalled();
    await packageExtension();
});
