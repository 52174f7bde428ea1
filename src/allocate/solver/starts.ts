/**
 * Where local searches begin: points spread evenly over the box (a Halton sequence, so that the search is the same every time),
 * each led to the constraints that it violates, and of these the best ones that differ.
 */
import type { Pacer } from '../../fit/pacing.js';
import { leadToConstraints, type NearbyPoint } from './feasibility.js';
import type { Program } from './program.js';
import { sownRange } from './searchBox.js';
import { norm } from './vectors.js';

const POINTS_PER_VARIABLE = 160;
const MOST_STARTS = 8;
/** In u: starts that are closer than a factor e of each other lead to the same place. */
const DISTINCT = 1;
/** Counted work for one point and variable, in the pacer's operations. */
const POINT_COST = 2e3;
/** In u: a violation that counts as none here. */
const FEASIBLE = 1e-6;

export async function chooseStarts(program: Program, pacer: Pacer): Promise<Float64Array[]> {
    return distinct(await sownPoints(program, pacer));
}

/** Best first. */
export async function sownPoints(program: Program, pacer: Pacer): Promise<Float64Array[]> {
    const points: NearbyPoint[] = [];
    for (const u of sow(program)) {
        const point = leadToConstraints(program, u, FEASIBLE);
        if (point) {
            points.push(point);
        }
        await pacer.spend(POINT_COST * program.n);
    }
    return points.sort((a, b) => a.violation - b.violation || a.value - b.value).map(({ u }) => u);
}

/** The first of them that differ. */
export function distinct(points: readonly Float64Array[]): Float64Array[] {
    const chosen: Float64Array[] = [];
    for (const u of points) {
        if (chosen.length < MOST_STARTS && chosen.every((other) => distance(u, other) > DISTINCT)) {
            chosen.push(u);
        }
    }
    return chosen;
}

function sow(program: Program): Float64Array[] {
    const ranges = Array.from({ length: program.n }, (_, j) => sownRange(program.box, j));
    return Array.from({ length: Math.max(1, POINTS_PER_VARIABLE * program.n) }, (_, index) =>
        Float64Array.from(
            ranges,
            ([lower, upper], j) => lower + (upper - lower) * halton(index + 1, PRIMES[j % PRIMES.length]),
        ),
    );
}

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19];

/** The index's digits in a base, mirrored at the point. */
function halton(index: number, base: number): number {
    let fraction = 0;
    for (let rest = index, weight = 1 / base; rest > 0; rest = Math.floor(rest / base), weight /= base) {
        fraction += (rest % base) * weight;
    }
    return fraction;
}

function distance(a: Float64Array, b: Float64Array): number {
    return norm(a.map((part, j) => part - b[j]));
}
