/** The runs that a method saw, those of its groups first. */
import type { FieldRowsView, FieldView } from '../../protocol/reductionView.js';

export interface FieldRun {
    readonly line: number;
    readonly x: number;
    readonly y: number;
    /** Why it is not used; null where it is. */
    readonly reason: string | null;
    /** Index of its group; null for a run that belongs to none. */
    readonly group: number | null;
}

export function fieldRuns({ groups, others }: FieldView): readonly FieldRun[] {
    return [...groups.flatMap(runsOf), ...runsOf(others, null)];
}

function runsOf({ lines, x, y, reason }: FieldRowsView, group: number | null): readonly FieldRun[] {
    return lines.map((line, index) => ({ line, x: x[index], y: y[index], reason: reason[index], group }));
}
