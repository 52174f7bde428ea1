/** A chart on screen. It is drawn anew from a configuration whenever something changes; nothing is patched. */
import { Chart } from 'chart.js';
import { h } from '../shell/dom.js';
import type { Theme } from '../theme/theme.js';
import type { PanelChart, Size } from './config.js';
import { withInteraction, type ChartHandlers } from './interaction.js';

export type BuildChart = (size: Size, theme: Theme) => PanelChart;

export interface ChartView {
    readonly element: HTMLElement;
    draw(build: BuildChart, description: string, theme: Theme): void;
    size(): Size;
    clear(): void;
}

/** Before layout has given the element a size, it is drawn with none. */
const LEAST_SIZE = 40;

export function chartView(className: string, handlers: ChartHandlers): ChartView {
    const element = h('div', {
        class: `chart ${className}`,
        tabindex: '0',
        role: 'group',
        'aria-roledescription': 'chart',
    });
    let chart: Chart | undefined;
    let drawn: { readonly build: BuildChart; readonly theme: Theme } | undefined;

    const size = (): Size => ({ width: element.clientWidth, height: element.clientHeight });
    const redraw = (): void => {
        const { width, height } = size();
        if (!drawn || width < LEAST_SIZE || height < LEAST_SIZE) {
            return;
        }
        chart?.destroy();
        const canvas = h('canvas', { width: String(width), height: String(height), 'aria-hidden': 'true' });
        element.replaceChildren(canvas);
        chart = new Chart(canvas, withInteraction(drawn.build({ width, height }, drawn.theme), handlers, drawn.theme));
    };

    new ResizeObserver(redraw).observe(element);
    listen(element, () => chart, handlers);
    return {
        element,
        size,
        draw(build, description, theme) {
            drawn = { build, theme };
            element.setAttribute('aria-label', description);
            redraw();
        },
        clear() {
            drawn = undefined;
            chart?.destroy();
            chart = undefined;
            element.replaceChildren();
        },
    };
}

function listen(element: HTMLElement, current: () => Chart | undefined, handlers: ChartHandlers): void {
    element.addEventListener('dblclick', () => handlers.reset?.());
    element.addEventListener('click', (event) => {
        const chart = current();
        const axis = chart && clickedAxis(chart, event.offsetX, event.offsetY);
        if (axis) {
            handlers.axis?.(axis);
        }
    });
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
        ArrowRight: handlers.step && (() => handlers.step?.(1)),
        ArrowLeft: handlers.step && (() => handlers.step?.(-1)),
        Enter: handlers.open,
        Escape: handlers.leave,
    };
    element.addEventListener('keydown', (event) => {
        const action = keys[event.key];
        if (action) {
            event.preventDefault();
            action();
        }
    });
}

/** The axis whose labels lie under this pixel. */
function clickedAxis({ chartArea, scales }: Chart, x: number, y: number): 'x' | 'y' | undefined {
    if (y > chartArea.bottom && x > chartArea.left) {
        return 'x';
    }
    return x < chartArea.left && scales.y && y >= scales.y.top && y <= scales.y.bottom ? 'y' : undefined;
}
