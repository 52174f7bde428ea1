/**
 * Samples like the one at hand, as another repetition of the experiment might have given them.
 *
 * *Drawn*: rows are drawn with replacement, or whole clusters of them (pairs; Efron and Tibshirani 1993, chapter 9).
 *
 * *Redrawn noise*: the rows keep their arguments, and their observed values become the law's plus noise. Either a value drawn
 * from all rows' noise, or (wild; Wu 1986, Liu 1988) the row's own, its sign at random, one sign for all
 * rows of a cluster (Cameron, Gelbach and Miller 2008; Rademacher's signs rather than Mammen's weights: Davidson and Flachaire
 * 2008), each spread a little where the loss asks for it (`noise.ts`). Noise is only known up to its size: each time it is
 * multiplied by √(ν/χ²), χ² drawn with the ν degrees of freedom that its estimate has, which for squares and a linear law makes
 * t distributions of normal ones.
 *
 * Drawing rows of which there are few changes the design: it is too cautious or not cautious enough, depending on the law and the
 * objective (El Karoui and Purdom 2018, J. Mach. Learn. Res. 19). Then noise is redrawn instead: drawn from all rows, or wild
 * by cluster. Only clusters under a pinball loss are always drawn.
 */
import { hasConfigurations } from './configurations.js';
import type { Configurations } from './configurations.js';
import { sizeOfNoise } from './noise.js';
import type { Noise, OwnNoise } from './noise.js';
import type { FitProblem, Objective } from './problem.js';
import type { Random } from './random.js';
import { repeat, withTarget } from './sample.js';
import type { Sample } from './sample.js';

/** Another sample; null where none could be had that determines the parameters. */
export type Resampler = (random: Random) => Sample | null;

export interface Resampled {
    readonly problem: FitProblem;
    readonly sample: Sample;
    readonly configurations: Configurations;
    /** Free parameters. */
    readonly size: number;
    /** The law at the estimate, in the scale of the objective. */
    readonly fitted: Float64Array;
    readonly noise: Noise;
}

/** Rows (or clusters) for each parameter from which on drawing them leaves the design as it is. */
const PLENTY = 40;

export function resamplerOf(task: Resampled): Resampler {
    const { problem, sample, size, noise } = task;
    const hasClusters = problem.clusters !== undefined;
    const units = hasClusters ? new Set(problem.clusters).size : sample.rows;
    const isWild = problem.bootstrap?.kind === 'wild';
    // Of the few turned clusters hardly one would lie on the rarer side of a quantile.
    const canTurn = !(hasClusters && problem.objective.kind === 'pinball');
    if (!isWild && units >= PLENTY * size) return drawingRows(task);
    if (noise.own === null) return redrawing(task, anyNoise(task), noise.degrees);
    return canTurn ? redrawing(task, wildNoise(task, noise.own), noise.own.degrees) : drawingRows(task);
}

/** A resample with too few distinct configurations is drawn again this many times. */
const TRIES = 100;

function drawingRows({ problem, sample, configurations, size }: Resampled): Resampler {
    const needed = Math.min(size, configurations.count);
    const draw = problem.clusters === undefined ? drawRows : drawingClusters(problem.clusters);
    return (random) => {
        for (let attempt = 0; attempt < TRIES; attempt++) {
            const times = new Float64Array(sample.rows);
            draw(times, random);
            if (hasConfigurations(configurations, times, needed)) return repeat(sample, times);
        }
        return null;
    };
}

/** How often each row is drawn, as many draws as there are rows. */
function drawRows(times: Float64Array, random: Random): void {
    for (let draw = 0; draw < times.length; draw++) times[random.below(times.length)]++;
}

function drawingClusters(clusters: Uint32Array): typeof drawRows {
    const members = rowsOfClusters(clusters);
    return (times, random) => {
        for (let draw = 0; draw < members.length; draw++) {
            for (const row of members[random.below(members.length)]) times[row]++;
        }
    };
}

function rowsOfClusters(clusters: Uint32Array): number[][] {
    const members = new Map<number, number[]>();
    clusters.forEach((cluster, row) => {
        const rows = members.get(cluster);
        if (rows === undefined) members.set(cluster, [row]);
        else rows.push(row);
    });
    return [...members.values()];
}

/** Noise of each row, in units of the standard errors. */
type Draw = (random: Random) => Float64Array;

function redrawing({ sample, fitted }: Resampled, draw: Draw, degrees: number): Resampler {
    return (random) => {
        const size = sizeOfNoise(1 - random.uniform(), degrees);
        const noise = draw(random);
        return withTarget(
            sample,
            fitted.map((value, i) => value + (size * noise[i]) / sample.precisions[i]),
        );
    };
}

function anyNoise({ fitted, noise: { errors } }: Resampled): Draw {
    return (random) => fitted.map(() => errors[random.below(errors.length)]);
}

function wildNoise({ problem: { clusters, objective } }: Resampled, { errors, spread }: OwnNoise): Draw {
    const turned = turn(objective);
    const units = clusters ?? Uint32Array.from(errors.keys());
    const count = 1 + units.reduce((most, unit) => Math.max(most, unit), 0);
    return (random) => {
        const chances = Float64Array.from({ length: count }, () => random.uniform());
        const nearby = (): number => (spread > 0 ? spread * (2 * random.uniform() - 1) : 0);
        return errors.map((residual, i) => turned(residual, chances[units[i]]) + nearby());
    };
}

/**
 * A residual kept or turned by chance so that ρ′ is 0 on average: to the other sign; by asymmetric losses to where ρ′ is as
 * large with the other sign; by pinball as Feng, He and Hu (2011, Biometrika 98).
 */
function turn(objective: Objective): (residual: number, chance: number) => number {
    if (objective.kind === 'pinball') {
        const { level } = objective;
        return (r, chance) => 2 * Math.abs(r) * (chance < level ? -level : 1 - level);
    }
    const ratio = objective.kind === 'asymmetric' ? objective.weight : 1;
    return (r, chance) => (chance < 0.5 ? r : r > 0 ? -r / ratio : -r * ratio);
}
