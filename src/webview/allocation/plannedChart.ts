/** The planned runs, numbered in the order in which they are best begun, beside the runs done so far. */
import type { PlannedPlaneView } from '../../protocol/planView.js';
import { formatQuantity } from '../../quantity/print.js';
import { linesText } from '../../quantity/fileLines.js';
import { DRAW_ORDER, type Datum, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart } from '../chart/panelChart.js';
import { paddedRange, type Range } from '../chart/range.js';
import { selectionDatasets } from '../chart/selection.js';
import { nameWithUnit, withUnit } from '../shell/numberText.js';
import type { Theme } from '../theme/theme.js';
import { answerMark } from './answerMark.js';
import { runMarks } from './runMarks.js';

/** Pixels: marks that are nearer to each other share their label. */
const NEAR = 14;
const RUN_RADIUS = 3;

/** @param selected index of the run done so far that is ringed */
export function plannedChart(plane: PlannedPlaneView, selected: number | null, size: Size, theme: Theme): PanelChart {
    const { planned, runs, xName, yName, xUnit, yUnit } = plane;
    const ranges = {
        x: paddedRange([...planned.x, ...(runs?.x ?? [])], true)!,
        y: paddedRange([...planned.y, ...(runs?.y ?? [])], true)!,
    };
    const done = runMarks(runs, theme, RUN_RADIUS);
    return panelChart(
        {
            datasets: [
                ...selectionDatasets(selected, done, theme),
                ...plannedMarks(plane, ranges, size, theme),
                ...done,
                ...limitLines(plane, theme),
            ],
            x: { range: ranges.x, log: true, title: nameWithUnit(xName, xUnit) },
            strips: [{ id: 'y', weight: 1, log: true, range: ranges.y, title: nameWithUnit(yName, yUnit) }],
            describe: ({ role }, { x, y, row }) => ({
                title: role === 'run' && runs ? linesText(runs.sources, [runs.lines[row!]]) : `planned run ${row! + 1}`,
                lines: [
                    `${xName} ${withUnit(formatQuantity(x), xUnit)}`,
                    `${yName} ${withUnit(formatQuantity(y), yUnit)}`,
                ],
            }),
        },
        size,
        theme,
    );
}

/** One dataset for each place, so that runs on top of each other have one label: `1, 3, 4`. */
function plannedMarks(
    { planned }: PlannedPlaneView,
    ranges: { readonly x: Range; readonly y: Range },
    size: Size,
    theme: Theme,
): readonly PanelDataset[] {
    const pixel = (value: number, { min, max }: Range, length: number): number =>
        (length * Math.log(value / min)) / Math.log(max / min);
    const places: Datum[][] = [];
    planned.x.forEach((x, row) => {
        const datum = { x, y: planned.y[row], row };
        const near = places.find(([first]) => {
            const across = pixel(x, ranges.x, size.width) - pixel(first.x, ranges.x, size.width);
            const up = pixel(datum.y, ranges.y, size.height) - pixel(first.y, ranges.y, size.height);
            return Math.hypot(across, up) < NEAR;
        });
        if (near) {
            near.push(datum);
        } else {
            places.push([datum]);
        }
    });
    return places.map((data) => answerMark(data, data.map(({ row }) => String(row! + 1)).join(', '), theme));
}

function limitLines({ limits }: PlannedPlaneView, theme: Theme): readonly PanelDataset[] {
    return limits.map(({ text, x, y }) => ({
        type: 'scatter',
        role: 'curve',
        yAxisID: 'y',
        label: text,
        directLabel: 'along',
        labelColour: theme.muted,
        data: x.map((at, index) => ({ x: at, y: y[index] })),
        order: DRAW_ORDER.curve,
        showLine: true,
        tension: 0.1,
        borderColor: theme.muted,
        borderWidth: theme.thin,
        borderDash: [5, 4],
        pointRadius: 0,
        pointHitRadius: 0,
    }));
}
