/** Experiments whose truth is known: a law, where it is measured, how noisy, and what is asked of the fit. */
import type { Objective } from '../../../src/fit/problem.js';
import { CHINCHILLA, geometric, HUBER_OF_LOG, SQUARES, type Columns } from '../../fit/support/problems.js';
import { contaminated, normal, perRun, type Noise } from './noise.js';

export interface Scenario {
    readonly name: string;
    readonly law: string;
    readonly truth: Readonly<Record<string, number>>;
    readonly columns: Columns;
    readonly objective: Objective;
    /** In the scale of the objective. */
    readonly noise: Noise;
    /** The run of each row, where noise is shared within runs. */
    readonly clusters?: Uint32Array;
    /** A run to predict, by its arguments. */
    readonly next: Readonly<Record<string, number>>;
    /** A decision, as a formula of the parameters; the best model size for a budget, where the law has one. */
    readonly decision: string;
}

const SQUARES_OF_LOG: Objective = { kind: 'squares', ofLog: true };

/** Besiroglu et al. (2024), rounded. */
const surface = {
    law: CHINCHILLA,
    truth: { E: 1.82, A: 482, alpha: 0.348, B: 2085, beta: 0.366 },
    next: { N: 7e10, D: 1.4e12 },
    /** N* for 1e24 FLOP: G (C/6)^(β/(α+β)). */
    decision: '(alpha * A / (beta * B))^(1 / (alpha + beta)) * (1e24 / 6)^(beta / (alpha + beta))',
};

const power = {
    law: 'E + A * (C / 1e20)^-a',
    truth: { E: 1.7, A: 1, a: 0.15 },
    next: { C: 1e24 },
    /** Compute in 1e20 FLOP for a loss of 2. */
    decision: '(A / (2 - E))^(1 / a)',
};

const saturating = {
    law: 'top / (1 + exp(-k * (log10(C) - c0)))',
    truth: { top: 0.85, k: 1.5, c0: 21 },
    next: { C: 1e24 },
    /** The order of magnitude of compute for an accuracy of 0.7. */
    decision: 'c0 - log(top / 0.7 - 1) / k',
};

export const SCENARIOS: readonly Scenario[] = [
    {
        ...surface,
        name: 'surface, grid of 36, noise 0.5 %',
        columns: grid(6, 6),
        objective: HUBER_OF_LOG,
        noise: normal(0.005),
    },
    {
        ...surface,
        name: 'surface, grid of 36, noise 0.1 %',
        columns: grid(6, 6),
        objective: HUBER_OF_LOG,
        noise: normal(0.001),
    },
    {
        ...surface,
        name: 'surface, grid of 120, noise 1 %',
        columns: grid(12, 10),
        objective: HUBER_OF_LOG,
        noise: normal(0.01),
    },
    {
        ...surface,
        name: 'surface, 54 IsoFLOP runs, noise 0.5 %',
        columns: isoflop(6, 9),
        objective: HUBER_OF_LOG,
        noise: normal(0.005),
    },
    {
        ...surface,
        name: 'surface, 12 rows, noise 0.3 %',
        columns: grid(4, 3),
        objective: SQUARES_OF_LOG,
        noise: normal(0.003),
    },
    {
        ...surface,
        name: 'surface, grid of 64, a tenth with 8 times the noise',
        columns: grid(8, 8),
        objective: HUBER_OF_LOG,
        noise: contaminated(0.004, 0.1, 8),
    },
    {
        ...surface,
        name: 'surface, 16 runs of 6 checkpoints, shared noise',
        ...runsOfCheckpoints(16, 6),
        objective: SQUARES_OF_LOG,
    },
    {
        ...power,
        name: 'power and constant, 8 rows, noise 0.3 %',
        columns: budgets(8),
        objective: SQUARES_OF_LOG,
        noise: normal(0.003),
    },
    {
        ...power,
        name: 'power and constant, 10 rows, noise 0.1 %',
        columns: budgets(10),
        objective: HUBER_OF_LOG,
        noise: normal(0.001),
    },
    {
        ...power,
        name: 'power and constant, 30 rows, noise 1 %',
        columns: budgets(30),
        objective: HUBER_OF_LOG,
        noise: normal(0.01),
    },
    {
        ...saturating,
        name: 'saturating, 15 rows, noise 0.01',
        columns: { C: geometric(1e19, 1e23, 15) },
        objective: SQUARES,
        noise: normal(0.01),
    },
];

function grid(sizes: number, tokens: number): Columns {
    const [N, D] = [geometric(2e7, 1e10, sizes), geometric(1e9, 3e11, tokens)];
    const rows = Array.from({ length: sizes * tokens }, (_, row) => row);
    return {
        N: Float64Array.from(rows, (row) => N[Math.floor(row / tokens)]),
        D: Float64Array.from(rows, (row) => D[row % tokens]),
    };
}

/** Sizes from a sixth to six times the one of 20 tokens per parameter, at each of some budgets. */
function isoflop(budgetCount: number, sizes: number): Columns {
    const rows = [...geometric(6e18, 3e21, budgetCount)].flatMap((C) => {
        const middle = Math.sqrt(C / 120);
        return [...geometric(middle / 6, 6 * middle, sizes)].map((N) => ({ N, D: C / (6 * N) }));
    });
    return { N: Float64Array.from(rows, ({ N }) => N), D: Float64Array.from(rows, ({ D }) => D) };
}

function budgets(rows: number): Columns {
    return { C: geometric(1e18, 1e22, rows) };
}

/** Half of the noise is shared by the checkpoints of a run. */
function runsOfCheckpoints(runs: number, checkpoints: number): Pick<Scenario, 'columns' | 'clusters' | 'noise'> {
    const columns = grid(runs, checkpoints);
    const clusters = Uint32Array.from(columns.N, (_, row) => Math.floor(row / checkpoints));
    return { columns, clusters, noise: perRun(0.003, 0.003, clusters) };
}
