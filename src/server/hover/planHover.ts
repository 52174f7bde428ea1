/** Which runs to do next, and what they are expected to bring. */
import { formatEstimate, formatInterval, formatQuantity } from '../../quantity/print.js';
import { factorOf, quantityIn } from '../../quantity/shownUnit.js';
import { formatSpread } from '../../quantity/spread.js';
import type { PlanReport } from '../../study/planReport.js';
import { extrapolationText, planHeadline } from '../answers.js';
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
    const { target, estimate, interval, runs, cost } = plan;
    const spent =
        cost === null
            ? undefined
            : `Cost: ${costText(cost.spent, cost)} of ${plain(quantityIn(cost.unit ?? undefined, cost.limit, DIGITS))}`;
    return paragraphs(
        `\`${target}\` is ${formatEstimate(estimate, interval)}. Its 95 % interval: **${planHeadline(plan)}**`,
        runsTable(runs, cost),
        spent,
        knownText(plan),
    );
}

function costText(value: number | null, cost: PlanReport['cost']): string {
    return formatQuantity(value === null ? null : value / factorOf(cost?.unit ?? undefined), DIGITS);
}

function runsTable(runs: PlanReport['runs'], total: PlanReport['cost']): string {
    const names = runs[0].values.map(({ name }) => plain(name));
    const header = ['run', ...names, ...(total === null ? [] : ['cost']), 'expected', 'outside the data'];
    const rows = runs.map(({ values, cost, interval, extrapolation }, index) => [
        String(index + 1),
        ...values.map(({ value }) => formatQuantity(value, DIGITS)),
        ...(total === null ? [] : [costText(cost, total)]),
        `${formatSpread(interval)} ${formatInterval(interval)}`,
        extrapolation.map(extrapolationText).join(', '),
    ]);
    return table([header, ...rows]);
}

function knownText({ known, cost: total }: PlanReport): string | undefined {
    const parts = known.map(
        ({ kind, runs, interval, cost }) =>
            `\`${kind}\` ${formatSpread(interval)} (${runs} runs, ${costText(cost, total)})`,
    );
    return parts.length === 0 ? undefined : `Instead: ${parts.join(', ')}.`;
}
