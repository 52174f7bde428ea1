/** What the Curves panel draws. */
import { describe, expect, it } from 'vitest';
import type { FitCurves } from '../../../src/study/pictures/curvePictures.js';
import type { Files } from '../studyOf.js';
import { picturesOf } from './picturesOf.js';

/** Losses of a known law on a grid, without noise. */
const LAW = { E: 1.7, A: 400, alpha: 0.34, B: 410, beta: 0.28 };

function gridCsv(sizes: readonly number[], ratios: readonly number[]): string {
    const rows = sizes.flatMap((N) =>
        ratios.map((ratio) => {
            const D = N * ratio;
            return `m${N / 1e6},${N},${D},${LAW.E + LAW.A / N ** LAW.alpha + LAW.B / D ** LAW.beta}`;
        }),
    );
    return ['name,N,D,loss', ...rows, ''].join('\n');
}

const GRID = gridCsv([1e8, 2e8, 4e8, 8e8, 1.6e9, 3.2e9], [5, 10, 20, 40, 80]);

const SPEC_TEXT = `
runs grid from "grid.csv"
law surface = chinchilla
fit surface to grid {
  holdout N > 3B
  bootstrap 40
}
predict surface(N = 10B, D = 200B)
predict surface(N = 10B, D = 200B) * 2
`;

async function curvesOf(text: string, files: Files): Promise<readonly FitCurves[]> {
    return (await picturesOf(text, files)).filter((picture) => picture.kind === 'fit');
}

describe('the curves of L(N, D)', () => {
    const drawn = curvesOf(SPEC_TEXT, { 'grid.csv': GRID }).then(([curves]) => curves);

    it('offer compute first, then the arguments', async () => {
        expect((await drawn).axes).toEqual([
            { key: 'compute', label: 'compute 6·N·D', unit: 'FLOP', positive: true },
            { key: 'N', label: 'N', unit: 'params', positive: true },
            { key: 'D', label: 'D', unit: 'tokens', positive: true },
        ]);
    });

    it('show every row with its name, its state and what the law says of it', async () => {
        const { points } = await drawn;
        expect(points.total).toBe(30);
        expect(points.lines).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
        expect(points.state.filter((state) => state === 'held-out')).toHaveLength(5);
        expect(points.label[0]).toBe('m100');
        expect(points.x.compute[0]).toBeCloseTo(6 * 1e8 * 5e8, -3);
        points.observed.forEach((loss, row) => expect(points.predicted[row]).toBeCloseTo(loss!, 4));
    });

    it('follow the law along an argument, one line for each level of the other', async () => {
        const { curves } = await drawn;
        expect(curves.N.map(({ label }) => label)).toEqual(['D = 500M', 'D = 2B', 'D = 8B', 'D = 32B', 'D = 128B']);
        for (const { level, x, y } of curves.N) {
            expect(x.length).toBeGreaterThanOrEqual(60);
            x.forEach((N, index) => {
                expect(y[index]).toBeCloseTo(LAW.E + LAW.A / N ** LAW.alpha + LAW.B / level! ** LAW.beta, 4);
            });
        }
    });

    it('reach the predictions, which are marked on every axis', async () => {
        const { curves, targets } = await drawn;
        expect(targets).toHaveLength(1);
        expect(targets[0]).toMatchObject({
            label: 'surface(N = 10B, D = 200B)',
            line: 7,
            x: { N: 1e10, D: 2e11, compute: 1.2e22 },
        });
        expect(curves.N[0].x.at(-1)).toBeCloseTo(1e10, -2);
        expect(curves.compute[0].x.at(-1)! / 1.2e22).toBeCloseTo(1, 9);
    });

    it('touch from below along compute where the allocation is optimal', async () => {
        const { curves } = await drawn;
        const envelope = curves.compute.at(-1)!;
        expect(envelope.label).toBe('compute-optimal');
        // Hoffmann et al. 2022, equation 4.
        const { E, A, B, alpha, beta } = LAW;
        const G = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
        envelope.x.forEach((C, index) => {
            const N = G * (C / 6) ** (beta / (alpha + beta));
            expect(envelope.y[index]).toBeCloseTo(E + A / N ** alpha + B / (C / 6 / N) ** beta, 4);
        });
    });
});

describe('the curves of a law of one argument', () => {
    it('are one, with its band around it', async () => {
        const text = `
runs r {
  | C    | loss | extra |
  | 1e18 | 3.0  | 1     |
  | 1e19 | 2.52 | 2     |
  | 1e20 | 2.1  | 3     |
  | 1e21 | 1.83 | 4     |
}
law trend = compute_power
fit trend to r predicting loss { bootstrap 60 }
`;
        const [{ axes, curves, targets }] = await curvesOf(text, {});
        expect(axes.map(({ key }) => key)).toEqual(['C', 'extra']);
        expect(targets).toEqual([]);
        expect(Object.keys(curves)).toEqual(['C']);
        const [{ label, level, y, lower, upper }] = curves.C;
        expect([label, level]).toEqual(['', null]);
        y.forEach((value, index) => {
            expect(lower![index]!).toBeLessThanOrEqual(value! + 0.05);
            expect(upper![index]!).toBeGreaterThanOrEqual(value! - 0.05);
        });
    });
});

describe('many rows', () => {
    it('are thinned evenly, and counted', async () => {
        const rows = Array.from({ length: 5000 }, (_, index) => `${index + 1},${2 * (index + 1)}`);
        const text = 'runs r from "r.csv"\nlaw y(x) = a * x\nfit y to r { bootstrap 0 }\n';
        const [{ points }] = await curvesOf(text, { 'r.csv': `x,y\n${rows.join('\n')}\n` });
        expect(points.total).toBe(5000);
        expect(points.lines).toHaveLength(2000);
        expect([points.lines[0], points.lines[1999]]).toEqual([1, 4998]);
        expect(points.predicted[0]).toBeCloseTo(2, 6);
    });
});
