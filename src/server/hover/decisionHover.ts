/** What surrounds the answer to a budget: how flat it is, what its limits cost, and its rivals in a table. */
import { decisionSentences, objectiveOf, rivalHeadline, rivalRemarks } from '../../study/decisionWords.js';
import type { BudgetReport } from '../../study/report.js';
import { valueText } from '../answers.js';
import { paragraphs, plain, table } from './markdown.js';

/** What the user wrote stands in backticks and is Markdown as it is. */
export function decisionText(decision: BudgetReport): string {
    const { rivals, goal } = decision;
    return paragraphs(...decisionSentences(decision, goal), rivals.length === 0 ? undefined : rivalsTable(decision));
}

function rivalsTable({ rivals, units, goal }: BudgetReport): string {
    const rows = rivals.map((rival) => [
        plain(rival.label),
        rival.variables.map((value) => `${plain(value.name)} ${valueText(units[value.name], value)}`).join(', '),
        rival.objective === null ? '' : valueText(units[objectiveOf(goal)], rival.objective),
        [rivalHeadline(rival), ...(rival.message === '' ? rivalRemarks(rival) : [])].join('; '),
    ]);
    return table([['against', '', 'objective', ''], ...rows]);
}
