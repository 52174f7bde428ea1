/** What is drawn against what, and how. */
import { select, toggle, toolButton } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import type { AnyShown } from './shown.js';

export interface ToolbarHandlers {
    axis(key: string): void;
    xLog(log: boolean): void;
    yLog(log: boolean): void;
    asTable(table: boolean): void;
    resetZoom(): void;
}

export interface Toolbar {
    readonly element: HTMLElement;
    show(shown: AnyShown, asTable: boolean, isZoomed: boolean): void;
}

export function curvesToolbar(handlers: ToolbarHandlers, exports: HTMLElement): Toolbar {
    const axis = select('Variable of the x axis', handlers.axis);
    const xLog = toggle('log x', 'Logarithmic x axis', handlers.xLog);
    const yLog = toggle('log y', 'Logarithmic y axis', handlers.yLog);
    const asTable = toggle('Table', 'Show the runs as a table', handlers.asTable);
    const reset = toolButton('Reset', 'Reset the zoom: show all points again', handlers.resetZoom);
    const scales = h(
        'span',
        { class: 'group' },
        h('span', { class: 'label' }, 'x'),
        axis.element,
        xLog.element,
        yLog.element,
    );
    const right = h('span', { class: 'group end' }, reset, asTable.element, exports);
    return {
        element: h('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Chart' }, scales, right),
        show(shown, isTable, isZoomed) {
            axis.show(
                shown.figure.axes.map(({ key, label }) => ({ value: key, label })),
                shown.axis.key,
            );
            xLog.show(shown.xLog, shown.canXLog);
            yLog.show(shown.yLog, shown.canYLog);
            asTable.show(isTable);
            reset.toggleAttribute('hidden', !isZoomed || isTable);
        },
    };
}
