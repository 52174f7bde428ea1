/** Where texts go on a chart without covering each other. All lengths are pixels, y grows downwards. */

export interface Box {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
}

/**
 * Moves positions apart until neighbours are at least `gap` from each other, all within [`low`, `high`], and each as near
 * to where it wants to be as its neighbours allow. Answers in the order given.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
    const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
    const placed = order.map((index) => Math.min(high, Math.max(low, wanted[index])));
    for (let i = 1; i < placed.length; i++) {
        placed[i] = Math.max(placed[i], placed[i - 1] + gap);
    }
    // Pushed below the lower end: push back from there.
    for (let i = placed.length - 1, limit = high; i >= 0; i--, limit = placed[i + 1] - gap) {
        placed[i] = Math.min(placed[i], limit);
    }
    const answer: number[] = [];
    order.forEach((index, rank) => (answer[index] = placed[rank]));
    return answer;
}

/**
 * For each text the first of its possible boxes that lies within the area and touches neither an obstacle nor a text
 * placed before; undefined where none does, so that the text is left out rather than unreadable.
 */
export function placeBoxes(
    texts: readonly (readonly Box[])[],
    area: Box,
    obstacles: readonly Box[] = [],
): readonly (Box | undefined)[] {
    const taken = [...obstacles];
    return texts.map((candidates) => {
        const found = candidates.find((box) => isWithin(box, area) && !taken.some((other) => touches(box, other)));
        if (found) {
            taken.push(found);
        }
        return found;
    });
}

function isWithin(box: Box, area: Box): boolean {
    return (
        box.left >= area.left &&
        box.top >= area.top &&
        box.left + box.width <= area.left + area.width &&
        box.top + box.height <= area.top + area.height
    );
}

function touches(one: Box, other: Box): boolean {
    return (
        one.left < other.left + other.width &&
        other.left < one.left + one.width &&
        one.top < other.top + other.height &&
        other.top < one.top + one.height
    );
}
