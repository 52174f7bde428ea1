/** What surrounds a budget's answer in sentences; what the user wrote stands in backticks. */
import { formatEstimate, formatInterval, formatQuantity, formatRatio, hasWidth } from '../quantity/print.js';
import { estimateIn, intervalIn, quantityIn, type ShownUnit, type ShownUnits } from '../quantity/shownUnit.js';
import type { Difference, OptionEnd, Regret, RegretOptions, RegretRange, Stretch } from '../allocate/result.js';
import type { DecisionReport, JointReport, RivalReport, SensitivityReport } from './decisionReport.js';

/** The ends of a flat stretch, and what no interval is known of. */
const FEW_DIGITS = 2;
/** A stretch that is narrower than this ratio says no more than the optimum does. */
const NARROW = 1.005;
/** A change, as a share, that is none. */
const NOTHING = 1e-9;
/** From this ratio on, `1.9×`; below, percent. */
const FACTOR = 1.1;

/** All that is to be said of an answer besides what it is. */
export function decisionSentences(
    { regret, joint, sensitivities, units }: DecisionReport & { readonly units: ShownUnits },
    goal: string,
): string[] {
    const sentences = [
        regretText(regret, units),
        jointText(joint),
        ...sensitivities.map((each) => sensitivityText(each, goal, units)),
    ];
    // A limit that is written twice is told once.
    return [...new Set(sentences.filter((text) => text !== undefined))];
}

/** `The uncertainty of `N` and `D` is joint: their logarithms have a correlation of −0.98.` */
function jointText(joint: JointReport | null): string | undefined {
    if (joint === null || joint.correlation === null) return undefined;
    const [first, second] = joint.names.map((name) => `\`${name}\``);
    const correlation = formatQuantity(joint.correlation, FEW_DIGITS);
    return `The uncertainty of ${first} and ${second} is joint: their logarithms have a correlation of ${correlation}.`;
}

/** `Less than 0.2 % worse: `N` from 28B to 96B, `D` from 1.7T to 5.9T.`; undefined where every variable is as good as given. */
export function regretText(regret: Regret | null, units: ShownUnits): string | undefined {
    if (regret === null) return undefined;
    const ranges = regret.ranges.flatMap((range) => rangeText(range, units[range.name]) ?? []);
    const options = regret.options.flatMap((each) => optionsText(each) ?? []);
    const kept = options.length > 0 && ranges.length > 0 ? '; with this choice ' : '';
    const said = options.join(', ') + kept + ranges.join(', ');
    return said === '' ? undefined : `Less than ${tolerated(regret)} worse: ${said}.`;
}

/** `k` from 80 to 130, `bits` 4 or 8; undefined where the answer is the only one. */
function optionsText({ name, stretches }: RegretOptions): string | undefined {
    const isOne = stretches.every(({ lower, upper }) => lower.label === upper.label) && stretches.length === 1;
    const end = ({ label, reason }: OptionEnd): string => label + WHY_ENDS[reason];
    const texts = stretches.map(({ lower, upper }) =>
        lower.label === upper.label ? lower.label : `from ${end(lower)} to ${end(upper)}`,
    );
    return isOne ? undefined : `\`${name}\` ${texts.join(' or ')}`;
}

/** `N from 28B to 96B: less than 0.2 % worse`, as a heading; undefined where the variable is as good as given. */
export function flatText(regret: Regret, range: RegretRange, unit: ShownUnit | undefined): string | undefined {
    const stretch = stretchText(range, unit);
    return stretch && `${range.name} ${stretch}: less than ${tolerated(regret)} worse`;
}

/** `0.2 %`, or an amount where shares mean nothing. */
function tolerated({ share, amount }: Regret): string {
    return share === null ? formatQuantity(amount, FEW_DIGITS) : percent(share);
}

/** `from 28B to 96B`, and `or from 3B to 3.3B` around other optima; undefined where it is narrow and the only one. */
function stretchText({ others, ...own }: RegretRange, unit: ShownUnit | undefined): string | undefined {
    if (others.length === 0) return isNarrow(own) ? undefined : oneStretchText(own, unit);
    return [own, ...others].map((stretch) => oneStretchText(stretch, unit)).join(' or ');
}

function isNarrow({ lower, upper }: Stretch): boolean {
    return lower.value !== null && upper.value !== null && upper.value < lower.value * NARROW;
}

function oneStretchText({ lower, upper }: Stretch, unit: ShownUnit | undefined): string {
    if (lower.value === null && upper.value === null) return 'any';
    if (lower.value === null || upper.value === null) {
        const [word, end] = lower.value === null ? ['up to', upper] : ['from', lower];
        return `${word} ${endText(end, FEW_DIGITS, unit)}${lower.value === null ? '' : ' on'}`;
    }
    const agree = quantityIn(unit, lower.value, FEW_DIGITS) === quantityIn(unit, upper.value, FEW_DIGITS);
    const digits = agree ? FEW_DIGITS + 1 : FEW_DIGITS;
    return `from ${endText(lower, digits, unit)} to ${endText(upper, digits, unit)}`;
}

