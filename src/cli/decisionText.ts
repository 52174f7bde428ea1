/** What surrounds a budget's answer as text for people: sentences, and a table of its rivals. */
import { formatEstimate, formatInterval } from '../quantity/print.js';
import type { DecisionReport, RivalReport } from '../study/decisionReport.js';
import { decisionSentences, objectiveOf, rivalRemarks, worseText } from '../study/decisionWords.js';
import { alignColumns } from './columns.js';

const INDENT = '  ';

export function decisionText({ goal, ...decision }: DecisionReport & { readonly goal: string }): string {
    const { rivals } = decision;
    const said = decisionSentences(decision, goal)
        .map((text) => `${INDENT}${text}\n`)
        .join('');
    return said + (rivals.length === 0 ? '' : rivalsText(rivals, objectiveOf(goal)));
}

function rivalsText(rivals: readonly RivalReport[], objective: string): string {
    const names = rivals.find(({ variables }) => variables.length > 0)?.variables.map(({ name }) => name) ?? [];
    const header = ['against', objective, '', ...names.flatMap((name) => [name, '']), ''];
    const rows = rivals.map((rival) => [
        rival.label,
        ...[rival.objective, ...names.map((_, index) => rival.variables[index])].flatMap((value) => [
            value ? formatEstimate(value.estimate, value.interval) : '–',
            value?.interval ? formatInterval(value.interval) : '',
        ]),
        worseText(rival),
    ]);
    const remarks = rivals.flatMap((rival) => {
        const texts = rivalRemarks(rival);
        return texts.length === 0 ? [] : [`${INDENT}${rival.label}: ${texts.join('; ')}\n`];
    });
    return alignColumns([header, ...rows], INDENT) + remarks.join('');
}
