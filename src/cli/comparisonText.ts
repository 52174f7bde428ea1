/** A comparison of laws as text for people: a table, best first, and what to make of it. */
import { formatQuantity } from '../quantity/print.js';
import type { ComparedLawReport, ComparisonReport } from '../study/comparisonReport.js';
import { alignColumns } from './columns.js';
import { plural } from './counts.js';
import { excludedText } from './fitText.js';

const INDENT = '  ';

export function comparisonText(comparison: ComparisonReport): string {
    const { laws, runs, target, rows, scoring, crossings, notes } = comparison;
    const names = laws.filter(({ isNullModel }) => !isNullModel).map(({ name }) => name);
    const header = ['', 'parameters', 'error', 'AICc', 'BIC', ''];
    const table = alignColumns([header, ...laws.map(lawCells)], INDENT);
    return [
        `compare ${names.join(', ')} on ${runs}: ${target}, ${plural(rows, 'row')}; errors on ${scoring.description}\n`,
        table,
        alignVerdicts(laws),
        ...crossings.map(({ message }) => `${INDENT}${message}\n`),
        ...notes.map((note) => `${INDENT}${note}\n`),
        excludedText(comparison),
    ].join('');
}

/** The names in a column of their own. */
function alignVerdicts(laws: readonly ComparedLawReport[]): string {
    const width = Math.max(...laws.map(({ name }) => name.length));
    return laws.map(({ name, words }) => `${INDENT}${name.padEnd(width)}  ${words}\n`).join('');
}

function lawCells({ name, freeParameters, error, aicc, bic, verdict }: ComparedLawReport): string[] {
    return [
        name,
        String(freeParameters),
        ...[error, aicc, bic].map(({ value }) => (value === null ? '–' : formatQuantity(value, 5))),
        verdict,
    ];
}
