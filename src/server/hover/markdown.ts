/** Pieces of Markdown that hovers are made of. */

export function codeBlock(text: string): string {
    return ['```scaling', text, '```'].join('\n');
}

/** A table; the first row is its head, which may be empty. */
export function table(rows: readonly (readonly string[])[]): string {
    const [head, ...body] = rows.map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`);
    return [head, `|${rows[0].map(() => '---|').join('')}`, ...body].join('\n');
}

/** Paragraphs, those that are missing left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
    return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** Text of the user's, with nothing in it read as Markdown. */
export function plain(text: string): string {
    return text.replace(/[\\`*_{}[\]<>()#+\-!|~]/g, '\\$&');
}

/** Sentences of ours, in which what the user wrote stands in backticks. */
export function sentences(text: string): string {
    const parts = text.split(/(`[^`]*`)/);
    return parts.map((part, index) => (index % 2 === 1 ? part : plain(part))).join('');
}

function escapeCell(text: string): string {
    return text.replace(/(?<!\\)\|/g, '\\|');
}
