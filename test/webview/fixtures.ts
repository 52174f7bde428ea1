/**
 * Views as the server would send them, computed from the Chinchilla law with the constants that Besiroglu et al. 2024
 * refitted, and runs simulated around it by a seeded generator.
 */
import type { AllocationView, BudgetView, SweepView } from '../../src/protocol/allocationPanel.js';
import type { CurvesView } from '../../src/protocol/curvesPanel.js';
import type { CurveView } from '../../src/protocol/figures.js';
import type { FitView, PointsView, TargetView } from '../../src/protocol/fitView.js';

const E = 1.8172;
const A = 482.01;
const B = 2085.43;
const ALPHA = 0.3478;
const BETA = 0.3658;
const NOISE = 0.006;
/** Relative half-width of the simulated bands: grows away from the data's centre. */
const BAND = 0.003;
const CENTRE = 1e20;

export const SPEC = 'file:///project/surface.scaling';
export const TABLE = 'file:///project/runs.csv';

export function loss(n: number, d: number): number {
    return E + A / n ** ALPHA + B / d ** BETA;
}

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

export function logSpaced(from: number, to: number, count: number): number[] {
    return Array.from({ length: count }, (_, index) => from * (to / from) ** (index / (count - 1)));
}

interface Run {
    readonly n: number;
    readonly d: number;
    readonly state: PointsView['state'][number];
}

const BUDGETS = [6e18, 1e19, 3e19, 6e19, 1e20, 3e20, 6e20, 1e21, 3e21];

/** Nine compute budgets with a dozen model sizes each, the largest budget held out, and two odd rows. */
function simulatedRuns(): readonly Run[] {
    const grid = BUDGETS.flatMap((compute) => {
        const centre = Math.sqrt(compute / 6 / 20);
        return logSpaced(centre / 5, centre * 5, 12).map((n): Run => {
            return { n, d: compute / (6 * n), state: compute > 1e21 ? 'held-out' : 'fitted' };
        });
    });
    return [...grid, { n: 44e6, d: 1.1e9, state: 'excluded' }, { n: 57e6, d: 2.4e9, state: 'excluded' }];
}

function band(compute: number): number {
    return BAND * (1 + 0.8 * Math.abs(Math.log10(compute / CENTRE)));
}

export function pointsView(): PointsView {
    const random = generator(7);
    const gaussian = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const runs = simulatedRuns();
    const predicted = runs.map(({ n, d }) => loss(n, d));
    const compute = runs.map(({ n, d }) => 6 * n * d);
    return {
        sources: [{ uri: TABLE, firstLine: 0 }],
        lines: runs.map((_, index) => index + 1),
        state: runs.map(({ state }) => state),
        reason: runs.map(({ state }) => (state === 'excluded' ? 'where loss < 4.5' : null)),
        x: { compute, N: runs.map(({ n }) => n), D: runs.map(({ d }) => d) },
        observed: predicted.map(
            (value, index) => value * (1 + NOISE * gaussian()) * (runs[index].state === 'excluded' ? 1.18 : 1),
        ),
        predicted,
        lower: predicted.map((value, index) => value * (1 - band(compute[index]))),
        upper: predicted.map((value, index) => value * (1 + band(compute[index]))),
        label: runs.map(({ n }, index) => (n > 1e9 ? `run-${index + 1}` : null)),
        total: runs.length,
        reduced: null,
        spread: null,
    };
}

function curve(label: string, level: number | null, x: number[], at: (x: number) => [n: number, d: number]): CurveView {
    const y = x.map((value) => loss(...at(value)));
    const width = x.map((value) => band(6 * at(value)[0] * at(value)[1]));
    return {
        label,
        level,
        x,
        y,
        lower: y.map((value, index) => value * (1 - width[index])),
        upper: y.map((value, index) => value * (1 + width[index])),
    };
}

const SIZES = [
    [70e6, '70M'],
    [250e6, '250M'],
    [1e9, '1B'],
    [4e9, '4B'],
    [16e9, '16B'],
] as const;
const TOKENS = [
    [1e9, '1B'],
    [5e9, '5B'],
    [25e9, '25B'],
    [125e9, '125B'],
] as const;

function curves(): Record<string, readonly CurveView[]> {
    const compute = logSpaced(3e18, 6e23, 61);
    return {
        compute: SIZES.map(([n, text]) => curve(`N = ${text}`, n, compute, (c) => [n, c / (6 * n)])),
        N: TOKENS.map(([d, text]) => curve(`D = ${text}`, d, logSpaced(3e7, 1e11, 61), (n) => [n, d])),
        D: SIZES.map(([n, text]) => curve(`N = ${text}`, n, logSpaced(5e8, 2e12, 61), (d) => [n, d])),
    };
}

