/** Where files are open; columns are numbered from 1 as in VS Code. */
export interface OpenGroup {
    readonly column: number;
    /** URIs of the files open as text in this group, and the one in front. */
    readonly files: readonly string[];
    readonly front: string | undefined;
}

/**
 * The column in which to show a file so that the panel stays in view: where the file is in front, else where it is open, else the
 * first one that is not the panel's. Undefined when there is none: open one beside the panel.
 */
export function columnForFile(
    uri: string,
    groups: readonly OpenGroup[],
    panelColumn: number | undefined,
): number | undefined {
    const others = groups.filter((group) => group.column !== panelColumn);
    const found =
        others.find((group) => group.front === uri) ?? others.find((group) => group.files.includes(uri)) ?? others[0];
    return found?.column;
}
