/** A plan in tables: its runs, and other designs. */
import type { PlanView } from '../../protocol/planView.js';
import { h } from '../shell/dom.js';
import { scrolling, textTable } from '../shell/table.js';

export function runsSection({ name, runs, searched }: PlanView): readonly HTMLElement[] {
    if (runs === null) {
        return [];
    }
    return [
        h('h2', {}, 'Planned runs'),
        scrolling('Planned runs', textTable(`Runs of ${name}, in the order in which they are best begun`, runs)),
        ...(searched === null ? [] : [h('p', { class: 'note' }, searched)]),
    ];
}

export function designsSection({ name, designs }: PlanView): readonly HTMLElement[] {
    if (designs === null) {
        return [];
    }
    return [
        h('h2', {}, 'Other designs'),
        scrolling('Other designs', textTable(`What ${name} is compared with`, designs)),
    ];
}
