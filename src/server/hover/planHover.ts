/** Which runs to do next, and what they are expected to bring. */
import { formatEstimate } from '../../quantity/print.js';
import { quantityIn } from '../../quantity/shownUnit.js';
import type { PlanReport } from '../../study/planReport.js';
import { costText, designsTable, runsTable } from '../../study/planWords.js';
import { planHeadline } from '../answers.js';
import { codeBlock, paragraphs, plain, table } from './markdown.js';

const DIGITS = 3;

export function planHover(plan: PlanReport): string {
    const { name, target, message, caution } = plan;
    return paragraphs(
        codeBlock(`plan ${name}: narrow ${target}`),
        message === null ? answerText(plan) : plain(message),
        plain(caution ?? ''),
    );
}

function answerText(plan: PlanReport): string {
    const { target, estimate, interval, cost } = plan;
    const designs = designsTable(plan);
    const spent =
        cost === null
            ? undefined
            : `Cost: ${costText(cost.spent, cost)} of ${plain(quantityIn(cost.unit ?? undefined, cost.limit, DIGITS))}`;
    return paragraphs(
        `\`${target}\` is ${formatEstimate(estimate, interval)}. Its 95 % interval: **${planHeadline(plan)}**`,
        table(runsTable(plan)),
        spent,
        designs && table(designs),
    );
}
