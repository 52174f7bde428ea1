/** How good a mixture of samples is: its counts by stratum, what it is compared with, and what is said of other problems. */
import type { BudgetView } from '../../protocol/allocationPanel.js';
import { h } from '../shell/dom.js';
import { scrolling, textTable } from '../shell/table.js';

export function mixtureSection({ name, mixture }: BudgetView): readonly HTMLElement[] {
    if (mixture === null) {
        return [];
    }
    const { strata, compared, sentences } = mixture;
    return [
        ...(strata === null
            ? []
            : [h('h2', {}, 'Samples'), scrolling('Samples', textTable(`Samples of ${name} by stratum`, strata))]),
        h('h2', {}, 'Compared'),
        scrolling('Compared', textTable(`What ${name} is compared with`, compared)),
        ...sentences.map((text) => h('p', { class: 'note' }, text)),
    ];
}
