import { readFile } from 'node:fs/promises';
import { defineConfig } from 'vitest/config';

export default defineConfig({
    plugins: [
        {
            // The law library's files are imported as text, as the bundler does it.
            name: 'scaling-as-text',
            enforce: 'pre',
            async load(id) {
                return id.endsWith('.scaling')
                    ? `export default ${JSON.stringify(await readFile(id, 'utf8'))};`
                    : undefined;
            },
        },
    ],
    test: {
        include: ['test/**/*.test.ts'],
        exclude: ['test/e2e/**'],
        testTimeout: 60_000,
    },
});
