/** The panel's top: which fit or comparison, its formula, its rows, and how it ended. */
import type { CurvesView, FigureView } from '../../protocol/curvesPanel.js';
import { formatQuantity } from '../../quantity/print.js';
import { select } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { figureTitle, rowsText } from './shown.js';

export interface FigureHeader {
    readonly element: HTMLElement;
    show(view: CurvesView, figure: FigureView): void;
}

export function figureHeader(choose: (id: string) => void): FigureHeader {
    const chooser = select('Fit or comparison', choose);
    const title = h('h1');
    const status = h('p', { class: 'status' });
    const formula = h('code', { class: 'formula' });
    chooser.element.classList.add('wide-select');
    return {
        element: h('header', {}, h('div', { class: 'title-line' }, title, chooser.element), formula, status),
        show(view, figure) {
            const several = view.figures.length > 1;
            title.textContent = several ? (figure.kind === 'fit' ? 'Fit' : 'Comparison') : figureTitle(figure);
            chooser.element.toggleAttribute('hidden', !several);
            chooser.show(
                view.figures.map((other) => ({ value: other.id, label: figureTitle(other) })),
                figure.id,
            );
            formula.textContent = figure.kind === 'fit' ? figure.formula : '';
            formula.hidden = figure.kind === 'comparison';
            status.replaceChildren(h('span', {}, rowsText(figure)), ...statusOf(figure));
        },
    };
}

function statusOf(figure: FigureView): readonly HTMLElement[] {
    if (figure.kind === 'comparison') {
        return figure.scoring === 'none' ? [] : [h('span', {}, `errors on ${figure.scoredOn}`)];
    }
    const { objective, converged, stopped } = figure;
    return [
        ...(objective === null ? [] : [h('span', {}, `objective ${formatQuantity(objective)}`)]),
        h('span', { class: converged ? 'good' : 'bad' }, stopped),
    ];
}
