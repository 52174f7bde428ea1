/** The numbers behind the figures of a plan. */
import type { NarrowingView, PlannedPlaneView } from '../../protocol/planView.js';
import { lineName } from '../../quantity/fileLines.js';
import { csvText, type CsvCell } from '../export/csv.js';

/** Columns: kind; number of the run, line (as the editor counts) or text of the limit; both values. */
export function plannedCsv({ planned, runs, limits, xName, yName }: PlannedPlaneView): string {
    const rows: CsvCell[][] = planned.x.map((x, index) => ['planned', index + 1, x, planned.y[index]]);
    rows.push(
        ...(runs?.x.map((x, index) => ['run', lineName(runs.sources, runs.lines[index]), x, runs.y[index]]) ?? []),
    );
    for (const { text, x, y } of limits) {
        rows.push(...x.map((at, index) => ['limit', text, at, y[index]]));
    }
    return csvText(['kind', 'of', xName, yName], rows);
}

export function narrowingCsv({ estimate, steps, designs }: NarrowingView): string {
    const rows: CsvCell[][] = steps.map(({ lower, upper, cost }, runs) => ['plan', runs, estimate, lower, upper, cost]);
    rows.push(...designs.map(({ name, runs, lower, upper, cost }) => [name, runs, estimate, lower, upper, cost]));
    return csvText(['design', 'runs', 'estimate', 'lower', 'upper', 'cost'], rows);
}
