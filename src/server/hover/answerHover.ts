/** The answers to a prediction and to a budget, with what they rest on. */
import { formatInterval, formatQuantity } from '../../quantity/print.js';
import { chosenOption, rankedTable } from '../../study/choiceWords.js';
import { comparedTable, heldOutWords } from '../../study/mixtureWords.js';
import type { BudgetAnswer, BudgetReport, Extrapolation, PredictionReport } from '../../study/report.js';
import { rivalName, worseText } from '../../study/decisionWords.js';
import { growths, sweepFree, sweepLimits, sweepOutside } from '../../study/sweepWords.js';
import { budgetHeadline, estimateText, extrapolationText } from '../answers.js';
import { decisionText } from './decisionHover.js';
import { codeBlock, paragraphs, plain, sentences, table } from './markdown.js';

/** Of a sweep this many points are shown. */
const SHOWN_POINTS = 9;
/** Of what is chosen from, so many of the best. */
const SHOWN_CONTENDERS = 5;

export function predictionHover({
    text,
    estimate,
    interval,
    newRun,
    extrapolation,
    message,
    caution,
}: PredictionReport): string {
    const answer =
        estimate === null ? plain(message ?? 'There is no answer yet.') : `**${estimateText(estimate, interval)}**`;
    const scatter = newRun === null ? undefined : `A new run: ${formatInterval(newRun)}.`;
    return paragraphs(codeBlock(`predict ${text}`), answer, scatter, outsideText(extrapolation), plain(caution ?? ''));
}

export function budgetHover(report: BudgetReport): string {
    const { name, goal, sweep } = report;
    return paragraphs(
        codeBlock(`budget ${name}: ${goal}`),
        sweep === null ? paragraphs(answerText(report), decisionText(report, goal)) : sweepText(report.name, sweep),
        plain(report.caution ?? ''),
    );
}

function answerText(answer: BudgetAnswer): string {
    const { status, message, objective, variables, choice, mixture, extrapolation } = answer;
    if (status !== 'optimal') return plain(message);
    const rows = [
        ...(choice?.chosen ?? []).map((each) => [plain(each.name), plain(chosenOption(each))]),
        ...variables.map(({ name, estimate, interval }) => [plain(name), estimateText(estimate, interval)]),
        ...(objective === null ? [] : [['objective', estimateText(objective.estimate, objective.interval)]]),
    ];
    const ranked = choice === null ? undefined : table(rankedTable(choice, 'objective').slice(0, SHOWN_CONTENDERS + 1));
    return paragraphs(
        table([['', 'optimum'], ...rows]),
        ranked,
        mixtureText(answer),
        mixture === null ? sentences(message) : undefined,
        outsideText(extrapolation),
    );
}

function mixtureText(answer: BudgetAnswer): string | undefined {
    const { mixture, message } = answer;
    if (mixture === null) return undefined;
    return paragraphs(plain(message), table(comparedTable(mixture)), plain(heldOutWords(mixture) ?? ''));
}

function sweepText(name: string, sweep: NonNullable<BudgetReport['sweep']>): string {
    const step = Math.max(1, Math.ceil((sweep.points.length - 1) / (SHOWN_POINTS - 1)));
    const shown = sweep.points.filter((_, index) => index % step === 0);
    const rivals = (shown[0]?.rivals ?? []).map((rival) => plain(`against ${rivalName(rival)}`));
    const rows = shown.map((point) => [
        formatQuantity(point.value),
        budgetHeadline(point),
        ...point.rivals.map(worseText),
    ]);
    const outside = sweepOutside(sweep).map((text) => `${text[0].toUpperCase()}${plain(text.slice(1))}.`);
    const limits = [...sweepLimits(sweep), ...sweepFree(sweep)].map((text) => `${sentences(text)}.`);
    const exponents = growths(sweep).map((text) => `${plain(text)}.`);
    return paragraphs(
        table([[plain(sweep.name), plain(name), ...rivals], ...rows]),
        limits.join(' '),
        exponents.join(' '),
        outside.join(' '),
    );
}

function outsideText(extrapolation: readonly Extrapolation[]): string | undefined {
    return extrapolation.length === 0 ? undefined : `Extrapolates: ${extrapolation.map(extrapolationText).join(', ')}.`;
}
