/** Rows of texts in aligned columns: the first to the left, the others to the right. */
export function alignColumns(rows: readonly (readonly string[])[], indent: string): string {
    const widths: number[] = [];
    for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
    return rows
        .map((row) => {
            const cells = row.map((cell, index) =>
                index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index]),
            );
            return `${indent}${cells.join('  ').trimEnd()}\n`;
        })
        .join('');
}
