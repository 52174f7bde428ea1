/** One simulated experiment: cheap runs are done, then others are added by some design, and the law is fitted again. */
import { compileRows } from '../../../src/expression/compile.js';
import { effectiveVariance } from '../../../src/experiment/noise.js';
import type { PlanProblem, Run } from '../../../src/experiment/problem.js';
import { drawOf, intervalOf } from '../../../src/fit/draws.js';
import { fit } from '../../../src/fit/fit.js';
import { compileLaw } from '../../../src/fit/lawOnRows.js';
import type { Random } from '../../../src/fit/random.js';
import type { FitResult } from '../../../src/fit/result.js';
import { formula } from '../../fit/support/formula.js';
import { CHINCHILLA, HUBER_OF_LOG, PATIENT, problemOf } from '../../fit/support/problems.js';
import { normal } from '../coverage/noise.js';

/** Besiroglu et al. (2024). */
const CONSTANTS = { E: 1.8172, A: 482.01, alpha: 0.3478, B: 2085.43, beta: 0.3658 };
/** As the law library bounds them. */
const SPECS = Object.fromEntries(Object.keys(CONSTANTS).map((name) => [name, { lower: 0 }]));

/** What runs really follow. */
export interface Truth {
    readonly name: string;
    readonly law: string;
}

export const TRUTHS: readonly Truth[] = [
    { name: 'the law', law: CHINCHILLA },
    /** Size and tokens add up otherwise, so that the law that is fitted is not quite true. */
    { name: 'another law', law: 'E + ((A / N^alpha)^0.9 + (B / D^beta)^0.9)^(1 / 0.9)' },
];

export interface Target {
    readonly name: string;
    /** Of the fitted parameters. */
    readonly formula: string;
    readonly truly: (truth: Truth) => number;
}

/** G (C/6)^(β/(α+β)): Hoffmann et al. (2022), equation 4. */
const BEST_SIZE = '(alpha * A / (beta * B))^(1 / (alpha + beta)) * (1e24 / 6)^(beta / (alpha + beta))';

export const TARGETS: readonly Target[] = [
    { name: 'N* for 1e24 FLOP', formula: BEST_SIZE, truly: bestSizeOf },
    {
        name: 'loss of 70B at 1.4T',
        formula: 'E + A / 7e10^alpha + B / 1.4e12^beta',
        truly: ({ law }) => lossesOf(law, [[7e10, 1.4e12]])[0],
    },
];

/** Four sizes with four lengths each: 4.1e18 FLOP together, 1.2e18 the largest. */
export const START: readonly Run[] = [2e7, 4e7, 8e7, 1.6e8].flatMap((N) =>
    [1.5e8, 3e8, 6e8, 1.2e9].map((D): Run => [N, D]),
);

export interface Measured {
    readonly runs: readonly Run[];
    readonly losses: readonly number[];
}

export function measured({ law }: Truth, runs: readonly Run[], deviation: number, random: Random): Measured {
    const noise = normal(deviation)(random, runs.length);
    return { runs, losses: lossesOf(law, runs).map((loss, index) => loss * Math.exp(noise[index])) };
}

export function together(a: Measured, b: Measured): Measured {
    return { runs: [...a.runs, ...b.runs], losses: [...a.losses, ...b.losses] };
}

export async function fitted({ runs, losses }: Measured, refits: number, seed: number): Promise<FitResult> {
    const columns = { N: column(runs, 0), D: column(runs, 1) };
    const bootstrap = { replicates: refits, seed };
    const options = { objective: HUBER_OF_LOG, specs: SPECS, bootstrap };
    return fit(problemOf(CHINCHILLA, columns, Float64Array.from(losses), options), PATIENT);
}

/** ln t in each draw; NaN where it has none. */
export function drawn({ formula: text }: Target, { parameters, draws }: FitResult): Float64Array {
    const names = parameters.map(({ name }) => name);
    const valueAt = compileLaw(formula(text), [], names);
    return Float64Array.from({ length: draws?.count ?? 0 }, (_, draw) =>
        Math.log(valueAt([], 1, drawOf(draws!, draw))[0]),
    );
}

export interface Outcome {
    /** Half the width of the 95 % interval of ln t. */
    readonly halfWidth: number;
    /** Of the estimate of ln t. */
    readonly error: number;
}

/** Null where there is no interval. */
export function outcome(target: Target, truth: Truth, result: FitResult): Outcome | null {
    const interval = intervalOf(drawn(target, result));
    const names = result.parameters.map(({ name }) => name);
    const valueAt = compileLaw(formula(target.formula), [], names);
    const estimate = valueAt(
        [],
        1,
        Float64Array.from(result.parameters, (each) => each.estimate ?? NaN),
    )[0];
    const error = Math.log(estimate / target.truly(truth));
    return interval === null || !Number.isFinite(error) ? null : { halfWidth: (interval[1] - interval[0]) / 2, error };
}

/** Which runs to do next by the fit, for a total cost; none costs more than a third of it. */
export function planProblem(target: Target, result: FitResult, total: number, batch: number): PlanProblem {
    const cost = formula('6 * N * D');
    return {
        axes: [
            { name: 'N', lower: 2e7, upper: 2e9 },
            { name: 'D', lower: 1.5e8, upper: 4e10 },
        ],
        measured: formula(CHINCHILLA),
        ofLog: true,
        noise: effectiveVariance(result.noise, HUBER_OF_LOG),
        constants: {
            names: result.parameters.map(({ name }) => name),
            values: Float64Array.from(result.parameters, ({ estimate }) => estimate ?? NaN),
            draws: result.draws,
        },
        target: drawn(target, result),
        limits: [{ left: cost, relation: '<=', right: formula(String(total * LARGEST_SHARE)), text: 'each run' }],
        total: { cost, limit: total },
        batch,
        against: ['isoflop', 'rays'],
        roles: { size: 0, tokens: 1 },
    };
}

/** The same among runs whose D/N is not far from what it is at the targets. */
export function nearby(problem: PlanProblem): PlanProblem {
    const ratio = formula('D / N');
    const [fewest, most] = TOKENS_PER_PARAMETER.map((tokens) => formula(String(tokens)));
    const limits: PlanProblem['limits'] = [
        ...problem.limits,
        { left: ratio, relation: '>=', right: fewest, text: 'D / N' },
        { left: ratio, relation: '<=', right: most, text: 'D / N' },
    ];
    return { ...problem, limits, against: [] };
}

const TOKENS_PER_PARAMETER = [5, 80];

export const LARGEST_SHARE = 1 / 3;

/** Among many sizes, by the law itself. */
function bestSizeOf({ law }: Truth): number {
    const runs = Array.from({ length: 20_001 }, (_, step): Run => {
        const N = 1e9 * 1e4 ** (step / 20_000);
        return [N, 1e24 / (6 * N)];
    });
    const losses = lossesOf(law, runs);
    return runs[losses.indexOf(Math.min(...losses))][0];
}

/** Without noise. */
function lossesOf(law: string, runs: readonly Run[]): number[] {
    const losses = new Float64Array(runs.length);
    const evaluate = compileRows([formula(law)], ['N', 'D'], Object.keys(CONSTANTS));
    evaluate([column(runs, 0), column(runs, 1)], Object.values(CONSTANTS), [losses], 0, runs.length);
    return [...losses];
}

function column(runs: readonly Run[], axis: number): Float64Array {
    return Float64Array.from(runs, (run) => run[axis]);
}
