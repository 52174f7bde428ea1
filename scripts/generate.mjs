/** What is made from other sources and kept in the repository: the parser's tables, and the page of the law library. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { main, ROOT, run, tool } from './support/command.mjs';

await main(import.meta.url, async () => {
    await tool('langium-cli/bin/langium.js', ['generate']);
    await build({ production: false });
    const page = await run(process.execPath, ['dist/cli.cjs', 'laws', '--markdown'], { capture: true });
    writeFileSync(join(ROOT, 'docs', 'laws.md'), page);
});
