/** Messages with the icon of their severity. */
import type { MessageView } from '../../protocol/views.js';
import { codeText } from './codeText.js';
import { h } from './dom.js';

type Severity = MessageView['severity'];

const SVG = 'http://www.w3.org/2000/svg';
/** Outlines in a square of 16, in the manner of the editor's own icons. */
const OUTLINES: Readonly<Record<Severity, string>> = {
    error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z M5.5 5.5l5 5 M10.5 5.5l-5 5',
    warning: 'M8 2 14.6 13.8H1.4Z M8 6.2v4 M8 11.3v1.1',
    information: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z M8 7v4.5 M8 4.4v1.1',
};

export function messageList(messages: readonly MessageView[]): HTMLElement {
    const items = messages.map(({ severity, text }) =>
        h('li', { class: `message ${severity}` }, severityIcon(severity), h('span', {}, ...codeText(text))),
    );
    return h('ul', { class: 'messages', 'aria-label': 'Messages' }, ...items);
}

/** What stands in place of the panel when there is nothing to show. */
export function emptyState(message: string): HTMLElement {
    return h('p', { class: 'empty', role: 'status' }, message);
}

function severityIcon(severity: Severity): SVGElement {
    const icon = document.createElementNS(SVG, 'svg');
    icon.setAttribute('viewBox', '0 0 16 16');
    icon.setAttribute('class', 'icon');
    icon.setAttribute('role', 'img');
    icon.setAttribute('aria-label', severity);
    const outline = document.createElementNS(SVG, 'path');
    outline.setAttribute('d', OUTLINES[severity]);
    icon.append(outline);
    return icon;
}
