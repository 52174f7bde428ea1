/** The panel's top: which fit, its formula, its rows, and how it ended. */
import type { CurvesView } from '../../protocol/curvesPanel.js';
import { formatQuantity } from '../../quantity/print.js';
import { select } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { fitTitle, rowsText, type Shown } from './shown.js';

export interface FitHeader {
    readonly element: HTMLElement;
    show(view: CurvesView, shown: Shown): void;
}

export function fitHeader(chooseFit: (id: string) => void): FitHeader {
    const chooser = select('Fit', chooseFit);
    const title = h('h1');
    const status = h('p', { class: 'status' });
    const formula = h('code', { class: 'formula' });
    chooser.element.classList.add('wide-select');
    return {
        element: h('header', {}, h('div', { class: 'title-line' }, title, chooser.element), formula, status),
        show(view, { fit }) {
            const several = view.fits.length > 1;
            title.textContent = several ? 'Fit' : fitTitle(fit);
            chooser.element.toggleAttribute('hidden', !several);
            chooser.show(
                view.fits.map((other) => ({ value: other.id, label: fitTitle(other) })),
                fit.id,
            );
            formula.textContent = fit.formula;
            status.replaceChildren(
                h('span', {}, rowsText(fit)),
                ...(fit.objective === null ? [] : [h('span', {}, `objective ${formatQuantity(fit.objective)}`)]),
                h('span', { class: fit.converged ? 'good' : 'bad' }, fit.stopped),
            );
        },
    };
}
