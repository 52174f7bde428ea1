import type { Runs } from '../../../src/fit/methods/reduction.js';
import { createRandom } from '../../../src/fit/random.js';
import { geometric } from '../support/problems.js';

/** The parameters of Hoffmann et al. (2022) as in the paper's source, unrounded. */
export const TEX = {
    E: Math.exp(0.5267228),
    A: Math.exp(6.0073404),
    B: Math.exp(6.0179186),
    alpha: 0.33917084,
    beta: 0.2849083,
};

interface Design {
    /** Sizes reach from N* over this factor to N* times it. */
    readonly halfWidth: number;
    readonly sizes: number;
    /** How far ln of the centre moves away from ln N* from the smallest to the largest budget. */
    readonly drift?: number;
    /** Standard deviation of the loss. */
    readonly noise?: number;
    readonly seed?: number;
}

/** Runs on the surface E + A/N^α + B/D^β with 6·N·D = C at every budget. */
export function isoflopRuns(surface: typeof TEX, budgets: Float64Array, design: Design) {
    const { E, A, B, alpha, beta } = surface;
    const { halfWidth, sizes, drift = 0, noise = 0, seed = 1 } = design;
    const a = beta / (alpha + beta);
    const G = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
    const optimum = (C: number): number => G * (C / 6) ** a;
    const random = createRandom(seed);
    const rows = Array.from(budgets, (C, k) => {
        const centre = optimum(C) * Math.exp((drift * k) / (budgets.length - 1));
        return Array.from({ length: sizes }, (_, i) => {
            const N = centre * halfWidth ** ((2 * i) / (sizes - 1) - 1);
            const D = C / (6 * N);
            return { C, N, D, loss: E + A / N ** alpha + B / D ** beta + noise * normal(random.uniform) };
        });
    }).flat();
    const column = (of: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, of);
    const runs = {
        compute: column((r) => r.C),
        size: column((r) => r.N),
        tokens: column((r) => r.D),
        loss: column((r) => r.loss),
    };
    return { a, k: G / 6 ** a, optimum, runs: runs satisfies Runs as Required<Omit<Runs, 'run'>> };
}

/** Training curves on the surface of Hoffmann et al., from 2 to 200 tokens per parameter, with known deviations. */
export function disturbedCurves(sizes: number, checkpoints: number): Required<Runs> {
    const { E, A, B, alpha, beta } = TEX;
    const rows = Array.from(geometric(2e8, 2e10, sizes), (N, run) =>
        Array.from(geometric(2 * N, 200 * N, checkpoints), (D) => ({ run, N, D })),
    ).flat();
    const column = (of: (row: (typeof rows)[number], i: number) => number): Float64Array => Float64Array.from(rows, of);
    const deviation = (run: number, i: number): number => 0.004 * Math.sin(7 * run) + 0.001 * Math.cos(5 * i);
    return {
        compute: column(({ N, D }) => 6 * N * D),
        size: column(({ N }) => N),
        tokens: column(({ D }) => D),
        loss: column(({ run, N, D }, i) => (E + A / N ** alpha + B / D ** beta) * Math.exp(deviation(run, i))),
        run: Uint32Array.from(rows, ({ run }) => run),
    };
}

/** Box and Muller (1958). */
export function normal(uniform: () => number): number {
    return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** The least-squares slope of ln y on ln x. */
export function slopeInLogs(x: Float64Array, y: Float64Array): number {
    const [u, v] = [x.map(Math.log), y.map(Math.log)];
    const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [centre, level] = [mean(u), mean(v)];
    const products = u.reduce((sum, value, i) => sum + (value - centre) * (v[i] - level), 0);
    return products / u.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
