/** The study's answers in words, as hovers, hints and lenses show them. Numbers carry the digits that are known. */
import { formatEstimate, formatInterval, formatQuantity, formatRatio, hasWidth } from '../quantity/print.js';
import { estimateIn, intervalIn, quantityIn, type ShownUnit, type ShownUnits } from '../quantity/shownUnit.js';
import { formatSpread } from '../quantity/spread.js';
import { chosenOption } from '../study/choiceWords.js';
import type { PlanReport } from '../study/planReport.js';
import { runsText } from '../study/planWords.js';
import type { BudgetAnswer, Extrapolation, FitReport } from '../study/report.js';

type ParameterEstimate = FitReport['parameters'][number];
type Answered = NonNullable<BudgetAnswer['objective']>;
type Interval = ParameterEstimate['interval'];

/** `1.82 [1.77, 1.87]`; the estimate alone where no interval is known, or none that digits can show. */
export function estimateText(estimate: number | null, interval: Interval): string {
    return hasWidth(interval)
        ? `${formatEstimate(estimate, interval)} ${formatInterval(interval)}`
        : formatQuantity(estimate);
}

/** `30 days [28, 33]` */
export function valueText(unit: ShownUnit | undefined, { estimate, interval }: Answered): string {
    return hasWidth(interval)
        ? `${estimateIn(unit, { estimate, interval })} ${intervalIn(unit, interval)}`
        : quantityIn(unit, estimate);
}

function estimateAlone(estimate: number | null, interval: Interval): string {
    return hasWidth(interval) ? formatEstimate(estimate, interval) : formatQuantity(estimate);
}

/** `0.348 ± 0.015 [0.317, 0.373]`; without what is not known, or what digits cannot show. */
export function parameterText({ estimate, standardError, interval }: ParameterEstimate): string {
    const spread: Interval =
        estimate === null || standardError === null ? null : [estimate - standardError, estimate + standardError];
    if (!hasWidth(spread)) return estimateText(estimate, interval);
    const error = `± ${formatQuantity(standardError, 2)}`;
    const value = `${formatEstimate(estimate, interval ?? spread)} ${error}`;
    return hasWidth(interval) ? `${value} ${formatInterval(interval)}` : value;
}

/** `E 1.817, A 477.8, … (240 rows)`. */
export function fitHeadline(fit: FitReport): string {
    const values = fit.parameters.map(({ name, estimate, interval }) => `${name} ${estimateAlone(estimate, interval)}`);
    return `${values.join(', ')} (${rowsText(fit.rows)})`;
}

/** For example `surface: E 1.817, A 477.8 (240 rows)`; a grouped fit names its group. */
export function fitSentence(fit: FitReport): string {
    const group = fit.group === null ? '' : ` for ${fit.group}`;
    return `${fit.law}${group}: ${fit.parameters.length === 0 ? fit.stopped.message : fitHeadline(fit)}`;
}

export function rowsText(rows: number): string {
    return rows === 1 ? '1 row' : `${rows} rows`;
}

/** Why a parameter is not simply estimated; undefined when it is. */
export function parameterNote({ status }: ParameterEstimate): string | undefined {
    return PARAMETER_NOTES[status];
}

const PARAMETER_NOTES: Readonly<Record<ParameterEstimate['status'], string | undefined>> = {
    estimated: undefined,
    pinned: 'pinned',
    tied: 'tied',
    'at-lower-bound': 'at its lower bound',
    'at-upper-bound': 'at its upper bound',
    unidentified: 'not identified by the data',
};

/** `compute is 3.2× above the fitted data`. */
export function extrapolationText({ quantity, direction, ratio, preset }: Extrapolation): string {
    const reference = preset === null ? 'the fitted data' : `the runs of “${preset}”`;
    return `${quantity} is ${formatRatio(ratio)} ${direction} ${reference}`;
}

/** `N 63.1B [60B, 66B], D 2.64T [2.5T, 2.8T]`, of a mixture `0.58 [0.54, 0.63] solved, k[small] 3` or `3.2 spent, k[small] 3`, or why there is no answer. */
export function budgetHeadline(answer: BudgetAnswer, units: ShownUnits): string {
    if (answer.status !== 'optimal') return answer.message;
    const chosen = (answer.choice?.chosen ?? []).map((each) => `${each.name} ${chosenOption(each, units)}`);
    const decided = answer.variables.map((value) => `${value.name} ${valueText(units[value.name], value)}`);
    const { mixture, objective } = answer;
    const reached =
        mixture === null || objective === null
            ? []
            : [
                  `${estimateText(objective.estimate, objective.interval)} ${mixture.aim === 'cost' ? 'spent' : 'solved'}`,
              ];
    return [...reached, ...chosen, ...decided].join(', ');
}

/** `from ±38 % to ±17 % with 4 runs`, or why there is no plan. */
export function planHeadline({ interval, expected, runs, message }: PlanReport): string {
    if (interval === null || expected === null) return message ?? 'There is no plan yet.';
    return `from ${formatSpread(interval)} to ${formatSpread(expected)} with ${runsText(runs.length)}`;
}

/** `+1.2 %`. */
export function percentText(fraction: number): string {
    const percent = formatQuantity(Math.abs(fraction) * 100, 2);
    return `${fraction < 0 ? '−' : '+'}${percent} %`;
}
