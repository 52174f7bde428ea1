/** Which runs to do next, in words and as tables. */
import { formatEstimate, formatInterval, formatQuantity, formatRatio } from '../quantity/print.js';
import { factorOf, headingIn, quantityIn } from '../quantity/shownUnit.js';
import { formatSpread } from '../quantity/spread.js';
import type { PlanReport } from './planReport.js';
import type { Extrapolation } from './report.js';

const DIGITS = 3;

/** What is narrowed, how well it is known, how well it will be, and at what cost; none where there is no plan. */
export function planSentences({ target, estimate, interval, expected, runs, cost, isBatch }: PlanReport): string[] {
    if (interval === null || expected === null) return [];
    const [now, then] = [interval, expected].map((each) => `${formatSpread(each)} ${formatInterval(each)}`);
    const count = `${runsText(runs.length)}${isBatch ? '' : ', one at a time'}`;
    const spent =
        cost === null
            ? ''
            : `, ${costText(cost.spent, cost)} of ${quantityIn(cost.unit ?? undefined, cost.limit, DIGITS)}`;
    return [
        `\`${target}\` is ${formatEstimate(estimate, interval)}`,
        `its 95 % interval is ${now}, and expected to be ${then} after ${count}${spent}`,
    ];
}

/** What was looked through. */
export function searchedWords({ candidates, resolution }: PlanReport): string {
    const within =
        resolution === null ? '' : `, values in ranges to within ${formatQuantity((resolution - 1) * 100, 2)} %`;
    return `of ${candidates} candidates${within}`;
}

/** In the order in which they are best begun, each with the interval that is expected once it is done. */
export function runsTable({ runs, cost }: PlanReport): string[][] {
    const names = runs[0].values.map(({ name }) => name);
    const isOutside = runs.some(({ extrapolation }) => extrapolation.length > 0);
    const header = ['run', ...names, ...(cost === null ? [] : [costHeading(cost)]), 'expected', '95 % interval'];
    const rows = runs.map(({ values, cost: own, interval, extrapolation }, index) => [
        String(index + 1),
        ...values.map(({ value }) => formatQuantity(value, DIGITS)),
        ...(cost === null ? [] : [costText(own, cost)]),
        formatSpread(interval),
        formatInterval(interval),
        ...(isOutside ? [outsideWords(extrapolation)] : []),
    ]);
    return [isOutside ? [...header, 'outside the data'] : header, ...rows];
}

/** The plan beside the designs that it is compared with; undefined where it is with none. */
export function designsTable({ runs, cost, expected, known }: PlanReport): string[][] | undefined {
    if (known.length === 0 || expected === null) return undefined;
    const designs = [{ kind: 'this plan', runs: runs.length, cost: cost?.spent ?? null, interval: expected }, ...known];
    return [
        ['design', 'runs', costHeading(cost), 'expected', '95 % interval'],
        ...designs.map(({ kind, runs: count, cost: spent, interval }) => [
            kind,
            String(count),
            costText(spent, cost),
            formatSpread(interval),
            formatInterval(interval),
        ]),
    ];
}

/** `19× above in compute, 5.9× in N`: the direction where it is another; empty inside the data. */
export function outsideWords(extrapolation: readonly Extrapolation[]): string {
    return extrapolation
        .map(({ quantity, direction, ratio }, index) => {
            const isSame = extrapolation[index - 1]?.direction === direction;
            return `${formatRatio(ratio)} ${isSame ? '' : `${direction} `}in ${quantity}`;
        })
        .join(', ');
}

/** `1 run`, `4 runs`. */
export function runsText(count: number): string {
    return count === 1 ? '1 run' : `${count} runs`;
}

/** Without its unit, which stands in the heading. */
export function costText(value: number | null, cost: PlanReport['cost']): string {
    return formatQuantity(value === null ? null : value / factorOf(cost?.unit ?? undefined), DIGITS);
}

/** A unit that is the base term is named with the limit alone. */
function costHeading(cost: PlanReport['cost']): string {
    const unit = cost?.unit ?? undefined;
    return headingIn(unit?.factor === 1 ? undefined : unit, 'cost');
}
