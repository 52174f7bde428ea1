/** What a method made of the runs, budget by budget. */
import type { BudgetReport as Budget } from '../../fit/methods/isoflop.js';
import type { Stretch } from '../../fit/methods/envelope.js';
import { formatQuantity } from '../../quantity/print.js';
import type { ReducedRowReport, ReductionReport } from '../methodReports.js';
import type { FitOutcome } from './constants.js';

/** Null for a fit to the rows themselves. */
export function reductionReport({ reduction, table }: FitOutcome): ReductionReport | null {
    if (reduction === null) return null;
    const { report, runs } = reduction;
    const linesOf = (rows: readonly number[]): number[] => rows.map((row) => table.lines[runs[row]]);
    return {
        method: report.kind,
        description: report.method,
        rows:
            report.kind === 'isoflop'
                ? report.budgets.map((budget) => budgetRow(budget, linesOf))
                : report.stretches.map((stretch) => stretchRow(stretch, linesOf)),
        warnings: report.warnings.map(({ message }) => message),
    };
}

type LinesOf = (rows: readonly number[]) => number[];

function budgetRow({ compute, size, tokens, loss, status, message, rows }: Budget, linesOf: LinesOf): ReducedRowReport {
    return { from: compute, to: compute, size, tokens, loss, status, message, lines: linesOf(rows) };
}

function stretchRow({ from, to, size, status, message, rows }: Stretch, linesOf: LinesOf): ReducedRowReport {
    return { from, to, size, tokens: null, loss: null, status, message, lines: linesOf(rows) };
}

/** What is to be said of it at the statement: budgets that are refused, and what to keep in mind. */
export function reductionMessages({
    report,
}: NonNullable<FitOutcome['reduction']>): { code: string; message: string }[] {
    const refused = report.kind === 'isoflop' ? report.budgets.filter(({ status }) => status !== 'used') : [];
    return [
        ...refused.map(({ compute, message }) => ({
            code: 'budget-not-used',
            message: `The budget at ${formatQuantity(compute)} FLOP is not used. ${message}`,
        })),
        ...report.warnings.filter(({ code }) => !SAID_OTHERWISE.has(code)),
    ];
}

/** The rows that are of no use are listed with their reasons, as those of every fit are. */
const SAID_OTHERWISE: ReadonlySet<string> = new Set(['runs-unusable', 'budgets-refused']);
