/** The study's budgets as the Allocation panel takes them. */
import type { AllocationView, BudgetView, LimitView } from '../../protocol/allocationPanel.js';
import type { MessageView } from '../../protocol/views.js';
import type { AdjustableLimit, BudgetPicture } from '../../study/pictures/budgetPictures.js';
import { extrapolationText } from '../answers.js';
import { documentName } from './plain.js';

export function allocationView(uri: string, budgets: readonly BudgetPicture[]): AllocationView {
    return { documentUri: uri, documentName: documentName(uri), budgets: budgets.map(budgetView) };
}

function budgetView({ report, limit, ...picture }: BudgetPicture): BudgetView {
    const { name, range, goal, status, message } = report;
    return {
        ...picture,
        name,
        line: range.start.line,
        goal,
        status,
        message,
        messages: messagesOf(report),
        limit: limit && limitView(limit),
    };
}

function messagesOf({ extrapolation, caution }: BudgetPicture['report']): MessageView[] {
    const outside = extrapolation.map((each): MessageView => ({
        severity: 'information',
        text: `The answer’s ${extrapolationText(each)}.`,
    }));
    return caution === null ? outside : [{ severity: 'warning', text: caution }, ...outside];
}

/** What is limited is the left side; the right one is the number that the slider moves. */
function limitView({ text, unit, written, shown, smallest, largest }: AdjustableLimit): LimitView {
    return { text: text.split(/\s*[<>=]=?\s*/)[0], unit, written, shown, smallest, largest };
}