function rangeText(range: RegretRange, unit: ShownUnit | undefined): string | undefined {
    const stretch = stretchText(range, unit);
    return stretch && `\`${range.name}\` ${stretch}`;
}

const WHY_ENDS = { cost: '', bound: ' (its bound)', constraint: ' (where the constraints end)', open: '' };

function endText({ value, reason }: RegretRange['lower'], digits: number, unit: ShownUnit | undefined): string {
    return quantityIn(unit, value, reason === 'bound' ? undefined : digits) + WHY_ENDS[reason];
}

/** `10 % more of `6 * N * D <= 1e24 FLOP` lowers `surface(N, D)` by 0.0031 [0.0028, 0.0034] (0.16 %).` */
export function sensitivityText(
    { text, bound, move, change, share }: SensitivityReport,
    goal: string,
    units: ShownUnits,
): string {
    const limit = bound === null ? `\`${text}\`` : `the ${bound.bound} bound in \`${text}\``;
    const moved = `${percent(Math.abs(move))} ${move > 0 ? 'more' : 'less'} of ${limit}`;
    if (change.estimate === 0 || Math.abs(share ?? Infinity) < NOTHING) return `${moved} alone changes nothing.`;
    const [verb, size] = change.estimate < 0 ? ['lowers', opposite(change)] : ['raises', change];
    const relative = share === null ? '' : ` (${percent(Math.abs(share))})`;
    return `${moved} ${verb} \`${objectiveOf(goal)}\` by ${amountText(size, units[objectiveOf(goal)])}${relative}.`;
}

/** `0.8 % [0.6, 1.1] worse`; in the objective's own terms where shares mean nothing. */
export function worseText({ regret, excess }: Pick<RivalReport, 'regret' | 'excess'>): string {
    if (excess === null) return '';
    const found = regret ?? excess;
    if (regret !== null && Math.abs(regret.estimate) < NOTHING) return 'as good';
    const [word, size] = found.estimate < 0 ? ['better', opposite(found)] : ['worse', found];
    return `${regret === null ? amountText(size) : percentText(size)} ${word}`;
}

/** What else there is to say of a rival: why it has no answer, what it breaks, with what the same could be had. */
export function rivalRemarks({ message, chosen, breaches, saving }: RivalReport): readonly string[] {
    return [
        ...(message === '' ? [] : [message]),
        ...Object.entries(chosen).map(([name, option]) => `${name} = ${option}`),
        ...breaches.map(({ text, value, unit }) => `breaks \`${text}\` (${quantityIn(unit ?? undefined, value)})`),
        ...(saving === null ? [] : (savingText(saving) ?? [])),
    ];
}

/** `0.8 % [0.6, 1.1] worse`, `3.5 % better, beyond the limits`, or why there is no answer. */
export function rivalHeadline(rival: RivalReport): string {
    const { message, breaches } = rival;
    return message === '' ? worseText(rival) + (breaches.length === 0 ? '' : ', beyond the limits') : message;
}

/** The same in a table, where there is no room to say why. */
export function rivalCell(rival: RivalReport): string {
    return rival.message === '' ? rivalHeadline(rival) : '–';
}

export function rivalName({ label }: RivalReport): string {
    return `“${label}”`;
}

function savingText({ text, ratio }: NonNullable<RivalReport['saving']>): string[] {
    const [factor, word] = ratio >= 1 ? [ratio, 'less'] : [1 / ratio, 'more'];
    const reached = `the optimum reaches this ${word === 'less' ? 'with' : 'only with'}`;
    if (factor >= FACTOR) return [`${reached} ${formatRatio(factor)} ${word} \`${text}\``];
    const share = ratio >= 1 ? 1 - 1 / ratio : 1 / ratio - 1;
    return share < NOTHING ? [] : [`${reached} ${percent(share)} ${word} \`${text}\``];
}

export function objectiveOf(goal: string): string {
    return goal.replace(/^\w+\s+/, '');
}

function percent(share: number): string {
    return `${formatQuantity(100 * share, FEW_DIGITS)} %`;
}

function percentText({ estimate, interval }: Difference): string {
    const ends = interval && ([100 * interval[0], 100 * interval[1]] as const);
    if (!hasWidth(ends)) return percent(estimate);
    return `${formatEstimate(100 * estimate, ends)} % ${formatInterval(ends)}`;
}

function amountText({ estimate, interval }: Difference, unit?: ShownUnit): string {
    if (!hasWidth(interval)) return quantityIn(unit, estimate, FEW_DIGITS);
    return `${estimateIn(unit, { estimate, interval })} ${intervalIn(unit, interval)}`;
}

function opposite({ estimate, interval }: Difference): Difference {
    return { estimate: -estimate, interval: interval && [-interval[1], -interval[0]] };
}
