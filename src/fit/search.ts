/**
 * The global search: many starts scored on a part of the rows, the best of them that differ polished for a few steps,
 * the best of those to the end, and the winners on all rows. Repeated with fresh starts until two local searches agree
 * on the best optimum.
 */
import { boxOf } from './coordinates.js';
import type { Criterion } from './criterion.js';
import { lossOf } from './objectives.js';
import type { Loss } from './objectives.js';
import type { Pacer } from './pacing.js';
import type { Objective } from './problem.js';
import { createRandom } from './random.js';
import { thin } from './sample.js';
import type { Sample } from './sample.js';
import type { LocalSolver, Solution } from './solver.js';
import { StartGenerator } from './starts.js';
import type { ScoredStart } from './starts.js';
import { representative } from './symmetry.js';

export interface SearchResult {
    /** Distinct local minima on all rows, best first; empty where nothing could be computed. */
    readonly minima: readonly Solution[];
    /** Local searches run to the end, and how many of them ended at the best optimum. */
    readonly starts: number;
    readonly reachedBest: number;
}

/** Rows that local searches run on before the last ones; rows that starts are scored on. */
const SEARCHED_ROWS = 256;
const SCORED_ROWS = 128;
/** Rounds of fresh starts: at most, while the local searches disagree, and while less than half of them agree. */
const ROUNDS = 10;
const ROUNDS_IF_DISAGREED = 2;
const ROUNDS_IN_DOUBT = 4;
const BRIEFLY_SOLVED = 24;
const FULLY_SOLVED = 6;
const RIVALS = 3;
/** Optima whose objectives differ by less, relatively, are the same. */
const SAME = 1e-7;
/** Relative error of a computed law, generously. */
const ROUNDING = 16 * Number.EPSILON;
/** Starts nearer than this in the unit cube are the same. */
const NEIGHBOURHOOD = 0.05;

export interface SearchTask {
    readonly criterion: Criterion;
    readonly objective: Objective;
    readonly solve: LocalSolver;
    readonly pacer: Pacer;
}

export async function searchGlobally(task: SearchTask, sample: Sample): Promise<SearchResult> {
    const part = thin(sample, SEARCHED_ROWS, createRandom(1));
    const found = await searchOn(task, part);
    const starts = found.length;
    const reachedBest = countBest(found);
    if (part === sample) return { minima: distinct(found).slice(0, RIVALS), starts, reachedBest };

    const onAllRows: Solution[] = [];
    for (const start of distinct(found).slice(0, RIVALS)) onAllRows.push(await task.solve(start, sample, 'full'));
    // A law that a part of the rows allows may be incomputable on others.
    const minima = distinct(onAllRows.some(isComputable) ? onAllRows : await searchOn(task, sample));
    return { minima: minima.slice(0, RIVALS), starts, reachedBest };
}

async function searchOn({ criterion, objective, solve, pacer }: SearchTask, sample: Sample): Promise<Solution[]> {
    const loss = lossOf(objective);
    const scored = thin(sample, SCORED_ROWS, createRandom(2));
    const generator = new StartGenerator(criterion, scored, boxOf(criterion.model.parameters), loss, pacer);
    const exact = exactObjective(sample, loss);
    const found: Solution[] = [];
    for (const start of await generator.suggested()) found.push(await solve(start, sample, 'full'));
    for (let round = 0; round < ROUNDS && !isSettled(found, round, exact); round++) {
        const starts = await generator.draw(startsPerRound(generator.searched.length));
        const brief: Solution[] = [];
        for (const start of diverseBest(starts, BRIEFLY_SOLVED)) brief.push(await solve(start, sample, 'brief'));
        for (const start of distinct(brief).slice(0, FULLY_SOLVED)) found.push(await solve(start, sample, 'full'));
    }
    return found;
}

/** What the objective may be where the law is exact: its value if each residual is some rounding errors. */
function exactObjective({ target, counts }: Sample, loss: Loss): number {
    return target.reduce((sum, t, i) => sum + counts[i] * loss.value(ROUNDING * (1 + Math.abs(t))), 0);
}

function isSettled(found: readonly Solution[], rounds: number, exact: number): boolean {
    if (rounds > 0 && found.some(({ value }) => value <= exact)) return true;
    const best = countBest(found);
    if (best < 2) return false;
    const needed = best === found.length ? 1 : 2 * best >= found.length ? ROUNDS_IF_DISAGREED : ROUNDS_IN_DOUBT;
    return rounds >= needed;
}

function startsPerRound(dimensions: number): number {
    return Math.min(4096, 64 * 4 ** dimensions);
}

/** The best starts, none in the near neighbourhood of a better one. */
function diverseBest(starts: readonly ScoredStart[], count: number): ScoredStart[] {
    const chosen: ScoredStart[] = [];
    for (const start of [...starts].sort((a, b) => a.score - b.score)) {
        if (chosen.length === count) break;
        if (chosen.every((other) => distance(start.place, other.place) > NEIGHBOURHOOD)) chosen.push(start);
    }
    return chosen;
}

function distance(a: Float64Array, b: Float64Array): number {
    return a.reduce((largest, x, d) => Math.max(largest, Math.abs(x - b[d])), 0);
}

/** Best first, one for each value of the objective. */
function distinct(found: readonly Solution[]): Solution[] {
    const groups: Solution[][] = [];
    for (const one of found.filter(isComputable).sort((a, b) => a.value - b.value)) {
        const group = groups.at(-1);
        if (group !== undefined && isSame(group[0], one)) group.push(one);
        else groups.push([one]);
    }
    return groups.map(representative);
}

function countBest(found: readonly Solution[]): number {
    const computable = found.filter(isComputable);
    const best = computable.reduce((least, one) => (one.value < least.value ? one : least), computable[0]);
    return computable.filter((one) => isSame(best, one)).length;
}

function isComputable({ value }: Solution): boolean {
    return value < Infinity;
}

function isSame(better: Solution, other: Solution): boolean {
    return other.value - better.value <= SAME * better.value;
}
