/** What the Curves panel draws of a fit: its axes, its rows, the law as lines, and the predictions asked of it. */
import type { FitOutcome } from '../answers/constants.js';
import { fitReport, rowPredictions } from '../answers/fitReports.js';
import type { StudyRun } from '../run.js';
import { numberAt } from '../tables/columnFormulas.js';
import { fitAxes } from './curveAxes.js';
import { curveLines } from './curveLines.js';
import type { CurveAxis, CurvePoints, FitCurves } from './curvePictures.js';
import { curveRows, MOST_POINTS, thinned, valueAlong } from './curveRows.js';
import { curveTargets } from './curveTargets.js';
import { fieldPicture } from './fieldPicture.js';
import { isReduced, reducedColumns, reducedPoints } from './reducedPoints.js';

export async function fitCurves(outcome: FitOutcome, run: StudyRun): Promise<FitCurves> {
    const axes = fitAxes(outcome, isReduced(outcome) ? reducedColumns(outcome) : outcome.table.named);
    const targets = await curveTargets(outcome, run);
    return {
        kind: 'fit',
        report: await fitReport(outcome, run),
        axes,
        points: isReduced(outcome) ? await reducedPoints(outcome, axes, run) : await measuredPoints(outcome, axes, run),
        curves: await curveLines(outcome, targets, run),
        targets,
        along: valuesAlong(outcome),
        field: isReduced(outcome) ? fieldPicture(outcome) : null,
    };
}

async function measuredPoints(outcome: FitOutcome, axes: readonly CurveAxis[], run: StudyRun): Promise<CurvePoints> {
    const { table, rows, plan } = outcome;
    const shown = thinned(rows.rows.length, MOST_POINTS);
    const keys = axes.map(({ key }) => key);
    const tableRows = Uint32Array.from(shown, (index) => rows.rows[index]);
    const predicted = await rowPredictions(outcome, tableRows, run);
    return {
        ...curveRows(outcome, shown, keys, (key, row) => valueAlong(key, plan.law, table, row)),
        predicted: predicted.map(({ estimate }) => estimate),
        lower: predicted.map(({ interval }) => interval?.[0] ?? null),
        upper: predicted.map(({ interval }) => interval?.[1] ?? null),
        reduced: null,
        spread: null,
    };
}

function valuesAlong({ plan, table, rows }: FitOutcome): FitCurves['along'] {
    const column = plan.rolling && table.columns.get(plan.rolling.name);
    if (column === undefined) return null;
    return thinned(rows.rows.length, MOST_POINTS).map((index) => numberAt(column, rows.rows[index]));
}
