/** What became of a row that `using isoflop` or `using envelope` took into account. */
import { formatQuantity } from '../quantity/print.js';
import type { ReducedRowReport } from '../study/methodReports.js';
import type { FitReport } from '../study/report.js';

/** A minimum between sizes is known no better. */
const DIGITS = 3;

/** By the lines of the runs; a run that belongs to several stretches is told by one that is used. */
export function reducedRowsByLine({ reduction }: FitReport): ReadonlyMap<number, ReducedRowReport> {
    const rows = [...(reduction?.rows ?? [])].sort((a, b) => Number(isUsed(b)) - Number(isUsed(a)));
    const byLine = new Map<number, ReducedRowReport>();
    for (const row of rows) {
        for (const line of row.lines) if (!byLine.has(line)) byLine.set(line, row);
    }
    return byLine;
}

export function isUsed({ status }: ReducedRowReport): boolean {
    return status === 'used';
}

/** `6e18 FLOP`, or `5.3e17 to 2.2e18 FLOP`. */
export function computeText({ from, to }: ReducedRowReport): string {
    return from === to
        ? `${formatQuantity(from, DIGITS)} FLOP`
        : `${formatQuantity(from, DIGITS)} to ${formatQuantity(to, DIGITS)} FLOP`;
}

/** `6e18 FLOP: N* 245M`, `lowest from 5.3e17 to 2.2e18 FLOP`, or that it is not used. */
export function reducedRowText(row: ReducedRowReport): string {
    const isBudget = row.from === row.to;
    const place = isBudget ? computeText(row) : `lowest from ${computeText(row)}`;
    if (!isUsed(row)) return `${place}: not used`;
    return isBudget ? `${place}: N* ${formatQuantity(row.size, DIGITS)}` : place;
}
