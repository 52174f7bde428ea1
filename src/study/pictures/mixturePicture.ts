/** A mixture of samples as the Allocation panel shows it: what it solves at what cost, beside each configuration alone. */
import { aloneCurves } from '../../allocate/mixture/alone.js';
import type { Arm } from '../../allocate/mixture/attempts.js';
import { readAttempts } from '../answers/attempts.js';
import { isObstacle } from '../answers/constants.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import type { MixturePlan } from '../lower/mixturePlan.js';
import type { MixtureReport } from '../mixtureReport.js';
import { comparedTable, heldOutWords, intervalWords } from '../mixtureWords.js';
import type { BudgetReport } from '../report.js';
import type { StudyRun } from '../run.js';
import type { CoveragePicture, MixturePicture } from './budgetPictures.js';

/** Null where there is no mixture; `trial` is the limit that was asked for instead of the written one, in base terms. */
export async function mixturePicture(
    plan: BudgetPlan,
    report: BudgetReport,
    trial: number | undefined,
    run: StudyRun,
): Promise<MixturePicture | null> {
    const { mixture, objective } = report;
    if (plan.mixture === null || mixture === null || objective === null) return null;
    const table = await run.tableOf(plan.mixture.runs);
    const attempts = table && readAttempts(plan.mixture, table);
    if (attempts === undefined || isObstacle(attempts)) return null;
    const { arms } = attempts;
    const alone = aloneCurves(attempts).map(({ arms: own, ...curve }) => ({
        label: sharedLabels(own.map((arm) => arms[arm])).join(', '),
        ...curve,
    }));
    return {
        strata: strataTable(mixture, arms),
        compared: comparedTable(mixture),
        sentences: [heldOutWords(mixture), intervalWords(mixture)].filter((text) => text !== undefined),
        coverage: {
            aim: mixture.aim,
            ...outcomes(mixture, plan.mixture, trial),
            solved: mixture.solved,
            alone,
        },
    };
}

function outcomes(
    { cost, bound, single, uniform, heldOut }: MixtureReport,
    { limit }: MixturePlan,
    trial: number | undefined,
): Omit<CoveragePicture, 'aim' | 'solved' | 'alone'> {
    const placed = (name: string, rival: MixtureReport['single']) =>
        rival === null ? [] : [{ name, label: rival.label, cost: rival.cost, solved: rival.solved }];
    return {
        limit: trial ?? (limit === 'swept' ? null : limit),
        bound,
        cost,
        rivals: [...placed('best single', single), ...placed('uniform', uniform)],
        heldOut: heldOut?.scored ?? null,
    };
}

/** The values that arms have in common: those of one configuration, the configuration. */
function sharedLabels([first, ...others]: readonly Arm[]): readonly string[] {
    return first.labels.filter((label, column) => others.every(({ labels }) => labels[column] === label));
}

/** Configurations by strata, with a header; null where there is one count for each configuration. */
function strataTable({ columns, counts }: MixtureReport, arms: readonly Arm[]): readonly (readonly string[])[] | null {
    const members = new Map<number, number[]>();
    arms.forEach(({ configuration }, arm) => members.set(configuration, [...(members.get(configuration) ?? []), arm]));
    const rows = [...members.values()];
    const isStratum = columns.map((_, column) =>
        rows.some((own) => own.some((arm) => arms[arm].labels[column] !== arms[own[0]].labels[column])),
    );
    if (!isStratum.includes(true)) return null;
    const stratumOf = ({ labels }: Arm): string => labels.filter((_, column) => isStratum[column]).join(', ');
    const strata = [...new Set(arms.map(stratumOf))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const named = columns.filter((_, column) => !isStratum[column]).join(', ');
    return [
        [named, ...strata],
        ...rows.map((own) => [
            sharedLabels(own.map((arm) => arms[arm])).join(', '),
            ...strata.map((stratum) => {
                const arm = own.find((each) => stratumOf(arms[each]) === stratum);
                return arm === undefined ? '' : String(counts[arm].count);
            }),
        ]),
    ];
}
