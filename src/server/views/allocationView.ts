/** The study's budgets as the Allocation panel takes them. */
import type { AllocationView, BudgetView, LimitView, RivalView } from '../../protocol/allocationPanel.js';
import type { EstimateView, MessageView } from '../../protocol/views.js';
import type { RivalReport } from '../../study/decisionReport.js';
import { decisionSentences, rivalHeadline, rivalRemarks } from '../../study/decisionWords.js';
import { factorOf, rangeIn } from '../../quantity/shownUnit.js';
import type { AdjustableLimit, BudgetPicture } from '../../study/pictures/budgetPictures.js';
import { growths, sweepFree, sweepLimits, sweepOutside } from '../../study/sweepWords.js';
import { extrapolationText } from '../answers.js';
import type { AllocationPicture } from '../../study/study.js';
import { documentName, numberOrNull, sentence } from './plain.js';
import { mixtureView } from './mixtureView.js';
import { planView } from './planView.js';

export function allocationView(uri: string, { budgets, plans }: AllocationPicture): AllocationView {
    return {
        documentUri: uri,
        documentName: documentName(uri),
        budgets: budgets.map(budgetView),
        plans: plans.map(planView),
    };
}

function budgetView({ report, limit, mixture, ...picture }: BudgetPicture): BudgetView {
    const { name, range, goal, status, message, rivals } = report;
    return {
        ...picture,
        name,
        line: range.start.line,
        goal,
        status,
        message,
        messages: messagesOf(report),
        sentences: decisionSentences(report, goal),
        alongRange: alongRange(report),
        rivals: rivals.map((rival) => rivalView(rival, picture, report)),
        limit: limit && limitView(limit),
        mixture: mixture && mixtureView(mixture),
    };
}

/** What limits where, what is free, and how the variables grow. */
function alongRange({ sweep, units }: BudgetPicture['report']): readonly string[] {
    if (sweep === null) return [];
    const unit = units[sweep.name];
    return [...sweepLimits(sweep, unit), ...sweepFree(sweep, unit), ...growths(sweep)].map(sentence);
}

/** With the units of the answer itself. */
function rivalView(
    rival: RivalReport,
    { objective, variables }: Pick<BudgetPicture, 'objective' | 'variables'>,
    { units }: Pick<BudgetPicture['report'], 'units'>,
): RivalView {
    const estimateView = (
        { name, unit }: EstimateView,
        { estimate, interval }: NonNullable<RivalReport['objective']>,
    ): EstimateView => {
        const shown = rangeIn(units[name], interval);
        return {
            name,
            unit,
            estimate: numberOrNull(estimate / factorOf(units[name])),
            lower: shown?.[0] ?? null,
            upper: shown?.[1] ?? null,
        };
    };
    return {
        label: rival.label,
        objective: objective && rival.objective && estimateView(objective, rival.objective),
        variables: rival.variables.map((value, index) => estimateView(variables[index], value)),
        verdict: rivalHeadline(rival),
        remarks: rival.message === '' ? rivalRemarks(rival) : [],
    };
}

function messagesOf({ extrapolation, caution, sweep, units }: BudgetPicture['report']): MessageView[] {
    const texts = [
        ...extrapolation.map((each) => `The answer’s ${extrapolationText(each)}.`),
        ...(sweep === null ? [] : sweepOutside(sweep, units[sweep.name]).map(sentence)),
    ];
    const outside = texts.map((text): MessageView => ({ severity: 'information', text }));
    return caution === null ? outside : [{ severity: 'warning', text: caution }, ...outside];
}

/** What is limited is the left side; the right one is the number that the slider moves. */
function limitView({ text, unit, written, shown, smallest, largest }: AdjustableLimit): LimitView {
    return { text: text.split(/\s*[<>=]=?\s*/)[0], unit, written, shown, smallest, largest };
}
