/** What the Curves panel draws of each fit: its axes, its rows, the law as lines, and the predictions asked of it. */
import type { Column } from '../../data/table.js';
import { describeDimension } from '../../quantity/dimension.js';
import { isNumberColumn, numberAt } from '../tables/columnFormulas.js';
import type { FitOutcome } from '../answers/constants.js';
import { curveLines } from './curveLines.js';
import { curveTargets } from './curveTargets.js';
import { fitReport, rowPredictions } from '../answers/fitReports.js';
import type { CurveAxis, CurvePoints, FitCurves, NumberOrNull } from './pictures.js';
import { COMPUTE, computeOf, rolesOf } from '../roles.js';
import { stateOf } from '../tables/rows.js';
import type { StudyRun } from '../run.js';
import { unitOfColumn } from '../summary.js';

const MOST_POINTS = 2000;

export async function curvesOf(run: StudyRun): Promise<FitCurves[]> {
    const curves: FitCurves[] = [];
    for (const fit of run.plan.fits) {
        for (const outcome of await run.outcomesOf(fit)) {
            const axes = axesOf(outcome);
            const targets = await curveTargets(outcome, run);
            curves.push({
                report: await fitReport(outcome, run),
                axes,
                points: await pointsOf(outcome, axes, run),
                curves: await curveLines(outcome, targets, run),
                targets,
            });
        }
    }
    return curves;
}

/** Compute first, then the law's arguments, then the other columns of numbers. */
function axesOf({ plan, table, target }: FitOutcome): CurveAxis[] {
    const { size, tokens, compute } = rolesOf(plan.law.arguments);
    const fromArguments = plan.law.arguments.map((argument, index): CurveAxis & { readonly isCompute: boolean } => ({
        ...columnAxis(argument.name, table.columns.get(argument.name)),
        ...(argument.dimension === undefined ? {} : { unit: describeDimension(argument.dimension) }),
        isCompute: index === compute,
    }));
    const derived: CurveAxis[] =
        size !== undefined && tokens !== undefined && compute === undefined
            ? [{ key: COMPUTE, label: 'compute 6·N·D', unit: 'FLOP', positive: true }]
            : [];
    const isUsed = (name: string): boolean => name === target || fromArguments.some(({ key }) => key === name);
    const others = table.named
        .filter((name) => isNumberColumn(table.columns.get(name)) && !isUsed(name))
        .map((name) => columnAxis(name, table.columns.get(name)));
    const plain = fromArguments.map(({ isCompute, ...axis }) => ({ isCompute, axis }));
    return [
        ...derived,
        ...plain.filter(({ isCompute }) => isCompute).map(({ axis }) => axis),
        ...plain.filter(({ isCompute }) => !isCompute).map(({ axis }) => axis),
        ...others,
    ];
}

function columnAxis(name: string, column: Column | undefined): CurveAxis {
    const values = isNumberColumn(column) ? column.values : new Float64Array(0);
    return { key: name, label: name, unit: unitOfColumn(column), positive: values.every((value) => !(value <= 0)) };
}

async function pointsOf(outcome: FitOutcome, axes: readonly CurveAxis[], run: StudyRun): Promise<CurvePoints> {
    const { table, rows, target } = outcome;
    const total = rows.rows.length;
    const shown = Array.from({ length: Math.min(total, MOST_POINTS) }, (_, index) =>
        total <= MOST_POINTS ? index : Math.floor((index * total) / MOST_POINTS),
    );
    const states = shown.map((index) => stateOf(rows, index));
    const tableRows = shown.map((index) => rows.rows[index]);
    const predicted = await rowPredictions(outcome, Uint32Array.from(tableRows), run);
    const label = labelColumn(outcome);
    return {
        source: table.source,
        lines: tableRows.map((row) => table.lines[row]),
        state: states.map(({ state }) => state),
        reason: states.map(({ reason }) => reason ?? null),
        x: Object.fromEntries(axes.map(({ key }) => [key, tableRows.map((row) => xOf(outcome, key, row))])),
        observed: tableRows.map((row) => numberAt(table.columns.get(target), row)),
        predicted: predicted.map(({ estimate }) => estimate),
        lower: predicted.map(({ interval }) => interval?.[0] ?? null),
        upper: predicted.map(({ interval }) => interval?.[1] ?? null),
        label: tableRows.map((row) => label?.[row] || null),
        total,
    };
}

function xOf({ plan, table }: FitOutcome, key: string, row: number): NumberOrNull {
    if (key !== COMPUTE) return numberAt(table.columns.get(key), row);
    const { size, tokens } = rolesOf(plan.law.arguments);
    const N = numberAt(table.columns.get(plan.law.arguments[size ?? 0].name), row);
    const D = numberAt(table.columns.get(plan.law.arguments[tokens ?? 0].name), row);
    return N === null || D === null ? null : computeOf(N, D);
}

/** The first column of texts, such as the names of the runs. */
function labelColumn({ table }: FitOutcome): readonly string[] | undefined {
    for (const name of table.named) {
        const column = table.columns.get(name);
        if (column?.kind === 'text') return column.values;
    }
    return undefined;
}
