/** The three files that every chart can be had as. */
import type { FromPanel } from '../../protocol/panel.js';
import type { ChartView, BuildChart } from '../chart/chartView.js';
import type { Size } from '../chart/config.js';
import { toolButton } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { currentTheme } from '../theme/currentTheme.js';
import { drawPng, drawSvg } from './drawImage.js';
import { fileName } from './fileName.js';

export interface Exportable {
    readonly fileNameParts: readonly (string | null)[];
    readonly build: BuildChart;
    readonly csv: () => string;
}

/** For a chart that is not on screen (its table is). */
const DEFAULT_SIZE: Size = { width: 900, height: 560 };

/** `exported` is asked when a button is pressed; there is nothing to save where it answers null. */
export function exportButtons(
    view: ChartView,
    exported: () => Exportable | null,
    post: (message: FromPanel) => void,
): HTMLElement {
    const save = (format: 'svg' | 'png' | 'csv', data: (exportable: Exportable) => string) => (): void => {
        const exportable = exported();
        if (exportable) {
            const name = fileName(exportable.fileNameParts, format);
            post({ type: 'export', format, name, data: data(exportable) });
        }
    };
    const size = (): Size => (view.size().width > 0 ? view.size() : DEFAULT_SIZE);
    return h(
        'span',
        { class: 'group', role: 'group', 'aria-label': 'Export' },
        toolButton(
            'SVG',
            'Save the chart as SVG',
            save('svg', ({ build }) => drawSvg(build, size(), currentTheme())),
        ),
        toolButton(
            'PNG',
            'Save the chart as PNG',
            save('png', ({ build }) => drawPng(build, size(), currentTheme())),
        ),
        toolButton(
            'CSV',
            'Save the numbers as CSV',
            save('csv', ({ csv }) => csv()),
        ),
    );
}
