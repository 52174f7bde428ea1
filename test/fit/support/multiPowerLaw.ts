/**
 * The multi-power law of a loss curve under a learning-rate schedule (Luo et al. 2025, arXiv 2503.12811, eq. 1), as a
 * formula of columns:
 *
 *     L(t) = L0 + A·S₁(t)^-alpha + B·Σ_{k≤t} (η_k − η_{k−1})·G(η_k^-gamma·S_k(t)),   G(x) = 1 − (1 + C·x)^-beta
 *
 * S_k(t) is the sum of the learning rates of the steps k … t. The steps of the sum are gathered into blocks that double in
 * length away from t and from the first step, each a term of its own with its change of η, mean η and mean S_k as
 * columns. That moves the published objective by less than 1 %; `exactObjective` has every step.
 */
import type { Columns } from './problems.js';
import { readColumns } from './publishedRuns.js';

const PEAK = 3e-4;
const END = 3e-5;
const WARM_UP = 2160;
const STEPS = 24_000;
const DELTA = 1e-3;

/** The three curves that the paper fits, each a schedule of the steps 0 … 24,000. */
const SCHEDULES: Readonly<Record<string, (step: number) => number>> = {
    cosine_24000: (step) => END + 0.5 * (PEAK - END) * (1 + Math.cos((Math.PI * (step - WARM_UP)) / (STEPS - WARM_UP))),
    constant_24000: () => PEAK,
    wsdcon_9: (step) => (step < 8000 ? PEAK : 9e-5),
};

export type MultiPowerConstants = Readonly<Record<'L0' | 'A' | 'alpha' | 'B' | 'C' | 'beta' | 'gamma', number>>;

interface Curve {
    /** η_k and η_1 + … + η_k. */
    readonly rates: Float64Array;
    readonly sums: Float64Array;
    readonly steps: readonly number[];
    readonly loss: readonly number[];
}

export interface MultiPowerRuns {
    readonly law: string;
    readonly columns: Columns;
    readonly loss: Float64Array;
    /** The summed Huber loss of ln L with every step in the sum. */
    exactObjective(constants: MultiPowerConstants): number;
}

/** The training curves of a model of 25, 100 or 400 million parameters; undefined where the data are absent. */
export function multiPowerRuns(size: 25 | 100 | 400): MultiPowerRuns | undefined {
    const curves = Object.keys(SCHEDULES).flatMap((name) => readCurve(size, name) ?? []);
    if (curves.length < Object.keys(SCHEDULES).length) return undefined;
    const rows = curves.flatMap((curve) =>
        curve.steps.map((step) => ({ sum: curve.sums[step], terms: termsOf(curve, step) })),
    );
    const count = Math.max(...rows.map(({ terms }) => terms.length));
    const columns: Record<string, Float64Array> = { S: Float64Array.from(rows, ({ sum }) => sum) };
    for (let j = 0; j < count; j++) {
        columns[`change${j}`] = Float64Array.from(rows, ({ terms }) => terms[j]?.change ?? 0);
        columns[`rate${j}`] = Float64Array.from(rows, ({ terms }) => terms[j]?.rate ?? PEAK);
        columns[`after${j}`] = Float64Array.from(rows, ({ terms }) => terms[j]?.after ?? 0);
    }
    const terms = Array.from(
        { length: count },
        (_, j) => `change${j} * (1 - (1 + C * rate${j}^-gamma * after${j})^-beta)`,
    );
    return {
        law: `L0 + A * S^-alpha + B * (${terms.join(' + ')})`,
        columns,
        loss: Float64Array.from(curves.flatMap(({ loss }) => loss)),
        exactObjective: (constants) => curves.reduce((sum, curve) => sum + exactObjectiveOf(curve, constants), 0),
    };
}

function readCurve(size: number, name: string): Curve | undefined {
    const data = readColumns(`multipowerlaw/csv_${size}/${name}.csv`, ({ step }) => Number(step) < STEPS);
    if (data === undefined) return undefined;
    const rates = Float64Array.from({ length: STEPS + 1 }, (_, step) =>
        step < WARM_UP ? (PEAK * step) / (WARM_UP - 1) : SCHEDULES[name](step),
    );
    const sums = rates.slice();
    for (let step = 1; step <= STEPS; step++) sums[step] += sums[step - 1];
    return { rates, sums, steps: [...data.step], loss: [...data.loss] };
}

/** A block of steps: its change of the learning rate, and the means of η_k and S_k, weighted by the changes. */
interface Term {
    readonly change: number;
    readonly rate: number;
    readonly after: number;
}

function termsOf({ rates, sums }: Curve, last: number): Term[] {
    const warmUp = doublingBlocks(WARM_UP - 1).map(([from, to]) => [1 + from, 1 + to] as const);
    const later = doublingBlocks(last - WARM_UP + 1).map(([from, to]) => [last - to, last - from] as const);
    return [...warmUp, ...later].flatMap(([from, to]) => {
        let [change, rate, before] = [0, 0, 0];
        for (let k = from; k <= to; k++) {
            const step = rates[k] - rates[k - 1];
            change += step;
            rate += step * rates[k];
            before += step * sums[k - 1];
        }
        return change === 0 ? [] : [{ change, rate: rate / change, after: sums[last] - before / change }];
    });
}

/** 0 … count − 1 in blocks of 1, 1, 2, 4, 8 … */
function doublingBlocks(count: number): [from: number, to: number][] {
    const blocks: [number, number][] = [];
    for (let from = 0; from < count; from = 2 * from || 1) blocks.push([from, Math.min(count, 2 * from || 1) - 1]);
    return blocks;
}

function exactObjectiveOf({ rates, sums, steps, loss }: Curve, constants: MultiPowerConstants): number {
    const { L0, A, alpha, B, C, beta, gamma } = constants;
    const changes = [...rates.keys()].filter((k) => k > 0 && rates[k] !== rates[k - 1]);
    const scales = changes.map((k) => C * rates[k] ** -gamma);
    return steps.reduce((objective, last, row) => {
        let drop = 0;
        for (let j = 0; j < changes.length && changes[j] <= last; j++) {
            const k = changes[j];
            drop += (rates[k] - rates[k - 1]) * (1 - (1 + scales[j] * (sums[last] - sums[k - 1])) ** -beta);
        }
        const residual = Math.abs(Math.log(loss[row] / (L0 + A * sums[last] ** -alpha + B * drop)));
        return objective + (residual <= DELTA ? residual ** 2 / 2 : DELTA * (residual - DELTA / 2));
    }, 0);
}
