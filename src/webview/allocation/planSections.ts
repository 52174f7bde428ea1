/** A plan in words and tables: what is expected of it, its runs, and other designs. */
import type { PlanView } from '../../protocol/planView.js';
import { codeText } from '../shell/codeText.js';
import { h } from '../shell/dom.js';
import { messageList } from '../shell/messages.js';
import { scrolling, textTable } from '../shell/table.js';

export function expectedSection({ sentences, messages }: PlanView): readonly HTMLElement[] {
    return [
        ...(messages.length > 0 ? [messageList(messages)] : []),
        ...sentences.map((text) => h('p', {}, ...codeText(text))),
    ];
}

export function runsSection({ name, runs }: PlanView): readonly HTMLElement[] {
    if (runs === null) {
        return [];
    }
    return [
        h('h2', {}, 'Planned runs'),
        scrolling('Planned runs', textTable(`Runs of ${name}, in the order in which they are best begun`, runs)),
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
