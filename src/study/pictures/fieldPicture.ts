/** What a method saw of the runs: for IsoFLOP the loss against size at each budget, for an envelope the loss against compute. */
import { budgetCurve } from '../../fit/methods/budgetCurve.js';
import type { Stretch } from '../../fit/methods/envelope.js';
import type { BudgetReport } from '../../fit/methods/isoflop.js';
import type { Runs } from '../../fit/methods/reduction.js';
import { valuesAt } from '../answers/rowValues.js';
import type { MethodPlan } from '../lower/plan.js';
import { numberAt } from '../tables/columnFormulas.js';
import { stateOf } from '../tables/rows.js';
import { columnAxis } from './curveAxes.js';
import type { FieldGroup, FieldPicture, FieldRows } from './curvePictures.js';
import { MOST_POINTS, thinned } from './curveRows.js';
import { sizeInterval, type ReducedOutcome } from './reducedPoints.js';

const CURVE_POINTS = 60;

/** The runs that a method was given, and how many of each group are drawn. */
interface Seen {
    readonly outcome: ReducedOutcome;
    readonly runs: Runs;
    readonly most: number;
}

export function fieldPicture(outcome: ReducedOutcome): FieldPicture {
    const { reduction, plan, table } = outcome;
    const { compute, size, loss } = plan.method;
    const { report } = reduction;
    const axis = ({ name }: MethodPlan['size']) => columnAxis(name, table.columns.get(name));
    const count = report.kind === 'isoflop' ? report.budgets.length : report.stretches.length;
    const seen: Seen = { outcome, runs: runsOf(outcome), most: Math.ceil(MOST_POINTS / Math.max(1, count)) };
    const groups =
        report.kind === 'isoflop'
            ? report.budgets.map((budget) => budgetGroup(budget, seen))
            : withOwnRows(report.stretches).map((stretch) => stretchGroup(stretch, seen));
    const [x, level] = report.kind === 'isoflop' ? [size, compute] : [compute, size];
    return { x: axis(x), y: loss.name, level: axis(level), groups, others: others(outcome) };
}

function runsOf({ plan: { method }, table, reduction }: ReducedOutcome): Runs {
    return {
        compute: valuesAt(table, method.compute.name, reduction.runs),
        size: valuesAt(table, method.size.name, reduction.runs),
        loss: valuesAt(table, method.loss.name, reduction.runs),
    };
}

function budgetGroup(budget: BudgetReport, seen: Seen): FieldGroup {
    const { runs, outcome } = seen;
    const { compute, rows, size, loss, status, message } = budget;
    const isUsed = status === 'used';
    const drawn = status === 'no-budget' ? null : budgetCurve(runs, rows, outcome.plan.method.minimum, CURVE_POINTS);
    return {
        ...rowsOfGroup(rows, runs.size, isUsed ? null : message, seen),
        level: compute,
        isUsed,
        curve: drawn && { x: [...drawn.size], y: [...drawn.loss] },
        minimum: size === null || loss === null ? null : { x: size, y: loss, interval: sizeInterval(budget) },
    };
}

interface OwnRows extends Stretch {
    /** Those of its rows that are drawn as its own. */
    readonly own: readonly number[];
}

/** A run may be lowest on several stretches: its rows are drawn once, with one that is used where there is one. */
function withOwnRows(stretches: readonly Stretch[]): OwnRows[] {
    const owner = new Map<number, Stretch>();
    for (const stretch of [...stretches].sort((a, b) => Number(b.status === 'used') - Number(a.status === 'used'))) {
        for (const row of stretch.rows) owner.set(row, owner.get(row) ?? stretch);
    }
    return stretches.map((stretch) => ({
        ...stretch,
        own: stretch.rows.filter((row) => owner.get(row) === stretch),
    }));
}

function stretchGroup(stretch: OwnRows, seen: Seen): FieldGroup {
    const { own, size, status, message } = stretch;
    const isUsed = status === 'used';
    return {
        ...rowsOfGroup(own, seen.runs.compute, isUsed ? null : message, seen),
        level: size,
        isUsed,
        curve: lowestStretch(stretch, seen.runs),
        minimum: null,
    };
}

/** The run's curve, straight in the logarithms, from the first to the last value of compute at which it is lowest. */
function lowestStretch({ from, to, rows }: Stretch, { compute, loss }: Runs): FieldGroup['curve'] {
    const lossAt = (flop: number): number => {
        const above = Math.max(
            1,
            rows.findIndex((row) => compute[row] >= flop),
        );
        const [a, b] = [rows[above - 1], rows[above]];
        const share = Math.log(flop / compute[a]) / Math.log(compute[b] / compute[a]);
        return loss[a] * (loss[b] / loss[a]) ** share;
    };
    const inside = rows.filter((row) => compute[row] > from && compute[row] < to);
    return {
        x: [from, ...inside.map((row) => compute[row]), to],
        y: [lossAt(from), ...inside.map((row) => loss[row]), lossAt(to)],
    };
}

function rowsOfGroup(rows: readonly number[], x: Float64Array, reason: string | null, seen: Seen): FieldRows {
    const { outcome, runs, most } = seen;
    const shown = thinned(rows.length, most).map((index) => rows[index]);
    return {
        lines: shown.map((row) => outcome.table.lines[outcome.reduction.runs[row]]),
        x: shown.map((row) => x[row]),
        y: shown.map((row) => runs.loss[row]),
        reason: shown.map(() => reason),
    };
}

/** Rows in no group that have a place: those left out, and runs that are lowest nowhere. */
function others({ reduction, plan, rows, table }: ReducedOutcome): FieldRows {
    const { report, runs } = reduction;
    const groups = report.kind === 'isoflop' ? report.budgets : report.stretches;
    const grouped = new Set(groups.flatMap((group) => group.rows.map((row) => runs[row])));
    const { compute, size, loss } = plan.method;
    const x = table.columns.get(report.kind === 'isoflop' ? size.name : compute.name);
    const y = table.columns.get(loss.name);
    const found = [...rows.rows.keys()].flatMap((index) => {
        const row = rows.rows[index];
        const [at, value] = [numberAt(x, row), numberAt(y, row)];
        if (grouped.has(row) || at === null || value === null) return [];
        return [{ line: table.lines[row], x: at, y: value, reason: stateOf(rows, index).reason ?? null }];
    });
    const shown = thinned(found.length, MOST_POINTS).map((index) => found[index]);
    return {
        lines: shown.map(({ line }) => line),
        x: shown.map((each) => each.x),
        y: shown.map((each) => each.y),
        reason: shown.map(({ reason }) => reason),
    };
}
