/** Answers to budgets that ask for a mixture of samples. */
import { costsOf, type Arm, type Attempts } from '../../allocate/mixture/attempts.js';
import { Coverage } from '../../allocate/mixture/coverage.js';
import { cheapestFor, mostWithin, type Demand } from '../../allocate/mixture/demand.js';
import { findMixture, type MixtureAnswer, type Rival } from '../../allocate/mixture/mixture.js';
import { formatQuantity } from '../../quantity/print.js';
import { fingerprint } from '../fingerprint.js';
import type { MixturePlan } from '../lower/mixturePlan.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import type { MixtureReport, MixtureRival } from '../mixtureReport.js';
import type { BudgetAnswer } from '../report.js';
import type { StudyRun } from '../run.js';
import { readAttempts } from './attempts.js';
import { header, unanswered, type BudgetOutcome } from './budgets.js';
import { isObstacle, type Obstacle } from './constants.js';

/** Samples that are placed one by one. */
const MOST_SAMPLES = 1e6;

/** `trial` puts another value in the place of the limit, or of the share. */
export async function answerMixture(
    plan: BudgetPlan,
    mixture: MixturePlan,
    run: StudyRun,
    trial?: number,
): Promise<BudgetOutcome> {
    const table = await run.tableOf(mixture.runs);
    const attempts =
        table === undefined ? { message: `\`${mixture.runs.name}\` has errors.` } : readAttempts(mixture, table);
    if (isObstacle(attempts)) return refused(plan, attempts, table === undefined ? undefined : run);
    const limits = plan.sweep?.values ?? [trial ?? (mixture.limit as number)];
    const tooLarge = limits
        .map((limit) => tooLargeAt(attempts, demandAt(limit, mixture), mixture))
        .find((each) => each !== undefined);
    if (tooLarge !== undefined) return refused(plan, tooLarge, run);
    if (plan.sweep === null) {
        const answer = withUsed(await answerAt(limits[0], attempts, plan, mixture, run));
        if (answer.status !== 'optimal' && trial === undefined) warn(plan, answer, run);
        return { plan, report: { ...header(plan), caution: null, ...answer, sweep: null }, solved: null };
    }
    const points: Point[] = [];
    for (const value of limits) points.push({ value, ...(await answerAt(value, attempts, plan, mixture, run)) });
    return sweepOutcome(plan, points, run);
}

type Point = BudgetAnswer & { readonly value: number };

async function answerAt(
    limit: number,
    attempts: Attempts,
    plan: BudgetPlan,
    mixture: MixturePlan,
    run: StudyRun,
): Promise<BudgetAnswer> {
    const demand = demandAt(limit, mixture);
    return answerOf(await solve(attempts, demand, plan, run), attempts, demand, plan, mixture);
}

function demandAt(limit: number, { aim }: MixturePlan): Demand {
    return aim === 'cost' ? cheapestFor(limit) : mostWithin(limit);
}

function sweepOutcome(plan: BudgetPlan, points: readonly Point[], run: StudyRun): BudgetOutcome {
    const name = plan.sweep?.name ?? '';
    const failed = points.filter(({ status }) => status !== 'optimal');
    const [first] = failed;
    const solved = `${points.length - failed.length} of ${points.length} points are solved`;
    const message =
        first === undefined
            ? `All ${points.length} points are solved.`
            : `${solved}; at ${name} = ${first.value}: ${first.message}`;
    const status = first?.status ?? 'optimal';
    if (first !== undefined) warn(plan, { status, message }, run);
    const sweep = { name, points: withUsedAnywhere(points), exponents: [] };
    return { plan, report: { ...header(plan), caution: null, ...unanswered(message), status, sweep }, solved: null };
}

function refused(
    plan: BudgetPlan,
    { message, range = plan.range }: Obstacle,
    run: StudyRun | undefined,
): BudgetOutcome {
    run?.problems.add(run.plan.uri, { code: 'no-mixture', severity: 'error', message, range });
    const report = { ...header(plan), ...unanswered(message), caution: null, sweep: null };
    return { plan, report, solved: null };
}

function warn(
    { range }: BudgetPlan,
    { status, message }: Pick<BudgetAnswer, 'status' | 'message'>,
    run: StudyRun,
): void {
    run.problems.add(run.plan.uri, { code: `budget-${status}`, severity: 'warning', message, range });
}

function tooLargeAt(attempts: Attempts, { aim, limit }: Demand, { range, count }: MixturePlan): Obstacle | undefined {
    const costs = costsOf(attempts);
    const samples = attempts.arms.reduce((sum, arm, index) => sum + Math.min(arm.limit, limit / costs[index]), 0);
    if (samples <= MOST_SAMPLES) return undefined;
    const [where, remedy] = aim === 'cost' ? ['There', ''] : ['Within this limit there', 'lower the limit, or '];
    const message = `${where} are up to ${formatQuantity(samples, 3)} samples of a problem to place, more than can be (${MOST_SAMPLES / 1e6} million): ${remedy}bound the counts, \`${count} in 0 .. 100\`.`;
    return { message, range };
}

function solve(attempts: Attempts, demand: Demand, plan: BudgetPlan, run: StudyRun): Promise<MixtureAnswer | null> {
    const asksHeldOut = plan.sweep === null;
    const question = { attempts, demand, seed: plan.mixture?.seed ?? 0, asksHeldOut };
    return run.memory.mixtures.get(fingerprint(question), () => {
        run.patience.begin?.(`budget ${plan.name}`);
        return findMixture(question, run.patience);
    });
}

