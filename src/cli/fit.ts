import { analyse } from './analyse.js';
import type { FitCommand } from './command.js';
import { reportJson } from './json.js';
import { hasErrors, problemLine } from './problems.js';
import { reportText } from './text.js';

/** Prints what the study answers; answers the exit code. */
export async function fit({ file, json, seed }: FitCommand): Promise<number> {
    const report = await analyse(file, seed);
    if (json) {
        process.stdout.write(`${JSON.stringify(reportJson(file, report), null, 2)}\n`);
    } else {
        for (const diagnostic of report.diagnostics) process.stderr.write(problemLine(file, diagnostic));
        process.stdout.write(reportText(report));
    }
    return hasErrors(report.diagnostics) ? 1 : 0;
}
