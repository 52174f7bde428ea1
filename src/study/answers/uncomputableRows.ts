/** Which rows keep a law from being fitted: those for which it cannot be computed with parameters for which it is on others. */
import { compileLaw } from '../../fit/lawOnRows.js';
import type { FitProblem } from '../../fit/problem.js';
import type { StopReason } from '../../fit/result.js';
import { linesText } from '../../quantity/fileLines.js';
import { FITTED, rowsIn } from '../tables/rows.js';
import type { FitSetup } from './fitSetup.js';

/** Values that are tried, all parameters alike, as far as their bounds allow. */
const TRIED = [1, 0.3, 3];
const LINES_SHOWN = 5;

/** The reason with the lines that are to blame, where there are such. */
export function naming(
    stopped: StopReason,
    problem: FitProblem,
    { rows, table, plan }: Omit<FitSetup, 'question'>,
): StopReason {
    const blamed = stopped.code === 'not-computable' ? uncomputable(problem) : [];
    if (blamed.length === 0) return stopped;
    const fitted = rowsIn(rows, FITTED);
    const lines = blamed.map((index) => table.lines[fitted[index]]);
    const shown = linesText(table.sources, lines.slice(0, LINES_SHOWN), lines.length === 1);
    const more = lines.length > LINES_SHOWN ? ` and ${lines.length - LINES_SHOWN} more` : '';
    const which = `\`${plan.law.name}\` cannot be computed in ${shown}${more}`;
    return { ...stopped, message: `${which}: correct the data, or leave such rows out with \`where\`.` };
}

/** Indices among the rows that are fitted; none where it is all of them, which is the law's fault. */
function uncomputable({ law, argumentNames, parameters, columns, target }: FitProblem): number[] {
    const valuesAt = compileLaw(
        law,
        argumentNames,
        parameters.map(({ name }) => name),
    );
    const tried = TRIED.map((value) =>
        valuesAt(
            columns,
            target.length,
            parameters.map(({ pinned, lower, upper }) => pinned ?? Math.min(upper, Math.max(lower, value))),
        ),
    );
    const rows = Array.from(target.keys()).filter((row) => tried.every((values) => !Number.isFinite(values[row])));
    return rows.length === target.length ? [] : rows;
}
