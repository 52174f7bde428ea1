import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The absolute path of a file of the real data sets that live beside the project; undefined where they are absent. */
export function sharedData(path: string): string | undefined {
    const absolute = fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
    return existsSync(absolute) ? absolute : undefined;
}
