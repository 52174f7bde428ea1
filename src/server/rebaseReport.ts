/** A report on an older text, moved onto the text as it stands: what was edited since is left out. */
import type { FitReport, Range, RowReport, StudyReport } from '../study/report.js';
import type { TextShift } from './textShift.js';

export function rebaseReport(report: StudyReport, shift: TextShift): StudyReport {
    const inline = new Set(report.runs.filter(({ source }) => source === report.uri).map(({ name }) => name));
    return {
        ...report,
        diagnostics: withRanges(report.diagnostics, shift),
        fits: withRanges(report.fits, shift).map((fit) => (inline.has(fit.runs) ? withRows(fit, shift) : fit)),
        predictions: withRanges(report.predictions, shift),
        budgets: withRanges(report.budgets, shift),
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
        rowReports:
            fit.rowReports?.flatMap((row): RowReport[] => {
                const line = shift.line(row.line);
                return line === null ? [] : [{ ...row, line }];
            }) ?? null,
    };
}
