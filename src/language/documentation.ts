/** Documentation comments: the `///` lines directly above a statement or an entry. */
import type { AstNode } from 'langium';

const DOC_LINE = /^[ \t]*\/\/\/ ?(.*)$/;

/** The text without its slashes, Markdown; undefined where there is none. */
export function documentationOf(node: AstNode): string | undefined {
    const { root, offset } = node.$cstNode ?? {};
    if (root === undefined || offset === undefined) return undefined;
    const before = root.fullText.slice(0, offset);
    const lines: string[] = [];
    let end = before.lastIndexOf('\n');
    if (before.slice(end + 1).trim() !== '') return undefined;
    while (end >= 0) {
        const start = before.lastIndexOf('\n', end - 1) + 1;
        const line = DOC_LINE.exec(before.slice(start, end).trimEnd());
        if (line === null) break;
        lines.unshift(line[1]);
        end = start - 1;
    }
    return lines.length === 0 ? undefined : lines.join('\n');
}
