/** The header row of an inline table: the columns it declares, and where. The cells below it are read by the study. */
import { unitNamed } from '../quantity/units.js';
import type { InlineTable } from './generated/ast.js';

export interface HeaderCell {
    readonly name: string;
    /** The unit in brackets beside the name, as in `N (params)`. */
    readonly unit: string | undefined;
    /** Offsets of the name in the document. */
    readonly start: number;
    readonly end: number;
}

/** A cell begins after a bar; `\|` is a bar inside one. */
const CELL = /\|((?:\\\||[^|])*)/g;
const BRACKETED_UNIT = /^(.*\S)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/;

export function headerCells(table: InlineTable): HeaderCell[] {
    const offset = table.$cstNode?.offset ?? 0;
    const [row] = /^[^\r\n]*/.exec(table.text ?? '')!;
    const cells: HeaderCell[] = [];
    for (const match of row.replace(/\|[ \t]*\/\/[^|]*$/, '|').matchAll(CELL)) {
        const text = match[1].trim();
        if (text === '') continue;
        const [, bare, unit] = BRACKETED_UNIT.exec(text) ?? [];
        const name = unit !== undefined && unitNamed(unit) !== undefined ? bare : text;
        const start = offset + match.index + 1 + match[1].indexOf(text);
        cells.push({ name, unit: name === text ? undefined : unit, start, end: start + name.length });
    }
    return cells;
}
