/** What surrounds a budget's answer as text for people: sentences, and a table of its rivals. */
import { bareEstimateIn, headingIn, intervalIn, type ShownUnits } from '../quantity/shownUnit.js';
import type { DecisionReport, RivalReport } from '../study/decisionReport.js';
import { decisionSentences, objectiveOf, rivalRemarks, worseText } from '../study/decisionWords.js';
import type { BudgetReport } from '../study/report.js';
import { alignColumns } from './columns.js';

const INDENT = '  ';

export function decisionText({ goal, ...decision }: DecisionReport & Pick<BudgetReport, 'goal' | 'units'>): string {
    const { rivals, units } = decision;
    const said = decisionSentences(decision, goal)
        .map((text) => `${INDENT}${text}\n`)
        .join('');
    return said + (rivals.length === 0 ? '' : rivalsText(rivals, objectiveOf(goal), units));
}

function rivalsText(rivals: readonly RivalReport[], objective: string, units: ShownUnits): string {
    const names = rivals.find(({ variables }) => variables.length > 0)?.variables.map(({ name }) => name) ?? [];
    const shown = [objective, ...names];
    const header = ['against', ...shown.flatMap((name) => [headingIn(units[name], name), '']), ''];
    const rows = rivals.map((rival) => [
        rival.label,
        ...[rival.objective, ...names.map((_, index) => rival.variables[index])].flatMap((value, index) => [
            value ? bareEstimateIn(units[shown[index]], value) : '–',
            value?.interval ? intervalIn(units[shown[index]], value.interval) : '',
        ]),
        worseText(rival),
    ]);
    const remarks = rivals.flatMap((rival) => {
        const texts = rivalRemarks(rival);
        return texts.length === 0 ? [] : [`${INDENT}${rival.label}: ${texts.join('; ')}\n`];
    });
    return alignColumns([header, ...rows], INDENT) + remarks.join('');
}
