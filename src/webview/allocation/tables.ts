/** The figures of the Allocation panel as tables. */
import type { OutcomesView, SweepView } from '../../protocol/allocationPanel.js';
import type { CoverageView } from '../../protocol/mixtureView.js';
import type { PlaneView } from '../../protocol/planeView.js';
import { formatQuantity } from '../../quantity/print.js';
import { lineButton } from '../shell/controls.js';
import { intervalOf, nameWithUnit, withInterval } from '../shell/numberText.js';
import { number, scrolling, table, text } from '../shell/table.js';
import type { Along } from './alongChart.js';
import { rivalTitle } from './coverageChart.js';
import { sweepQuantities } from './sweepChart.js';
import { lineName, placeOfLine } from '../../quantity/fileLines.js';
import type { Place } from '../shell/frame.js';

export function planeTable(plane: PlaneView, reveal: (place: Place) => void): HTMLElement {
    const { runs, optimum, rivals } = plane;
    const rows = [
        ['optimum', formatQuantity(optimum.x), formatQuantity(optimum.y)],
        ...rivals.map(({ label, x, y }) => [label, formatQuantity(x), formatQuantity(y)]),
        ...(runs?.lines ?? []).map((line, index) => [
            lineButton(lineName(runs!.sources, line), 'Show this run in the editor', () =>
                reveal(placeOfLine(runs!.sources, line)),
            ),
            formatQuantity(runs?.x[index]),
            formatQuantity(runs?.y[index]),
        ]),
    ];
    const columns = [
        number('Line'),
        number(nameWithUnit(plane.xName, plane.xUnit)),
        number(nameWithUnit(plane.yName, plane.yUnit)),
    ];
    return scrolling('Plane', table('Optimum and runs', columns, rows));
}

export function alongTable(plane: PlaneView, along: Along, objective: string): HTMLElement {
    const columns = [
        number(nameWithUnit(plane.xName, plane.xUnit)),
        number(nameWithUnit(plane.yName, plane.yUnit)),
        number(objective),
    ];
    const rows = along.x.map((x, index) =>
        [x, along.y[index], along.objective[index]].map((cell) => formatQuantity(cell)),
    );
    return scrolling('Budget line', table(`${objective} along the budget line`, columns, rows));
}

export function outcomesTable(outcomes: OutcomesView, objective: string): HTMLElement {
    const { labels, x, y, frontier } = outcomes;
    const columns = [text('Choice'), number(outcomes.cost), number(objective)];
    const rows = frontier.map((index) => [labels[index], formatQuantity(x[index]), formatQuantity(y[index])]);
    return scrolling('Frontier', table('Combinations that nothing cheaper equals', columns, rows));
}

export function coverageTable({ cost, solved, rivals, heldOut, alone }: CoverageView): HTMLElement {
    const rows = [
        [
            'mixture',
            '',
            withInterval(cost.estimate, intervalOf(cost.lower, cost.upper)),
            withInterval(solved.estimate, intervalOf(solved.lower, solved.upper)),
        ],
        ...(heldOut === null ? [] : [['held out', '', '', formatQuantity(heldOut)]]),
        ...rivals.map((rival) => [rivalTitle(rival), '', formatQuantity(rival.cost), formatQuantity(rival.solved)]),
        ...alone.flatMap(({ label, counts, ...curve }) =>
            counts.map((count, index) => [
                label,
                String(count),
                formatQuantity(curve.cost[index]),
                formatQuantity(curve.solved[index]),
            ]),
        ),
    ];
    const columns = [text('Of'), number('Samples'), number('Mean cost'), number('Solved')];
    return scrolling('Coverage', table('The mixture, and each configuration alone', columns, rows));
}

export function sweepTable(sweep: SweepView, objective: string): HTMLElement {
    const quantities = sweepQuantities(sweep, objective);
    const hasFailures = sweep.status.some((status) => status !== 'optimal');
    const columns = [
        number(nameWithUnit(sweep.name, sweep.unit)),
        ...quantities.map(({ name, unit }) => number(nameWithUnit(name, unit))),
        ...sweep.counts.map(({ name }) => number(name)),
        ...(hasFailures ? [text('Status')] : []),
    ];
    const rows = sweep.values.map((value, index) => [
        formatQuantity(value),
        ...quantities.map(({ estimate, lower, upper }) =>
            withInterval(estimate[index], intervalOf(lower[index], upper[index])),
        ),
        ...sweep.counts.map(({ values }) => formatQuantity(values[index])),
        ...(hasFailures ? [sweep.status[index].replace('-', ' ')] : []),
    ]);
    return scrolling('Frontier', table(`Optimum along ${sweep.name}`, columns, rows));
}
