/** What surrounds the answer to a budget: how flat it is, what its limits cost, and its rivals in a table. */
import type { DecisionReport, RivalReport } from '../../study/decisionReport.js';
import { decisionSentences, rivalHeadline, rivalRemarks } from '../../study/decisionWords.js';
import { estimateText } from '../answers.js';
import { paragraphs, plain, table } from './markdown.js';

/** What the user wrote stands in backticks and is Markdown as it is. */
export function decisionText(decision: DecisionReport, goal: string): string {
    const { rivals } = decision;
    return paragraphs(...decisionSentences(decision, goal), rivals.length === 0 ? undefined : rivalsTable(rivals));
}

function rivalsTable(rivals: readonly RivalReport[]): string {
    const rows = rivals.map((rival) => [
        plain(rival.label),
        rival.variables
            .map(({ name, estimate, interval }) => `${plain(name)} ${estimateText(estimate, interval)}`)
            .join(', '),
        rival.objective === null ? '' : estimateText(rival.objective.estimate, rival.objective.interval),
        [rivalHeadline(rival), ...(rival.message === '' ? rivalRemarks(rival) : [])].join('; '),
    ]);
    return table([['against', '', 'objective', ''], ...rows]);
}
