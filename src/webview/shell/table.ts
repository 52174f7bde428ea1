/** Plain tables: the other form of everything that a chart shows. */
import { h } from './dom.js';

export interface Column {
    readonly title: string;
    /** Numbers are set flush right, in figures of one width. */
    readonly kind: 'number' | 'text';
}

export type Cell = string | Node;

/** `current` is the index of the row that the cursor stands on in the editor. */
export function table(
    caption: string,
    columns: readonly Column[],
    rows: readonly (readonly Cell[])[],
    current: number | null = null,
): HTMLElement {
    const head = columns.map(({ title, kind }) => h('th', { scope: 'col', class: kind }, title));
    const body = rows.map((cells, row) =>
        h(
            'tr',
            { 'aria-current': row === current ? 'true' : undefined },
            ...cells.map((cell, index) => h('td', { class: columns[index].kind }, cell)),
        ),
    );
    return h(
        'table',
        {},
        h('caption', { class: 'hidden' }, caption),
        h('thead', {}, h('tr', {}, ...head)),
        h('tbody', {}, ...body),
    );
}

/** The table without the columns that have nothing to say in any row. */
export function compactTable(
    caption: string,
    columns: readonly Column[],
    rows: readonly (readonly Cell[])[],
    current: number | null = null,
): HTMLElement {
    const kept = columns.map((_, index) => rows.some((cells) => cells[index] !== ''));
    const keep = <T>(items: readonly T[]): readonly T[] => items.filter((_, index) => kept[index]);
    return table(caption, keep(columns), rows.map(keep), current);
}

/** Scrolls within itself, by keyboard, too. */
export function scrolling(label: string, content: HTMLElement): HTMLElement {
    return h('div', { class: 'scrolling', tabindex: '0', role: 'region', 'aria-label': label }, content);
}
