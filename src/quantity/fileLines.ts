/** The lines of one or several files in one numbering: those of a file go on after the last line of the one before it. */

export interface FileLines {
    readonly uri: string;
    /** The number of the file's first line; 0 for the first file. */
    readonly firstLine: number;
}

/** In the order of their lines. */
export type Sources = readonly FileLines[];

/** A line of a file, from 0. */
export interface FilePlace {
    readonly uri: string;
    readonly line: number;
}

export function placeOfLine(sources: Sources, line: number): FilePlace {
    const { uri, firstLine } = [...sources].reverse().find((source) => source.firstLine <= line) ?? sources[0];
    return { uri, line: line - firstLine };
}

/** Undefined for a place in none of the files. */
export function lineOfPlace(sources: Sources, place: FilePlace | null): number | undefined {
    const index = sources.findIndex(({ uri }) => uri === place?.uri);
    if (place === null || index < 0) return undefined;
    const line = sources[index].firstLine + place.line;
    return line < (sources[index + 1]?.firstLine ?? Infinity) ? line : undefined;
}

/** As people count: `4`; of several files `b.csv:4`. */
export function lineName(sources: Sources, line: number): string {
    const place = placeOfLine(sources, line);
    return sources.length === 1 ? `${place.line + 1}` : `${fileName(place.uri)}:${place.line + 1}`;
}

/** `line 4`, `lines 4, 9`; of several files `b.csv:4`. */
export function linesText(sources: Sources, lines: readonly number[], isOne = lines.length === 1): string {
    const names = lines.map((line) => lineName(sources, line)).join(', ');
    if (sources.length > 1) return names;
    return `${isOne ? 'line' : 'lines'} ${names}`;
}

export function fileName(uri: string): string {
    return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