function answerOf(
    found: MixtureAnswer | null,
    attempts: Attempts,
    demand: Demand,
    { constraints }: BudgetPlan,
    mixture: MixturePlan,
): BudgetAnswer {
    if (found === null) return { ...unanswered(noMixture(attempts, demand, mixture)), status: 'infeasible' };
    const { arms } = attempts;
    const counts = Array.from(found.counts);
    const full = arms.flatMap((arm, index) => (counts[index] === arm.limit ? [nameOf(arm, mixture)] : []));
    return {
        ...unanswered([proofText(found, mixture), fullText(full, mixture)].filter((text) => text !== '').join(' ')),
        status: 'optimal',
        objective: found[mixture.aim],
        variables: arms.map((arm, index) => ({ name: nameOf(arm, mixture), estimate: counts[index], interval: null })),
        mixture: reportOf(found, attempts, mixture),
        binding: found.isBinding ? constraints.map(({ text }) => text) : [],
    };
}

/** `k[large]`, `k[large, hard]` */
function nameOf({ labels }: Arm, { count }: MixturePlan): string {
    return `${count}[${labels.join(', ')}]`;
}

function noMixture(attempts: Attempts, { aim, limit, share }: Demand, mixture: MixturePlan): string {
    return aim === 'cost' ? shareNotReached(attempts, share, mixture) : nothingFits(attempts, limit, mixture);
}

function shareNotReached(attempts: Attempts, share: number, { count, most, drawn }: MixturePlan): string {
    const [wanted, reached] = [share, new Coverage(attempts).attainable()].map((each) => formatQuantity(each, 6));
    const isBounded = attempts.arms.every(({ limit }) => limit === most);
    const all = isBounded ? `\`${count}\` at its upper bound` : `all \`${drawn.text}\` samples of each`;
    return `No mixture solves a share of ${wanted}: with ${all} it is ${reached}.`;
}

function nothingFits(attempts: Attempts, limit: number, mixture: MixturePlan): string {
    const costs = costsOf(attempts);
    const cheapest = costs.indexOf(costs.reduce((least, cost) => Math.min(least, cost), Infinity));
    const arm = attempts.arms[cheapest];
    return `Not one sample fits into ${formatQuantity(limit)}: of ${arm.labels.join(', ')}, the cheapest, one costs ${formatQuantity(costs[cheapest], 4)} in the mean over all problems${arm.limit === 0 ? `, and \`${mixture.count}\` is bounded by 0` : ''}.`;
}

const SAME = 1e-9;
/** Counts at their limit that are named. */
const MOST_NAMED = 5;

function proofText({ solved, cost, bound }: MixtureAnswer, { aim }: MixturePlan): string {
    if (aim === 'cost') {
        if (bound >= cost.estimate * (1 - SAME)) return 'Proven the cheapest mixture.';
        return `The cheapest mixture found; none that solves the share costs less than ${formatQuantity(bound, 4)}.`;
    }
    if (bound <= solved.estimate + SAME) return 'Proven the best mixture.';
    return `The best mixture found; none solves more than ${formatQuantity(bound, 4)}.`;
}

function fullText(full: readonly string[], { drawn, most }: MixturePlan): string {
    if (full.length === 0) return '';
    const [verb, end] = full.length === 1 ? ['is', 'its'] : ['are', 'their'];
    const limit = most === Infinity ? `\`${drawn.text}\`, beyond which nothing is known` : 'upper bound';
    const named = full.slice(0, MOST_NAMED).map((name) => `\`${name}\``);
    const others = full.length > MOST_NAMED ? ` and ${full.length - MOST_NAMED} more` : '';
    return `${named.join(', ')}${others} ${verb} at ${end} ${limit}.`;
}

function reportOf(found: MixtureAnswer, { problems, arms }: Attempts, { aim, by }: MixturePlan): MixtureReport {
    const { solved, cost, bound, single, uniform, heldOut } = found;
    const rival = (each: Rival | null, isOfEach: boolean): MixtureRival | null => {
        if (each === null) return null;
        const { counts, solved, cost: spent, ahead } = each;
        const used = arms.filter((_, index) => counts[index] > 0);
        const label = `${Math.max(...counts)} of ${isOfEach ? 'each' : commonLabels(used)}`;
        return { label, solved, cost: spent, ahead };
    };
    const counts = arms.map(({ labels, limit }, index) => ({ labels, count: found.counts[index], limit }));
    return {
        aim,
        columns: by.map(({ name }) => name),
        counts,
        problems,
        solved,
        cost,
        bound,
        single: rival(single, false),
        uniform: rival(uniform, true),
        heldOut,
    };
}

/** What arms share: those of one configuration, the configuration. */
function commonLabels([first, ...others]: readonly Arm[]): string {
    return first.labels.filter((label, column) => others.every(({ labels }) => labels[column] === label)).join(', ');
}

/** Arms without samples are told in the counts alone. */
function withUsed(answer: BudgetAnswer): BudgetAnswer {
    return { ...answer, variables: answer.variables.filter(({ estimate }) => estimate > 0) };
}

/** Along a sweep: those that are used at any of its points. */
function withUsedAnywhere<T extends BudgetAnswer>(points: readonly T[]): readonly T[] {
    const used = new Set(points.flatMap((point) => withUsed(point).variables.map(({ name }) => name)));
    return points.map((point) => ({ ...point, variables: point.variables.filter(({ name }) => used.has(name)) }));
}
