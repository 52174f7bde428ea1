/** What a budget chose, in words and as a ranked table. */
import { formatQuantity } from '../quantity/print.js';
import { bareEstimateIn, headingIn, intervalIn, type ShownUnits } from '../quantity/shownUnit.js';
import { objectiveOf } from './decisionWords.js';
import type { BudgetAnswer, BudgetReport } from './report.js';

type ChoiceReport = NonNullable<BudgetAnswer['choice']>;
type Chosen = ChoiceReport['chosen'][number];

/** `4`, `37 [30, 45]`: of numbers with their interval. */
export function chosenOption({ name, label, number }: Chosen, units: ShownUnits): string {
    const interval = number?.interval ?? null;
    return interval === null || interval[0] === interval[1] ? label : `${label} ${intervalIn(units[name], interval)}`;
}

/** `best in 83 % of draws`; undefined where it is so in all, and where no uncertainty is known. */
export function certaintyText({ share }: Chosen): string | undefined {
    return share === null || share === 1 ? undefined : `best in ${percent(share)} of draws`;
}

/** Best first: the options, the goal, how much worse it is, the variables, and in how many draws it is best. */
export function rankedTable(
    { chosen, contenders }: ChoiceReport,
    word: string,
    { units, goal }: Pick<BudgetReport, 'units' | 'goal'>,
): string[][] {
    const [best] = contenders;
    const hasShares = contenders.some(({ share }) => share !== null);
    const variables = best?.variables.map(({ name }) => name) ?? [];
    const unit = units[objectiveOf(goal)];
    const headings = variables.map((name) => headingIn(units[name], name));
    const header = [...chosen.map(({ name }) => name), headingIn(unit, word), 'worse by', ...headings];
    const rows = contenders.map(({ labels, objective, worse, variables: decided, share }, rank) => [
        ...labels,
        bareEstimateIn(unit, objective),
        rank === 0 ? '' : worseText(worse, best.objective.estimate),
        ...decided.map((value) => bareEstimateIn(units[value.name], value)),
        ...(hasShares ? [share === null ? '' : percent(share)] : []),
    ]);
    return [hasShares ? [...header, 'best in'] : header, ...rows];
}

/** In percent of the best. */
function worseText({ estimate, interval }: ChoiceReport['contenders'][number]['worse'], best: number): string {
    const share = (value: number): string => formatQuantity((100 * value) / Math.abs(best), 2);
    if (best === 0) return formatQuantity(estimate, 2);
    return `${share(estimate)} %${interval === null ? '' : ` [${interval.map(share).join(', ')}]`}`;
}

function percent(share: number): string {
    return `${formatQuantity(100 * share, 2)} %`;
}
