/**
 * The name that was probably meant, by the Damerau–Levenshtein distance in its restricted form (optimal string alignment):
 * insertions, deletions, replacements and swaps of neighbours each cost 1. A difference of case alone costs nothing.
 */

/** Undefined when no candidate is near: one edit per three characters of the name is still near. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
    const wanted = name.toLowerCase();
    const limit = Math.floor(name.length / 3);
    let best: { readonly name: string; readonly distance: number; readonly exact: number } | undefined;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - name.length) > limit) {
            continue;
        }
        const distance = editDistance(wanted, candidate.toLowerCase());
        const exact = editDistance(name, candidate);
        const nearer = !best || distance < best.distance || (distance === best.distance && exact < best.exact);
        if (distance <= limit && nearer) {
            best = { name: candidate, distance, exact };
        }
    }
    return best?.name;
}

function editDistance(a: string, b: string): number {
    let beforePrevious: number[] = [];
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
            current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, replaced);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
            }
        }
        beforePrevious = previous;
        previous = current;
    }
    return previous[b.length];
}
