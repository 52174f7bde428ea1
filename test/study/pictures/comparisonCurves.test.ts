/** What the Curves panel draws of a comparison. */
import { describe, expect, it } from 'vitest';
import type { ComparisonCurves } from '../../../src/study/pictures/curvePictures.js';
import { picturesOf } from './picturesOf.js';

const LAW = { E: 1.7, A: 400, alpha: 0.34, B: 410, beta: 0.28 };

/** Losses of L(N, D) on a grid, disturbed by up to 0.1 % in a fixed pattern so that laws can be told apart. */
const GRID = [1e8, 2e8, 4e8, 8e8, 1.6e9, 3.2e9].flatMap((N, i) =>
    [5, 10, 20, 40, 80].map((ratio, j) => {
        const D = N * ratio;
        const noise = 1 + 0.001 * Math.sin(7 * i + 3 * j);
        return { N, D, loss: (LAW.E + LAW.A / N ** LAW.alpha + LAW.B / D ** LAW.beta) * noise };
    }),
);
const CSV = ['N,D,loss', ...GRID.map(({ N, D, loss }) => `${N},${D},${loss}`), ''].join('\n');

const SPEC_TEXT = `
runs grid from "grid.csv"
law full = chinchilla
law by_size(N) = E + A / N^alpha
compare full, by_size on grid predicting loss {
  objective squares of log
  holdout N > 3B
  bootstrap 30
}
fit full to grid { bootstrap 0 }
`;

describe('the curves of a comparison', () => {
    const drawn = picturesOf(SPEC_TEXT, { 'grid.csv': CSV });
    const comparison = drawn.then((pictures) => pictures.find(({ kind }) => kind === 'comparison') as ComparisonCurves);

    it('stand where the statement does among the fits', async () => {
        expect((await drawn).map(({ kind }) => kind)).toEqual(['comparison', 'fit']);
    });

    it('go along the quantities that the laws are functions of, then against predictions', async () => {
        const { axes, laws } = await comparison;
        expect(axes.map(({ key }) => key)).toEqual(['compute', 'N', 'predicted value']);
        expect(laws.map(({ curves }) => Object.keys(curves))).toEqual([['compute'], ['N'], ['compute']]);
        expect(laws.map(({ isBestUse }) => isBestUse)).toEqual([true, false, false]);
    });

    it('keep the order of the statement, the null model last, and know their place', async () => {
        const { laws, report } = await comparison;
        expect(laws.map(({ place }) => report.laws[place].name)).toEqual(['full', 'by_size', 'compute alone']);
        expect(report.laws[laws[0].place].verdict).toBe('best');
    });

    it('follow a law of N and D at its best use of compute, far beyond the runs', async () => {
        const { laws, report } = await comparison;
        const { x, y } = laws[0].curves.compute;
        const [E, A, B, alpha, beta] = ['E', 'A', 'B', 'alpha', 'beta'].map(
            (name) => report.laws[laws[0].place].parameters.find((each) => each.name === name)!.estimate!,
        );
        // Hoffmann et al. 2022, equation 4.
        const G = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
        x.forEach((C, index) => {
            const N = G * (C / 6) ** (beta / (alpha + beta));
            expect(y[index]! / (E + A / N ** alpha + B / (C / 6 / N) ** beta)).toBeCloseTo(1, 9);
        });
        const fitted = GRID.filter(({ N }) => N < 3e9).map(({ N, D }) => 6 * N * D);
        expect(x.at(-1)! / Math.max(...fitted)).toBeCloseTo(30, 6);
    });

    it('have a band that holds the curve, and widens beyond the runs', async () => {
        const { laws } = await comparison;
        for (const { curves } of laws) {
            for (const { y, lower, upper } of Object.values(curves)) {
                y.forEach((value, index) => {
                    expect(lower![index]!).toBeLessThan(value!);
                    expect(upper![index]!).toBeGreaterThan(value!);
                });
            }
        }
        const { lower, upper } = laws[0].curves.compute;
        const width = (index: number): number => Math.log(upper!.at(index)! / lower!.at(index)!);
        expect(width(-1)).toBeGreaterThan(1.5 * width(80));
    });

    it('give every row with what each law predicts of it', async () => {
        const { rows, laws, report } = await comparison;
        expect(rows.state.filter((state) => state === 'held-out')).toHaveLength(5);
        expect(rows.x.compute[0]).toBeCloseTo(6 * GRID[0].N * GRID[0].D, -3);
        const estimate = (law: number, name: string) =>
            report.laws[laws[law].place].parameters.find((each) => each.name === name)!.estimate!;
        GRID.forEach(({ N, D }, row) => {
            expect(laws[1].predicted[row]).toBeCloseTo(
                estimate(1, 'E') + estimate(1, 'A') / N ** estimate(1, 'alpha'),
                9,
            );
            const C = 6 * N * D;
            expect(laws[2].predicted[row]).toBeCloseTo(estimate(2, 'E') + estimate(2, 'k') * C ** -estimate(2, 'a'), 9);
        });
    });
});

describe('crossings', () => {
    it('are drawn where the curves reach, on the axis along which they were found', async () => {
        const rows = [1, 2, 4, 8, 16, 32].map((x) => `| ${x} | ${3 - 0.1 * Math.log(x)} |`);
        const text = `
runs r {
| x | y |
${rows.join('\n')}
}
law line(x) = a - b * log(x)
law power(x) = c * x^d
compare line, power on r predicting y { objective squares bootstrap 0 }
`;
        const [picture] = await picturesOf(text);
        const { axes, crossings, report } = picture as ComparisonCurves;
        expect(axes.map(({ key }) => key)).toEqual(['x', 'predicted value']);
        expect(crossings.x).toHaveLength(1);
        const found = report.crossings[0].crossings.map(({ at }) => at);
        expect(found.length).toBeGreaterThan(0);
        expect(crossings.x[0].crossings.map(({ at }) => at)).toEqual(
            found.filter((at) => at >= 1 / 30 && at <= 32 * 30),
        );
    });
});
