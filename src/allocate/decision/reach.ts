/**
 * How far one can go before what it costs reaches a level: a bracketed search by false position with the Illinois rule (Dowell and
 * Jarratt 1971, BIT 11), on the square root of the cost, which is nearly straight around an optimum.
 */

/** What it costs to go so far, without an answer beyond some distance; never NaN. */
export type Cost = (distance: number) => Promise<number | undefined>;

export type Reach =
    | { readonly kind: 'reached'; readonly distance: number }
    /** There is no answer beyond. */
    | { readonly kind: 'blocked'; readonly distance: number }
    /** Never, up to the farthest distance. */
    | { readonly kind: 'open' };

const FIRST_STEP = 0.1;
const LONGEST_STRIDE = 4;
const SHORTEST_STRIDE = 1.5;
/** Of a distance, and of the square root of the level. */
const TOLERANCE = 1e-6;
const MOST_STEPS = 60;

/**
 * `cost` is 0 at distance 0; the first crossing of `level` that steps of growing length, none above `longest`, meet, up to the distance
 * `most`.
 */
export async function reachOf(cost: Cost, level: number, most: number, longest = Infinity): Promise<Reach> {
    let inside = 0;
    let within = 0;
    for (let distance = Math.min(FIRST_STEP, longest, most); distance > inside;) {
        const there = await cost(distance);
        if (there === undefined) return edgeBetween(cost, level, inside, distance);
        if (there > level) return crossingBetween(cost, level, [inside, within], [distance, there]);
        [inside, within] = [distance, there];
        distance = Math.min(most, distance + longest, distance * strideFor(there, level));
    }
    return { kind: 'open' };
}

/** The cost grows as the square of the distance, about. */
function strideFor(cost: number, level: number): number {
    return Math.min(LONGEST_STRIDE, Math.max(SHORTEST_STRIDE, 1.1 * Math.sqrt(level / Math.max(cost, 0))));
}

/** Between a distance that is not too far and one without an answer. */
async function edgeBetween(cost: Cost, level: number, from: number, to: number): Promise<Reach> {
    let [inside, outside] = [from, to];
    let within = (await cost(inside)) ?? 0;
    while (outside - inside > TOLERANCE) {
        const middle = (inside + outside) / 2;
        const there = await cost(middle);
        if (there === undefined) outside = middle;
        else if (there > level) return crossingBetween(cost, level, [inside, within], [middle, there]);
        else [inside, within] = [middle, there];
    }
    return { kind: 'blocked', distance: inside };
}

type Sample = readonly [distance: number, cost: number];

/** Between a distance whose cost is below the level and one whose cost is above. */
async function crossingBetween(cost: Cost, level: number, below: Sample, above: Sample): Promise<Reach> {
    const root = Math.sqrt(level);
    const excess = (at: number): number => Math.sqrt(Math.max(0, at)) - root;
    let [low, lowExcess] = [below[0], excess(below[1])];
    let [high, highExcess] = [above[0], excess(above[1])];
    let side = 0;
    for (let step = 0; step < MOST_STEPS && high - low > TOLERANCE; step++) {
        const guess = low - (lowExcess * (high - low)) / (highExcess - lowExcess);
        const there = await cost(guess);
        if (there === undefined) return edgeBetween(cost, level, low, guess);
        const found = excess(there);
        if (Math.abs(found) <= TOLERANCE * root) return { kind: 'reached', distance: guess };
        if (found > 0) {
            [high, highExcess] = [guess, found];
            if (side > 0) lowExcess /= 2;
        } else {
            [low, lowExcess] = [guess, found];
            if (side < 0) highExcess /= 2;
        }
        side = Math.sign(found);
    }
    return { kind: 'reached', distance: low };
}
