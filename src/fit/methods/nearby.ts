/**
 * Puts values that differ little into groups: in ascending order, a new group begins where a value exceeds the one
 * before it by more than `tolerance`, relatively. Values must be positive.
 */
export function groupNearby(
    rows: readonly number[],
    valueOf: (row: number) => number,
    tolerance: number,
): (readonly number[])[] {
    const ascending = [...rows].sort((a, b) => valueOf(a) - valueOf(b));
    const groups: number[][] = [];
    for (const row of ascending) {
        const group = groups.at(-1);
        const before = group?.at(-1);
        if (before !== undefined && valueOf(row) <= valueOf(before) * (1 + tolerance)) group!.push(row);
        else groups.push([row]);
    }
    return groups;
}
