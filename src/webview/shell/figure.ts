/** A chart with its heading, its table in its place when asked for, and its files. */
import type { FromPanel } from '../../protocol/panel.js';
import { chartView, type BuildChart } from '../chart/chartView.js';
import { ZOOM_HINT, type ChartHandlers } from '../chart/interaction.js';
import { exportButtons } from '../export/exportButtons.js';
import { currentTheme } from '../theme/currentTheme.js';
import { toggle } from './controls.js';
import { h, replaceKeepingFocus } from './dom.js';

export interface FigureContent {
    readonly title: string;
    /** What the chart shows, in a sentence for those who cannot see it. */
    readonly description: string;
    readonly build: BuildChart;
    readonly table: () => HTMLElement;
    readonly csv: () => string;
    readonly fileNameParts: readonly (string | null)[];
}

interface FigureFrame {
    post(message: FromPanel): void;
    isTable(figure: string): boolean;
    showTable(figure: string, asTable: boolean): void;
}

export interface Figure {
    readonly element: HTMLElement;
    /** Nothing to show hides it. */
    show(content: FigureContent | null): void;
}

/** @param name tells it from the panel's other figures, in its state and to the style sheet */
export function figure(name: string, handlers: ChartHandlers, frame: FigureFrame): Figure {
    let shown: FigureContent | null = null;
    const chart = chartView(`${name}-chart`, handlers);
    if (handlers.zoomed) {
        chart.element.title = ZOOM_HINT;
    }
    const title = h('h2');
    const tableToggle = toggle('Table', 'Show as a table', (asTable) => frame.showTable(name, asTable));
    const files = exportButtons(chart, () => shown, frame.post);
    const rows = h('div', { class: 'rows' });
    const element = h(
        'section',
        { class: `figure ${name}` },
        h('div', { class: 'figure-head' }, title, h('span', { class: 'group' }, tableToggle.element, files)),
        chart.element,
        rows,
    );
    return {
        element,
        show(content) {
            const asTable = frame.isTable(name);
            shown = content;
            element.hidden = content === null;
            chart.element.hidden = asTable;
            rows.hidden = !asTable;
            tableToggle.show(asTable);
            title.textContent = content?.title ?? '';
            if (content && !asTable) {
                chart.draw(content.build, content.description, currentTheme());
            } else {
                chart.clear();
            }
            replaceKeepingFocus(rows, ...(content && asTable ? [content.table()] : []));
        },
    };
}
