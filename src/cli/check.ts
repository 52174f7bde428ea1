import { analyse } from './analyse.js';
import type { CheckCommand } from './command.js';
import { hasErrors, problemJson, problemLine } from './problems.js';

/** Prints the problems of some files; answers the exit code. */
export async function check({ files, json }: CheckCommand): Promise<number> {
    const checked = [];
    for (const file of files) checked.push({ file, diagnostics: (await analyse(file)).diagnostics });
    if (json) {
        const results = checked.map(({ file, diagnostics }) => ({ file, diagnostics: diagnostics.map(problemJson) }));
        process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
    } else {
        for (const { file, diagnostics } of checked) {
            for (const diagnostic of diagnostics) process.stdout.write(problemLine(file, diagnostic));
        }
    }
    return checked.some(({ diagnostics }) => hasErrors(diagnostics)) ? 1 : 0;
}