export function targetView(): TargetView {
    const y = loss(70e9, 1.4e12);
    return {
        label: 'surface(N = 70B, D = 1.4T)',
        x: { compute: 6 * 70e9 * 1.4e12, N: 70e9, D: 1.4e12 },
        y,
        lower: y * 0.978,
        upper: y * 1.021,
        line: 31,
    };
}

export function fitView(): FitView {
    const parameter = (name: string, estimate: number, lower: number, upper: number, note: string | null = null) => ({
        name,
        estimate,
        interval: [lower, upper] as const,
        note,
    });
    return {
        kind: 'fit',
        id: 'surface/chinchilla',
        law: 'surface',
        runs: 'chinchilla',
        group: null,
        formula: 'E + A / N^alpha + B / D^beta',
        target: 'loss',
        fittedRows: 96,
        stopped: 'Converged: the gradient vanishes.',
        converged: true,
        objective: 0.001018274018,
        parameters: [
            parameter('E', E, 1.7691, 1.8713),
            parameter('A', A, 285.2, 743.6),
            parameter('B', B, 1042.4, 5810.3),
            parameter('alpha', ALPHA, 0.317, 0.373),
            parameter('beta', BETA, 0.331, 0.415),
        ],
        messages: [
            {
                severity: 'warning',
                text: 'B and beta trade off (correlation 0.99): pin one, or add runs with other D.',
            },
            { severity: 'information', text: 'The held-out rows are met within 0.5 % on average.' },
        ],
        axes: [
            { key: 'compute', label: 'compute', unit: 'FLOP', positive: true, level: 'N' },
            { key: 'N', label: 'N', unit: 'params', positive: true, level: 'D' },
            { key: 'D', label: 'D', unit: 'tokens', positive: true, level: 'N' },
        ],
        points: pointsView(),
        curves: curves(),
        targets: [targetView()],
        holdout: { rows: 12, meanRelativeError: 0.0052, meanLogError: 0.0051, bias: -0.0012 },
        rolling: null,
        influence: null,
        reduction: null,
    };
}

export function curvesView(): CurvesView {
    return { documentUri: SPEC, documentName: 'surface.scaling', figures: [fitView()] };
}

const G = ((ALPHA * A) / (BETA * B)) ** (1 / (ALPHA + BETA));

/** The closed form of the optimum (Hoffmann et al. 2022, equation 4). */
export function optimum(compute: number): { readonly n: number; readonly d: number } {
    return {
        n: G * (compute / 6) ** (BETA / (ALPHA + BETA)),
        d: (compute / 6) ** (ALPHA / (ALPHA + BETA)) / G,
    };
}

/** One budget on the plane, and one along a range of compute. */
export function allocationView(limit = 1e24): AllocationView {
    return {
        documentUri: SPEC,
        documentName: 'surface.scaling',
        budgets: [planeBudget(limit), sweepBudget()],
        plans: [],
    };
}

export function planeBudget(limit: number): BudgetView {
    const { n, d } = optimum(limit);
    const best = loss(n, d);
    const estimate = (name: string, unit: string | null, value: number, spread: number) => ({
        name,
        unit,
        estimate: value,
        lower: value * (1 - spread),
        upper: value * (1 + spread),
    });
    return {
        name: 'next',
        line: 12,
        goal: 'minimize surface(N, D)',
        constraints: [
            { text: '6 * N * D <= 1e24 FLOP', binding: true },
            { text: 'D <= 15T', binding: false },
        ],
        status: 'optimal',
        message: 'Optimal: no other allocation within the constraints has a lower loss.',
        messages: [
            { severity: 'information', text: 'Compute is 333× beyond the largest fitted run, N 31× and D 17×.' },
        ],
        alongRange: [],
        sentences: [
            'Less than 0.2 % worse: `N` from 52B to 180B, `D` from 0.93T to 3.2T.',
            '10 % more of `6 * N * D <= 1e24 FLOP` lowers `surface(N, D)` by 0.0031 [0.0028, 0.0034] (0.16 %).',
        ],
        rivals: [
            {
                label: '20 tokens per parameter',
                objective: estimate('surface(N, D)', null, loss(twenty(limit).x, twenty(limit).y), 0.02),
                variables: [estimate('N', 'params', twenty(limit).x, 0), estimate('D', 'tokens', twenty(limit).y, 0)],
                verdict: '0.01 % worse',
                remarks: ['the same takes 0.5 % less `6 * N * D`'],
            },
        ],
        objective: estimate('surface(N, D)', null, best, 0.018),
        variables: [estimate('N', 'params', n, 0.3), estimate('D', 'tokens', d, 0.32)],
        ratio: estimate('D/N', 'tokens per parameter', d / n, 0.55),
        limit: { text: '6 * N * D', unit: 'FLOP', written: 1e24, shown: limit, smallest: 1e22, largest: 1e26 },
        plane: plane(limit),
        sweep: null,
        choice: null,
        mixture: null,
    };
}

