/** The numbers behind the figures of the Allocation panel. */
import type { OutcomesView, SweepView } from '../../protocol/allocationPanel.js';
import type { CoverageView } from '../../protocol/mixtureView.js';
import type { PlaneView } from '../../protocol/planeView.js';
import { csvText, type CsvCell } from '../export/csv.js';
import type { Along } from './alongChart.js';
import { rivalTitle } from './coverageChart.js';
import { sweepQuantities } from './sweepChart.js';
import { lineName } from '../../quantity/fileLines.js';
import { nameWithUnit } from '../shell/numberText.js';

/** Columns: kind, line (as the editor counts) or label, both variables, objective. */
export function planeCsv(plane: PlaneView, objective: string): string {
    const { runs, optimum, region, rivals } = plane;
    const rows: CsvCell[][] = [['optimum', null, optimum.x, optimum.y, null]];
    rows.push(...rivals.map(({ label, x, y }) => ['against', label, x, y, null]));
    rows.push(...(region?.x.map((x, index) => ['region', null, x, region.y[index], null]) ?? []));
    for (const { text, x, y } of plane.constraints) {
        rows.push(...x.map((at, index) => ['constraint', text, at, y[index], null]));
    }
    rows.push(
        ...(runs?.x.map((x, index) => ['run', lineName(runs.sources, runs.lines[index]), x, runs.y[index], null]) ??
            []),
    );
    plane.y.forEach((y, j) => rows.push(...plane.x.map((x, i) => ['grid', null, x, y, plane.objective[j][i]])));
    return csvText(['kind', 'of', ...headingsOf(plane), objective], rows);
}

export function alongCsv(plane: PlaneView, along: Along, objective: string): string {
    const stretches = along.flat?.stretches ?? [];
    const isFlat = (x: number): boolean => stretches.some(({ from, to }) => x >= from && x <= to);
    return csvText(
        [...headingsOf(plane), objective, 'within_0.2_percent'],
        along.x.map((x, index) => [x, along.y[index], along.objective[index], isFlat(x) ? 'yes' : 'no']),
    );
}

function headingsOf({ xName, xUnit, yName, yUnit }: PlaneView): string[] {
    return [nameWithUnit(xName, xUnit), nameWithUnit(yName, yUnit)];
}

export function outcomesCsv({ labels, x, y, isFeasible, cost }: OutcomesView, objective: string): string {
    return csvText(
        ['choice', cost, objective, 'meets_all_constraints'],
        labels.map((label, index) => [label, x[index], y[index], isFeasible[index] ? 'yes' : 'no']),
    );
}

/** Columns: what, how many samples of it, mean cost, share solved. */
export function coverageCsv({ cost, solved, rivals, heldOut, alone }: CoverageView): string {
    const rows: CsvCell[][] = [['mixture', null, cost.estimate, solved.estimate]];
    rows.push(...(heldOut === null ? [] : [['held out', null, cost.estimate, heldOut]]));
    rows.push(...rivals.map((rival) => [rivalTitle(rival), null, rival.cost, rival.solved]));
    for (const { label, counts, ...curve } of alone) {
        rows.push(...counts.map((count, index) => [label, count, curve.cost[index], curve.solved[index]]));
    }
    return csvText(['of', 'samples', 'mean_cost', 'solved'], rows);
}

export function sweepCsv(sweep: SweepView, objective: string): string {
    const quantities = sweepQuantities(sweep, objective);
    return csvText(
        [
            nameWithUnit(sweep.name, sweep.unit),
            ...quantities.flatMap(({ name, unit }) =>
                [name, `${name} lower`, `${name} upper`].map((each) => nameWithUnit(each, unit)),
            ),
            ...sweep.counts.map(({ name }) => name),
            'status',
        ],
        sweep.values.map((value, index) => [
            value,
            ...quantities.flatMap(({ estimate, lower, upper }) => [estimate[index], lower[index], upper[index]]),
            ...sweep.counts.map(({ values }) => values[index]),
            sweep.status[index],
        ]),
    );
}
