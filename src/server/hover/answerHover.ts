/** The answers to a prediction and to a budget, with what they rest on. */
import { formatInterval } from '../../quantity/print.js';
import { quantityIn } from '../../quantity/shownUnit.js';
import { chosenOption, rankedTable } from '../../study/choiceWords.js';
import { comparedTable, heldOutWords } from '../../study/mixtureWords.js';
import type { BudgetAnswer, BudgetReport, Extrapolation, PredictionReport } from '../../study/report.js';
import { objectiveOf, rivalCell, rivalName } from '../../study/decisionWords.js';
import { growths, sweepFree, sweepLimits, sweepOutside } from '../../study/sweepWords.js';
import { budgetHeadline, estimateText, extrapolationText, valueText } from '../answers.js';
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
        sweep === null ? paragraphs(answerText(report), decisionText(report)) : sweepText(report, sweep),
        plain(report.caution ?? ''),
    );
}

function answerText(answer: BudgetReport): string {
    const { units, goal, status, message, objective, variables, choice, mixture, extrapolation } = answer;
    if (status !== 'optimal') return plain(message);
    const rows = [
        ...(choice?.chosen ?? []).map((each) => [plain(each.name), plain(chosenOption(each, units))]),
        ...variables.map((value) => [plain(value.name), valueText(units[value.name], value)]),
        ...(objective === null ? [] : [['objective', valueText(units[objectiveOf(goal)], objective)]]),
    ];
    const ranked =
        choice === null ? undefined : table(rankedTable(choice, 'objective', answer).slice(0, SHOWN_CONTENDERS + 1));
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

function sweepText({ name, units }: BudgetReport, sweep: NonNullable<BudgetReport['sweep']>): string {
    const step = Math.max(1, Math.ceil((sweep.points.length - 1) / (SHOWN_POINTS - 1)));
    const shown = sweep.points.filter((_, index) => index % step === 0);
    const rivals = (shown[0]?.rivals ?? []).map((rival) => plain(`against ${rivalName(rival)}`));
    const rows = shown.map((point) => [
        quantityIn(units[sweep.name], point.value),
        budgetHeadline(point, units),
        ...point.rivals.map(rivalCell),
    ]);
    const unit = units[sweep.name];
    const outside = sweepOutside(sweep, unit).map((text) => `${text[0].toUpperCase()}${plain(text.slice(1))}.`);
    const limits = [...sweepLimits(sweep, unit), ...sweepFree(sweep, unit)].map((text) => `${sentences(text)}.`);
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
