/** Plain tables: the other form of everything that a chart shows. */
import { h } from './dom.js';

export interface Column {
    readonly title: string;
    /** Numbers are set flush right, in figures of one width. */
    readonly kind: 'number' | 'text';
}

export type Cell = string | Node;

export function number(title: string): Column {
    return { title, kind: 'number' };
}

export function text(title: string): Column {
    return { title, kind: 'text' };
}

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

/** A table that comes as text, its header first; columns of words are set flush left. */
export function textTable(caption: string, [header, ...rows]: readonly (readonly string[])[]): HTMLElement {
    const columns = header.map((title, index) => {
        const said = rows.map((cells) => cells[index]).filter((cell) => cell !== '');
        return said.length > 0 && said.every(hasWords) ? text(title) : number(title);
    });
    const wrapping = rows.map((cells) => cells.map(intervalCell));
    return table(caption, columns, wrapping);
}

/** `0.58 [0.54, 0.63]`: the line breaks before the interval, not within. */
function intervalCell(cell: string): Cell {
    const [, estimate, interval] = /^(\S+) (\[.*\])$/.exec(cell) ?? [];
    return interval === undefined ? cell : h('span', {}, `${estimate} `, h('span', { class: 'interval' }, interval));
}

function hasWords(cell: string): boolean {
    return /\p{L}{2}/u.test(cell);
}

/** Scrolls within itself, by keyboard, too. */
export function scrolling(label: string, content: HTMLElement): HTMLElement {
    return h('div', { class: 'scrolling', tabindex: '0', role: 'region', 'aria-label': label }, content);
}
