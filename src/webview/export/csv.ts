/** Comma-separated values (RFC 4180). Numbers are written in full: a file is for reckoning on. */
export type CsvCell = string | number | null;

export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
    return [header, ...rows].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: CsvCell): string {
    if (cell === null || typeof cell === 'number') {
        return cell === null || !Number.isFinite(cell) ? '' : String(cell);
    }
    return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
