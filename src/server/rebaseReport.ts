/** A report on an older text, moved onto the text as it stands: what was edited since is left out. */
import type { FitReport, Range, StudyReport } from '../study/report.js';
import type { TextShift } from './textShift.js';

export function rebaseReport(report: StudyReport, shift: TextShift): StudyReport {
    const inline = new Set(report.runs.filter(({ sources: [{ uri }] }) => uri === report.uri).map(({ name }) => name));
    return {
        ...report,
        diagnostics: withRanges(report.diagnostics, shift),
        fits: withRanges(report.fits, shift).map((fit) => (inline.has(fit.runs) ? withRows(fit, shift) : fit)),
        comparisons: withRanges(report.comparisons, shift),
        predictions: withRanges(report.predictions, shift),
        budgets: withRanges(report.budgets, shift),
        plans: withRanges(report.plans, shift),
    };
}

function withRanges<T extends { readonly range: Range }>(items: readonly T[], shift: TextShift): T[] {
    return items.flatMap((item) => {
        const range = shift.range(item.range);
        return range === null ? [] : [{ ...item, range }];
    });
}

/** The rows of an inline table stand in the text itself and move with it. */
function withRows(fit: FitReport, shift: TextShift): FitReport {
    const mapLines = (lines: readonly number[]) =>
        lines.map((line) => shift.line(line)).filter((line) => line !== null);
    return {
        ...fit,
        excluded: fit.excluded.map((entry) => ({ ...entry, lines: mapLines(entry.lines) })),
        influence: fit.influence && { ...fit.influence, rows: movedRows(fit.influence.rows, shift) },
        reduction: fit.reduction && {
            ...fit.reduction,
            rows: fit.reduction.rows.map((row) => ({ ...row, lines: mapLines(row.lines) })),
        },
        rowReports: fit.rowReports && movedRows(fit.rowReports, shift),
    };
}

function movedRows<Row extends { readonly line: number }>(rows: readonly Row[], shift: TextShift): Row[] {
    return rows.flatMap((row) => {
        const line = shift.line(row.line);
        return line === null ? [] : [{ ...row, line }];
    });
}
