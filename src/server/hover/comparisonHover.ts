/** A comparison of laws: a table, best first, and what to make of it. */
import { formatQuantity } from '../../quantity/print.js';
import type { ComparedLawReport, ComparisonReport } from '../../study/comparisonReport.js';
import { paragraphs, plain, table } from './markdown.js';

export function comparisonHover({ laws, runs, scoring, crossings, notes }: ComparisonReport): string {
    const said = [
        ...laws.map(({ name, words }) => `- ${plain(name)}: ${plain(words)}`),
        ...[...crossings.map(({ message }) => message), ...notes].map((message) => `- ${plain(message)}`),
    ];
    return paragraphs(
        `Laws compared on ${plain(runs)}; errors on ${plain(scoring.description)}.`,
        table([['law', 'parameters', 'error', 'AICc', 'BIC', ''], ...laws.map(lawCells)]),
        said.join('\n'),
    );
}

function lawCells({ name, freeParameters, error, aicc, bic, verdict }: ComparedLawReport): string[] {
    const scores = [error, aicc, bic].map(({ value }) => (value === null ? '–' : formatQuantity(value, 5)));
    return [plain(name), String(freeParameters), ...scores, verdict];
}
