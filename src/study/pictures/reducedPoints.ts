/** The rows that a method made of the runs, one per budget or value of compute, as the points of a chart. */
import { studentQuantile } from '../../fit/distributions.js';
import type { EnvelopeReport } from '../../fit/methods/envelope.js';
import type { BudgetReport, IsoflopReport } from '../../fit/methods/isoflop.js';
import type { Interval } from '../../fit/result.js';
import { formatQuantity } from '../../quantity/print.js';
import { fittedConstants, type FitOutcome } from '../answers/constants.js';
import { givenBy } from '../answers/reductionSetup.js';
import type { MethodPlan } from '../lower/plan.js';
import { COMPUTE, computeOf } from '../roles.js';
import type { StudyRun } from '../run.js';
import { numberAt } from '../tables/columnFormulas.js';
import { bandsOf } from './bands.js';
import type { CurveAxis, CurvePoints } from './curvePictures.js';

/** A fit to what a method made of the runs. */
export interface ReducedOutcome extends FitOutcome {
    readonly plan: FitOutcome['plan'] & { readonly method: MethodPlan };
    readonly reduction: NonNullable<FitOutcome['reduction']>;
}

export function isReduced(outcome: FitOutcome): outcome is ReducedOutcome {
    return outcome.reduction !== null && outcome.plan.method !== undefined;
}

/** The names of the columns that the method gives. */
export function reducedColumns({ plan: { method }, table, reduction: { report } }: ReducedOutcome): string[] {
    return [...givenBy(method, table)].filter(([, column]) => report.rows[column].length > 0).map(([name]) => name);
}

export async function reducedPoints(
    outcome: ReducedOutcome,
    axes: readonly CurveAxis[],
    run: StudyRun,
): Promise<CurvePoints> {
    const { problem, target, table, reduction, result } = outcome;
    const { rows } = reduction.report;
    const count = rows.compute.length;
    const predicted = await bandsOf(
        problem.law,
        problem.argumentNames,
        problem.columns,
        fittedConstants(result),
        run.patience,
    );
    const reduced = reducedRowOfEach(reduction.report);
    const nothing = Array.from({ length: count }, () => null);
    return {
        sources: table.sources,
        lines: reduced.map((group, row) => lineOf(outcome, group, rows.compute[row])),
        state: reduced.map(() => 'fitted'),
        reason: nothing,
        x: Object.fromEntries(axes.map(({ key }) => [key, [...(columnNamed(key, outcome) ?? nothing)]])),
        observed: [...(columnNamed(target, outcome) ?? nothing)],
        predicted: reduced.map((_, row) => predicted[row]?.estimate ?? null),
        lower: reduced.map((_, row) => predicted[row]?.interval?.[0] ?? null),
        upper: reduced.map((_, row) => predicted[row]?.interval?.[1] ?? null),
        label: [...rows.compute].map((compute) => `${formatQuantity(compute)} FLOP`),
        total: count,
        reduced,
        spread: target === outcome.plan.method.size.name ? sizeIntervals(reduction.report) : null,
    };
}

/** The 95 % interval of N* that the residuals of a budget's parabola leave; null where they tell none. */
export function sizeInterval({ size, logSizeError, rows }: BudgetReport): Interval | null {
    if (size === null || logSizeError === null) return null;
    const reach = studentQuantile(0.975, rows.length - PARABOLA_COEFFICIENTS) * logSizeError;
    return [size * Math.exp(-reach), size * Math.exp(reach)];
}

const PARABOLA_COEFFICIENTS = 3;

function sizeIntervals(report: IsoflopReport | EnvelopeReport): CurvePoints['spread'] {
    if (report.kind === 'envelope') return null;
    return report.budgets.filter(({ status }) => status === 'used').map(sizeInterval);
}

/** Which budget or stretch each reduced row comes from: used ones, in order. */
function reducedRowOfEach(report: IsoflopReport | EnvelopeReport): number[] {
    const counts =
        report.kind === 'isoflop'
            ? report.budgets.map(({ status }) => (status === 'used' ? 1 : 0))
            : report.stretches.map(({ status, values }) => (status === 'used' ? values : 0));
    return counts.flatMap((count, group) => Array.from({ length: count }, () => group));
}

/** The run that stands for a reduced row: of a budget the one of lowest loss, of a curve the one of nearest compute. */
function lineOf({ reduction, table, plan }: ReducedOutcome, group: number, compute: number): number {
    const { report, runs } = reduction;
    const { rows } = report.kind === 'isoflop' ? report.budgets[group] : report.stretches[group];
    const column = table.columns.get(report.kind === 'isoflop' ? plan.method.loss.name : plan.method.compute.name);
    const distance = (row: number): number => {
        const value = numberAt(column, runs[row]) ?? Infinity;
        return report.kind === 'isoflop' ? value : Math.abs(Math.log(value / compute));
    };
    const best = rows.reduce((least, row) => (distance(row) < distance(least) ? row : least));
    return table.lines[runs[best]];
}

function columnNamed(name: string, { plan, table, reduction }: ReducedOutcome): Float64Array | undefined {
    const { rows } = reduction.report;
    if (name === COMPUTE && rows.tokens.length > 0) return rows.tokens.map((D, row) => computeOf(rows.size[row], D));
    const column = givenBy(plan.method, table).get(name);
    return column && rows[column].length === rows.compute.length ? rows[column] : undefined;
}
