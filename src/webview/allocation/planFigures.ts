/** What the panel's figures show of a plan. */
import type { NarrowingView, PlannedPlaneView, PlanView } from '../../protocol/planView.js';
import { formatInterval, formatQuantity } from '../../quantity/print.js';
import { formatSpread } from '../../quantity/spread.js';
import { lineName, placeOfLine } from '../../quantity/fileLines.js';
import { lineButton } from '../shell/controls.js';
import type { FigureContent } from '../shell/figure.js';
import type { Place } from '../shell/frame.js';
import { nameWithUnit } from '../shell/numberText.js';
import { number, scrolling, table, text } from '../shell/table.js';
import { narrowingChart, stepTitle } from './narrowingChart.js';
import { narrowingCsv, plannedCsv } from './planCsv.js';
import { plannedChart } from './plannedChart.js';

export function plannedFigure(
    { name, plane }: PlanView,
    selected: number | null,
    reveal: (place: Place) => void,
): FigureContent | null {
    return (
        plane && {
            title: `${plane.yName} against ${plane.xName}`,
            description: `The ${plane.planned.x.length} planned runs over ${plane.xName} and ${plane.yName}, beside those done so far.`,
            build: (size, theme) => plannedChart(plane, selected, size, theme),
            table: () => plannedTable(plane, reveal),
            csv: () => plannedCsv(plane),
            fileNameParts: [name, plane.xName, plane.yName],
        }
    );
}

export function narrowingFigure({ name, target, narrowing }: PlanView): FigureContent | null {
    return (
        narrowing && {
            title: `Expected interval of ${target}`,
            description: `The 95 % interval of ${target} that is expected after each run.`,
            build: (size, theme) => narrowingChart(narrowing, target, size, theme),
            table: () => narrowingTable(narrowing, target),
            csv: () => narrowingCsv(narrowing),
            fileNameParts: [name, 'interval'],
        }
    );
}

function plannedTable({ planned, runs, ...plane }: PlannedPlaneView, reveal: (place: Place) => void): HTMLElement {
    const rows = [
        ...planned.x.map((x, index) => [`planned ${index + 1}`, formatQuantity(x), formatQuantity(planned.y[index])]),
        ...(runs?.lines ?? []).map((line, index) => [
            lineButton(lineName(runs!.sources, line), 'Show this run in the editor', () =>
                reveal(placeOfLine(runs!.sources, line)),
            ),
            formatQuantity(runs!.x[index]),
            formatQuantity(runs!.y[index]),
        ]),
    ];
    const columns = [
        number('Line'),
        number(nameWithUnit(plane.xName, plane.xUnit)),
        number(nameWithUnit(plane.yName, plane.yUnit)),
    ];
    return scrolling('Planned runs and those done', table('Planned runs and those done', columns, rows));
}

function narrowingTable({ steps, designs }: NarrowingView, target: string): HTMLElement {
    const named = [
        ...steps.map((step, index) => ({ what: stepTitle(index), ...step })),
        ...designs.map((design) => ({ what: `${design.name} instead`, ...design })),
    ];
    const rows = named.map(({ what, lower, upper, cost }) => [
        what,
        formatSpread([lower, upper]),
        formatInterval([lower, upper]),
        formatQuantity(cost),
    ]);
    const columns = [text(''), number('Expected'), number('95 % interval'), number('Cost')];
    return scrolling('Expected interval', table(`Expected interval of ${target}`, columns, rows));
}
