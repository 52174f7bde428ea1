/** A study's answers as text for people. */
import { formatEstimate, formatInterval } from '../quantity/print.js';
import type { PredictionReport, StudyReport } from '../study/report.js';
import { budgetText, extrapolationText } from './budgetText.js';
import { alignColumns } from './columns.js';
import { comparisonText } from './comparisonText.js';
import { fitText } from './fitText.js';
import { planText } from './planText.js';

const INDENT = '  ';

export function reportText({ fits, comparisons, predictions, budgets, plans }: StudyReport): string {
    const sections = [
        ...fits.map(fitText),
        ...comparisons.map(comparisonText),
        ...(predictions.length > 0 ? [predictionsText(predictions)] : []),
        ...budgets.map(budgetText),
        ...plans.map(planText),
    ];
    return sections.length > 0
        ? sections.join('\n')
        : 'Nothing is fitted, predicted, budgeted or planned in this file.\n';
}

function predictionsText(predictions: readonly PredictionReport[]): string {
    const rows = predictions.map(({ text, estimate, interval, newRun, extrapolation, message, caution }) => [
        text,
        estimate === null ? '–' : formatEstimate(estimate, interval),
        interval === null ? '' : formatInterval(interval),
        newRun === null ? '' : `a new run: ${formatInterval(newRun)}`,
        message ?? [extrapolationText(extrapolation), caution].filter(Boolean).join('. '),
    ]);
    return `predict\n${alignColumns(rows, INDENT)}`;
}
