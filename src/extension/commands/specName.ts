/** Names of new specs. */

/** Whether a path names a table that `runs … from` reads. */
export function isCsv(path: string): boolean {
    return /\.(csv|tsv)$/i.test(path);
}

/** For example `runs.scaling` for `runs.csv`. */
export function specNameFor(csvName: string): string {
    return csvName.replace(/\.[^.]*$/, '') + '.scaling';
}

/** The name itself, or with the first number that makes it new: `runs-2.scaling`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
    const dot = name.lastIndexOf('.');
    const numbered = (n: number) => (n === 1 ? name : `${name.slice(0, dot)}-${n}${name.slice(dot)}`);
    let n = 1;
    while (taken.has(numbered(n))) n += 1;
    return numbered(n);
}
