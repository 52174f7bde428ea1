/** What the Curves panel draws of a comparison: the runs, each law along what all are compared along, and where they cross. */
import type { Standing } from '../../fit/comparison/result.js';
import { predictedBy } from '../../fit/lawOnRows.js';
import { candidateOf, comparisonReport, type ComparisonOutcome } from '../answers/comparisons.js';
import type { ComparisonSetup } from '../answers/comparisonSetup.js';
import { valuesAt } from '../answers/rowValues.js';
import { columnOf } from '../answers/scheduleInputs.js';
import type { CrossingReport } from '../comparisonReport.js';
import type { StudyRun } from '../run.js';
import { FITTED, HELD_OUT, rowsIn } from '../tables/rows.js';
import { alongEach, curveAlong, pathsOf, reachOf, type ComparedPath } from './comparisonPaths.js';
import type { ComparedCurves, ComparisonCurves, Curve, CurveAxis } from './curvePictures.js';
import { curveRows, MOST_POINTS, thinned } from './curveRows.js';
import { finiteOrNull, type NumberOrNull } from './numbers.js';

/** Key of the axis of what a law predicts, which any law has; the blank keeps it apart from names of columns. */
const PREDICTED = 'predicted value';

export async function comparisonCurves(outcome: ComparisonOutcome, run: StudyRun): Promise<ComparisonCurves> {
    const { setup } = outcome;
    const report = comparisonReport(outcome);
    const paths = pathsOf(outcome);
    const along = alongEach(paths, setup);
    const shown = thinned(setup.rows.rows.length, MOST_POINTS);
    const laws: ComparedCurves[] = [];
    for (const path of paths) {
        await run.patience.pause(laws.length, paths.length);
        const drawn = path.path && (await curveAlong(path.path, reachOf(path.path.along, paths), run.patience));
        laws.push(lawCurves(path, drawn, report, shown, setup));
    }
    return {
        kind: 'comparison',
        report,
        axes: [...along.map(({ axis }) => axis), predictedAxis(setup)],
        rows: curveRows(
            setup,
            shown,
            along.map(({ axis }) => axis.key),
            (key, row) => along.find(({ axis }) => axis.key === key)?.valueAt(row) ?? null,
        ),
        laws,
        crossings: Object.fromEntries(along.map(({ axis: { key } }) => [key, seen(key, report.crossings, paths)])),
    };
}

function lawCurves(
    { standing, path, isBestUse }: ComparedPath,
    drawn: Curve | null,
    { laws }: ComparisonCurves['report'],
    shown: readonly number[],
    setup: ComparisonSetup,
): ComparedCurves {
    const isSame = ({ name, isNullModel }: Pick<Standing, 'name' | 'isNullModel'>): boolean =>
        name === standing.name && isNullModel === standing.isNullModel;
    return {
        place: laws.findIndex(isSame),
        predicted: predictionsOf(standing, setup, shown),
        curves: path === null || drawn === null ? {} : { [path.along]: drawn },
        isBestUse,
    };
}

/** The law's value at rows of the table; the null model is known where the compute is. */
function predictionsOf(standing: Standing, setup: ComparisonSetup, shown: readonly number[]): NumberOrNull[] {
    const { problem } = candidateOf(standing, setup);
    const rows = Uint32Array.from(shown, (index) => setup.rows.rows[index]);
    const columns = standing.isNullModel
        ? [computesAt(rows, setup)]
        : setup.laws.get(standing.name)!.arguments.map((each) => valuesAt(setup.table, columnOf(each), rows));
    const values = predictedBy(problem, standing.result.parameters, columns, rows.length);
    return Array.from(values, finiteOrNull);
}

function computesAt(rows: Uint32Array, { rows: classified, question }: ComparisonSetup): Float64Array {
    const known = new Map<number, number>();
    rowsIn(classified, FITTED).forEach((row, index) => known.set(row, question.compute?.[index] ?? NaN));
    rowsIn(classified, HELD_OUT).forEach((row, index) => known.set(row, question.heldOut?.compute?.[index] ?? NaN));
    return Float64Array.from(rows, (row) => known.get(row) ?? NaN);
}

function predictedAxis({ question, target }: ComparisonSetup): CurveAxis {
    const observed = [...question.candidates[0].problem.target, ...(question.heldOut?.target ?? [])];
    return {
        key: PREDICTED,
        label: `predicted ${target}`,
        unit: null,
        positive: observed.every((value) => value > 0),
    };
}

/** Those that the curves reach. */
function seen(key: string, reports: readonly CrossingReport[], paths: readonly ComparedPath[]): CrossingReport[] {
    const [low, high] = reachOf(key, paths);
    return reports
        .filter(({ along }) => along === key)
        .map((report) => ({ ...report, crossings: report.crossings.filter(({ at }) => at >= low && at <= high) }));
}