function twenty(limit: number): { x: number; y: number } {
    const x = Math.sqrt(limit / 120);
    return { x, y: 20 * x };
}

function plane(limit: number): BudgetView['plane'] {
    const { n, d } = optimum(limit);
    const x = logSpaced(n / 300, n * 30, 60);
    const y = logSpaced(d / 300, d * 30, 60);
    const along = logSpaced(n / 12, n * 12, 81);
    const objective = along.map((size) => loss(size, limit / (6 * size)));
    const best = loss(n, d);
    const flat = along.filter((_, index) => objective[index] <= best * 1.002);
    const points = pointsView();
    return {
        xName: 'N',
        yName: 'D',
        xUnit: 'params',
        yUnit: 'tokens',
        x,
        y,
        objective: y.map((tokens) => x.map((size) => loss(size, tokens))),
        constraints: [
            { text: '6 * N * D <= 1e24 FLOP', binding: true, x, y: x.map((size) => limit / (6 * size)) },
            { text: 'D <= 15T', binding: false, x: [x[0], x[59]], y: [15e12, 15e12] },
        ],
        runs: {
            sources: [{ uri: TABLE, firstLine: 0 }],
            x: points.x.N.map(Number),
            y: points.x.D.map(Number),
            lines: points.lines,
        },
        optimum: { x: n, y: d },
        region: region(n, d),
        rivals: [{ label: '20 tokens per parameter', ...twenty(limit) }],
        along: {
            x: along,
            y: along.map((size) => limit / (6 * size)),
            objective,
            flat: {
                stretches: [{ from: flat[0], to: flat[flat.length - 1] }],
                text: 'N from 52B to 180B: less than 0.2 % worse',
            },
        },
    };
}

/** A slanted ellipse in the logarithms: along the budget line the optimum is known worst. */
function region(n: number, d: number): { x: number[]; y: number[] } {
    const angles = Array.from({ length: 49 }, (_, index) => (2 * Math.PI * index) / 48);
    const at = (angle: number): [number, number] => {
        const along = 0.34 * Math.cos(angle);
        const across = 0.035 * Math.sin(angle);
        return [n * Math.exp(along + across), d * Math.exp(-along + across)];
    };
    return { x: angles.map((angle) => at(angle)[0]), y: angles.map((angle) => at(angle)[1]) };
}

export function sweepBudget(): BudgetView {
    return {
        name: 'frontier',
        line: 19,
        goal: 'minimize surface(N, D)',
        constraints: [{ text: '6 * N * D <= C', binding: true }],
        status: 'optimal',
        message: 'Optimal at all 29 points.',
        messages: [],
        sentences: [],
        alongRange: [],
        rivals: [],
        objective: null,
        variables: [],
        ratio: null,
        limit: null,
        plane: null,
        choice: null,
        mixture: null,
        sweep: sweep(),
    };
}

function sweep(): SweepView {
    const values = logSpaced(1e19, 1e26, 29);
    const best = values.map(optimum);
    const around = (estimate: number[], growth: number) => ({
        estimate,
        lower: estimate.map((value, index) => value * (1 - growth * spreadAt(values[index]))),
        upper: estimate.map((value, index) => value * (1 + growth * spreadAt(values[index]))),
    });
    return {
        name: 'C',
        unit: 'FLOP',
        values,
        objective: {
            unit: null,
            ...around(
                best.map(({ n, d }) => loss(n, d)),
                0.05,
            ),
        },
        variables: [
            {
                name: 'N',
                unit: 'params',
                ...around(
                    best.map(({ n }) => n),
                    0.9,
                ),
            },
            {
                name: 'D',
                unit: 'tokens',
                ...around(
                    best.map(({ d }) => d),
                    0.9,
                ),
            },
        ],
        ratio: around(
            best.map(({ n, d }) => d / n),
            1.6,
        ),
        counts: [],
        status: values.map(() => 'optimal'),
        dataRange: [6e18, 3e21],
    };
}

function spreadAt(compute: number): number {
    return 0.05 + 0.07 * Math.abs(Math.log10(compute / CENTRE));
}
