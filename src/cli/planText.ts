/** The next runs as text for people. */
import type { PlanReport } from '../study/planReport.js';
import { designsTable, planSentences, runsTable, searchedWords } from '../study/planWords.js';
import { alignColumns } from './columns.js';

const INDENT = '  ';

export function planText(plan: PlanReport): string {
    const { name, target, message, caution } = plan;
    const said = message === null ? planSentences(plan) : [message];
    const lines = [
        `plan ${name}: narrow ${target}`,
        ...[...said, ...(caution === null ? [] : [caution])].map((text) => INDENT + text),
    ];
    return `${lines.join('\n')}\n${message === null ? tablesOf(plan) : ''}`;
}

function tablesOf(plan: PlanReport): string {
    const designs = designsTable(plan);
    return [
        alignColumns(runsTable(plan), INDENT),
        designs === undefined ? '' : `\n${alignColumns(designs, INDENT)}`,
        `${INDENT}${searchedWords(plan)}\n`,
    ].join('');
}
