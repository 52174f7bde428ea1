/** Sizes of what ships. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './measure.js';

export function bundleSizes(): Row[] {
    return readdirSync('dist', { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(c?js|css)$/.test(file))
        .map((file) => ({ what: `dist/${file}`, value: statSync(join('dist', file)).size / 1024, unit: 'kB' }));
}
