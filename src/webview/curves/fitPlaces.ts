/** From lines of the editor to points of a fit's charts, and back. */
import type { FitView } from '../../protocol/fitView.js';
import type { DatasetRole } from '../chart/config.js';
import type { Place } from '../shell/frame.js';
import { fieldRuns } from './fieldRuns.js';
import { rowAt } from './points.js';
import { lineOfPlace, placeOfLine } from '../../quantity/fileLines.js';

/** The point of a line, or of the budget that the line's run belongs to. */
export function selectedPoint({ points, reduction }: FitView, lit: Place | null): number | null {
    const own = rowAt(points, lit);
    const line = lineOfPlace(points.sources, lit);
    if (own !== null || reduction === null || points.reduced === null || line === undefined) {
        return own;
    }
    const point = points.reduced.findIndex((index) => reduction.rows[index].lines.includes(line));
    return point < 0 ? null : point;
}

/** Index of the run of a line among those that a method saw. */
export function selectedRun({ points, reduction }: FitView, lit: Place | null): number | null {
    const lineOfRun = lineOfPlace(points.sources, lit);
    if (reduction === null || lineOfRun === undefined) {
        return null;
    }
    const run = fieldRuns(reduction.field).findIndex(({ line }) => line === lineOfRun);
    return run < 0 ? null : run;
}

/** A run's line, or that of the first run of a minimum's budget. */
export function fieldPlace({ points, reduction }: FitView, role: DatasetRole, row: number): Place | null {
    if (reduction === null) {
        return null;
    }
    const line = role === 'minimum' ? reduction.rows[row].lines[0] : fieldRuns(reduction.field)[row].line;
    return placeOfLine(points.sources, line);
}
