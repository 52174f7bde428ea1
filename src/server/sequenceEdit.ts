/** What changed between two sequences, of lines or of characters: all between their common beginning and end. */

/** The stretch of the older sequence that was replaced, end exclusive, and by how much the sequence grew. */
export interface SequenceEdit {
    readonly start: number;
    readonly end: number;
    readonly growth: number;
}

export function editBetween(before: ArrayLike<string>, after: ArrayLike<string>): SequenceEdit {
    const shortest = Math.min(before.length, after.length);
    let start = 0;
    while (start < shortest && before[start] === after[start]) start++;
    let same = 0;
    while (same < shortest - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
    return { start, end: before.length - same, growth: after.length - before.length };
}

/** By how much a stretch of the older sequence moved; null when the edit reaches into it. */
export function growthAt(edit: SequenceEdit, start: number, end: number): number | null {
    if (end <= edit.start) return 0;
    return start >= edit.end ? edit.growth : null;
}
