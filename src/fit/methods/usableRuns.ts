import type { ReductionWarning, Runs, UnusableRun } from './reduction.js';

export interface UsableRuns {
    /** The rows that can be used, in order. */
    readonly rows: readonly number[];
    readonly unusable: readonly UnusableRun[];
}

/** Tells the rows that a method can use from those that it cannot, with the reason. */
export function findUsableRuns(runs: Runs, lossMustBePositive: boolean): UsableRuns {
    const rows: number[] = [];
    const unusable: UnusableRun[] = [];
    for (let row = 0; row < runs.loss.length; row++) {
        const reason = flawOf(runs, row, lossMustBePositive);
        if (reason === null) rows.push(row);
        else unusable.push({ row, reason });
    }
    return { rows, unusable };
}

function flawOf({ compute, size, loss, tokens }: Runs, row: number, lossMustBePositive: boolean): string | null {
    const positive = { compute, size, ...(tokens && { tokens }), ...(lossMustBePositive && { loss }) };
    for (const [name, column] of Object.entries(positive)) {
        if (column[row] <= 0) return `its ${name} is ${column[row]}, which has no logarithm`;
    }
    const unknown = Object.entries({ ...positive, loss }).find(([, column]) => !Number.isFinite(column[row]));
    return unknown === undefined ? null : `its ${unknown[0]} is not a finite number`;
}

export function unusableWarnings(unusable: readonly UnusableRun[], total: number): ReductionWarning[] {
    if (unusable.length === 0) return [];
    const message = `${unusable.length} of ${total} runs cannot be used, the first because ${unusable[0].reason}.`;
    return [{ code: 'runs-unusable', message }];
}
