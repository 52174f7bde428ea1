/** Simulated runs that are reduced to the minima of their budgets before a law is fitted: IsoFLOP and envelope. */
import type { ReducedFitProblem } from '../../../src/fit/methods/reducedFit.js';
import type { Runs } from '../../../src/fit/methods/reduction.js';
import type { Random } from '../../../src/fit/random.js';
import { TEX } from '../../fit/methods/support.js';
import { geometric } from '../../fit/support/problems.js';
import { normal } from './noise.js';

export interface ReducedScenario {
    readonly name: string;
    readonly method: ReducedFitProblem['method'];
    /** Without noise where there is no chance in it. */
    runs(random: Random | null): Runs;
}

/** Standard deviation of the loss. */
const NOISE = 0.003;
/** In FLOP. */
const BUDGETS = geometric(6e18, 3e21, 9);

export const REDUCED_SCENARIOS: readonly ReducedScenario[] = [
    {
        name: 'parabolas, 9 budgets of 9 sizes',
        method: { kind: 'isoflop', interpolation: 'parabola' },
        runs: isoflop(9),
    },
    {
        name: 'parabolas, 9 budgets of 6 sizes',
        method: { kind: 'isoflop', interpolation: 'parabola' },
        runs: isoflop(6),
    },
    { name: 'Akima, 9 budgets of 9 sizes', method: { kind: 'isoflop', interpolation: 'akima' }, runs: isoflop(9) },
    {
        name: 'parabolas, 9 runs through 9 budgets, shared noise',
        method: { kind: 'isoflop', interpolation: 'parabola' },
        runs: sharedIsoflop(9),
    },
    { name: 'envelope, 16 training curves', method: { kind: 'envelope' }, runs: trainingCurves(16, 20, 0.004) },
    { name: 'envelope, 8 training curves', method: { kind: 'envelope' }, runs: trainingCurves(8, 20, 0.004) },
    {
        name: 'envelope, 16 training curves, a quarter of the noise',
        method: { kind: 'envelope' },
        runs: trainingCurves(16, 20, 0.001),
    },
];

interface Run {
    readonly N: number;
    readonly D: number;
    readonly run: number;
}

/** Sizes within a factor 4 of the best one at each budget. */
function budgetRuns(sizes: number): Run[] {
    const { A, B, alpha, beta } = TEX;
    const scale = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
    return [...BUDGETS].flatMap((C) => {
        const best = scale * (C / 6) ** (beta / (alpha + beta));
        return [...geometric(best / 4, 4 * best, sizes)].map((N, run) => ({ N, D: C / (6 * N), run }));
    });
}

function isoflop(sizes: number): ReducedScenario['runs'] {
    const runs = budgetRuns(sizes);
    return (random) => observed(runs, random && normal(NOISE)(random, runs.length));
}

/** The same with half of the noise, of variance, shared by the runs at one place of their budgets. */
function sharedIsoflop(sizes: number): ReducedScenario['runs'] {
    const runs = budgetRuns(sizes);
    return (random) => ({ ...observed(runs, random && shared(random, runs, NOISE, NOISE)), run: runsOf(runs) });
}

/** Each size from 2 to 200 tokens per parameter; the deviation of a run is four times that of its checkpoints. */
function trainingCurves(sizes: number, checkpoints: number, deviation: number): ReducedScenario['runs'] {
    const runs = [...geometric(2e8, 2e10, sizes)].flatMap((N, run) =>
        [...geometric(2 * N, 200 * N, checkpoints)].map((D) => ({ N, D, run })),
    );
    return (random) => ({
        ...observed(runs, random && shared(random, runs, deviation, deviation / 4)),
        run: runsOf(runs),
    });
}

function shared(random: Random, runs: readonly Run[], ofRun: number, own: number): Float64Array {
    const deviations = normal(ofRun)(random, 1 + Math.max(...runs.map(({ run }) => run)));
    return normal(own)(random, runs.length).map((value, i) => value + deviations[runs[i].run]);
}

function runsOf(runs: readonly Run[]): Uint32Array {
    return Uint32Array.from(runs, ({ run }) => run);
}

/** On the surface of Hoffmann et al. (2022). */
function observed(runs: readonly Run[], errors: Float64Array | null): Runs {
    const { E, A, B, alpha, beta } = TEX;
    return {
        compute: Float64Array.from(runs, ({ N, D }) => 6 * N * D),
        size: Float64Array.from(runs, ({ N }) => N),
        tokens: Float64Array.from(runs, ({ D }) => D),
        loss: Float64Array.from(runs, ({ N, D }, i) => E + A / N ** alpha + B / D ** beta + (errors?.[i] ?? 0)),
    };
}
