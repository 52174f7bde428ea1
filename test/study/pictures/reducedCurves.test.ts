/** What the Curves panel draws of a fit to what a method made of the runs. */
import { describe, expect, it } from 'vitest';
import type { FitCurves } from '../../../src/study/pictures/curvePictures.js';
import { picturesOf } from './picturesOf.js';

const BUDGETS = [1e19, 1e20, 1e21, 1e22];

/** Parabolas of the loss in ln N with their vertex at 0.4·(C / 1e19)^0.5 billion, and a budget of two sizes. */
const ROWS = [
    ...BUDGETS.flatMap((C, budget) =>
        [-2, -1, 0, 1, 2].map((step, index) => {
            const best = 4e8 * (C / 1e19) ** 0.5;
            // Odd about the vertex: the residuals are not nothing, and the vertex stays.
            const wiggle = 0.001 * [1, -2, 0, 2, -1][index];
            return { C, N: best * Math.exp(step), loss: 3 - 0.2 * budget + 0.02 * step * step + wiggle };
        }),
    ),
    ...[1e8, 2e8].map((N) => ({ C: 1e18, N, loss: 3.5 })),
];
const CSV = ['C,N,loss', ...ROWS.map(({ C, N, loss }) => `${C},${N},${loss}`), ',1e9,2.5', ''].join('\n');

async function fitOf(method: string): Promise<FitCurves> {
    const text = `
runs r from "r.csv"
law n_opt(C in FLOP) = k * C^a
fit n_opt to r predicting N {
  using ${method}
  bootstrap 20
}
`;
    return (await picturesOf(text, { 'r.csv': CSV }))[0] as FitCurves;
}

describe('an IsoFLOP fit', () => {
    const drawn = fitOf('isoflop');

    it('has a point for each budget that is used, with the interval of its minimum', async () => {
        const { points, report } = await drawn;
        expect(points.x.C).toEqual(BUDGETS);
        expect(points.reduced).toEqual([1, 2, 3, 4]);
        expect(report.reduction!.rows.map(({ status }) => status)).toEqual(['too-few-sizes', ...Array(4).fill('used')]);
        points.observed.forEach((N, index) => {
            expect(N).toBeCloseTo(report.reduction!.rows[index + 1].size!, 0);
            const [lower, upper] = points.spread![index]!;
            expect(lower).toBeLessThan(N!);
            expect(upper).toBeGreaterThan(N!);
        });
        expect(points.predicted[3]! / 4e8 / 1000 ** 0.5).toBeCloseTo(1, 1);
    });

    it('stands at the run of lowest loss of each budget', async () => {
        const { points } = await drawn;
        const lines = BUDGETS.map((C) => {
            const runs = ROWS.map((row, index) => ({ ...row, line: index + 1 })).filter((row) => row.C === C);
            return runs.reduce((best, run) => (run.loss < best.loss ? run : best)).line;
        });
        expect(points.lines).toEqual(lines);
    });

    it('is pictured as loss against size, the curve of each budget with its minimum', async () => {
        const { field } = await drawn;
        expect([field!.x.key, field!.y, field!.level.key]).toEqual(['N', 'loss', 'C']);
        expect(field!.groups.map(({ lines }) => lines.length)).toEqual([2, 5, 5, 5, 5]);
        const [refused, first] = field!.groups;
        expect([refused.isUsed, refused.curve, refused.minimum]).toEqual([false, null, null]);
        expect(refused.reason[0]).toMatch(/too few/);
        const { x, y } = first.curve!;
        const lowest = y.indexOf(Math.min(...y));
        expect(Math.abs(Math.log(x[lowest] / first.minimum!.x))).toBeLessThan(4 / 59);
        expect(first.minimum!.y).toBeCloseTo(Math.min(...y), 3);
    });

    it('tells of the row that is in no budget', async () => {
        const { field, report } = await drawn;
        expect(field!.others.lines).toEqual([23]);
        expect(field!.others.reason).toEqual(['C is missing']);
        expect(report.excluded.map(({ reason, count }) => [reason, count])).toContainEqual(['C is missing', 1]);
    });

    it('has no interval where the curve passes through every run', async () => {
        const { points, field } = await fitOf('isoflop akima');
        expect(points.spread).toEqual([null, null, null, null]);
        const { curve, y } = field!.groups[1];
        expect(Math.min(...curve!.y)).toBeLessThanOrEqual(Math.min(...y));
    });
});

describe('an envelope', () => {
    it('has a point for each value of compute, and draws each run once', async () => {
        // Three straight curves in logarithms, the middle one lowest in the middle.
        const curves = [
            { N: 1e8, at: (x: number) => 3 - 0.05 * x },
            { N: 4e8, at: (x: number) => 3.3 - 0.15 * x },
            { N: 16e8, at: (x: number) => 4.2 - 0.3 * x },
        ];
        const rows = curves.flatMap(({ N, at }) =>
            [0, 2, 4, 6, 8, 10].map((x) => `${1e18 * Math.exp(x)},${N},${Math.exp(at(x))}`),
        );
        const text = `
runs r from "e.csv"
law n_env(C in FLOP) = k * C^a
fit n_env to r predicting N {
  using envelope
  bootstrap 0
}
`;
        const [picture] = await picturesOf(text, { 'e.csv': ['C,N,loss', ...rows, ''].join('\n') });
        const { points, field, report } = picture as FitCurves;
        const stretches = report.reduction!.rows;
        expect(stretches.map(({ size, status }) => [size, status])).toEqual([
            [1e8, 'edge-minimum'],
            [4e8, 'used'],
            [16e8, 'edge-minimum'],
        ]);
        expect(new Set(points.observed)).toEqual(new Set([4e8]));
        expect(points.observed).toHaveLength(report.rows);
        expect(points.spread).toBeNull();
        expect(field!.groups.flatMap(({ lines }) => lines).sort((a, b) => a - b)).toEqual(
            Array.from({ length: 18 }, (_, index) => index + 1),
        );
        // ln L = 3.3 − 0.15 ln(C / 1e18) is lowest between x = 3 and x = 6.
        const { x, y } = field!.groups[1].curve!;
        expect(Math.log(x[0] / 1e18)).toBeCloseTo(3, 1);
        expect(Math.log(x.at(-1)! / 1e18)).toBeCloseTo(6, 1);
        x.forEach((C, index) => expect(Math.log(y[index])).toBeCloseTo(3.3 - 0.15 * Math.log(C / 1e18), 6));
    });
});

describe('a fit with rows held out along a column', () => {
    it('knows the value of that column at each point', async () => {
        const rows = Array.from(
            { length: 12 },
            (_, index) => `| ${index + 1} | ${100 - index} | ${2 + 3 / (index + 1)} |`,
        );
        const text = `
runs r {
| N | when | loss |
${rows.join('\n')}
}
law f(N) = E + A / N
fit f to r { holdout along when bootstrap 0 }
`;
        const [picture] = await picturesOf(text);
        expect((picture as FitCurves).along).toEqual(Array.from({ length: 12 }, (_, index) => 100 - index));
    });
});
