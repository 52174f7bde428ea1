/**
 * The standard job, from text to allocation: the 240 points of Besiroglu et al. 2024 ("Chinchilla Scaling: A replication
 * attempt"), whose optimum under the summed Huber(1e-3) of the log is known to ten digits.
 */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../support/sharedData.js';
import { estimatesOf, studyOf } from './studyOf.js';

const SPEC = `
runs points from "chinchilla.csv" {
  N = "Model Size"
  C = "Training FLOP"
  D = C / (6 * N)
  loss
  where loss < 3.44
}
law surface = chinchilla
fit surface to points { bootstrap 200 seed 3 }
budget gopher {
  minimize surface(N, D)
  subject to 6 * N * D <= 5.76e23 FLOP
}
budget frontier {
  minimize surface(N, D)
  subject to 6 * N * D <= C
  for C in 1e19 .. 1e26
}
`;

const data = sharedData('chinchilla-epoch/svg_extracted_data.csv');

describe.skipIf(data === undefined)(
    'the 240 points of Hoffmann et al. 2022, figure 4 (skipped without the shared data)',
    () => {
        const studied =
            data === undefined ? undefined : readFile(data).then((bytes) => studyOf(SPEC, { 'chinchilla.csv': bytes }));

        it('reaches the known optimum', async () => {
            const report = await studied!;
            expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
            const [fit] = report.fits;
            expect(fit.rows).toBe(240);
            expect(fit.objective).toBeCloseTo(0.001018274018, 9);
            expect(fit.stopped.code).toBe('converged');
            const { E, A, B, alpha, beta } = estimatesOf(report);
            expect(E).toBeCloseTo(1.817218, 4);
            expect(A / 477.826).toBeCloseTo(1, 4);
            expect(B / 2143.42).toBeCloseTo(1, 4);
            expect(alpha).toBeCloseTo(0.3473105, 5);
            expect(beta).toBeCloseTo(0.3671724, 5);
        });

        it('gives intervals near those of the replication', async () => {
            const [fit] = (await studied!).fits;
            const interval = (name: string) => fit.parameters.find((each) => each.name === name)!.interval!;
            // 4,000 resamples gave alpha (.317, .373), beta (.331, .415), E (1.769, 1.871).
            expect(interval('alpha')[0]).toBeCloseTo(0.317, 1.5);
            expect(interval('alpha')[1]).toBeCloseTo(0.373, 1.5);
            expect(interval('beta')[0]).toBeCloseTo(0.331, 1.5);
            expect(interval('beta')[1]).toBeCloseTo(0.415, 1.5);
            expect(interval('E')[0]).toBeCloseTo(1.769, 1.5);
            expect(interval('E')[1]).toBeCloseTo(1.871, 1.5);
        });

        it('allocates as the closed form does, with an interval and the distance from the data', async () => {
            const report = await studied!;
            const { A, B, alpha, beta } = estimatesOf(report);
            const [gopher, frontier] = report.budgets;
            const [N, D] = gopher.variables;
            // Hoffmann et al. 2022, equation 4.
            const G = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
            expect(N.estimate / (G * (5.76e23 / 6) ** (beta / (alpha + beta)))).toBeCloseTo(1, 6);
            expect(D.estimate / N.estimate).toBeCloseTo(17.9, 1);
            expect(N.interval![0]).toBeLessThan(N.estimate);
            expect(N.interval![1]).toBeGreaterThan(N.estimate);
            expect(gopher.binding).toEqual(['6 * N * D <= 5.76e23 FLOP']);
            expect(gopher.extrapolation.find(({ quantity }) => quantity === 'compute')?.ratio).toBeCloseTo(
                5.76e23 / 1.2956e22,
                0,
            );

            const points = frontier.sweep!.points;
            expect(points).toHaveLength(29);
            expect(points.map(({ status }) => status)).toEqual(points.map(() => 'optimal'));
            const [first, last] = [points[0], points.at(-1)!];
            const exponent =
                Math.log(last.variables[0].estimate / first.variables[0].estimate) / Math.log(last.value / first.value);
            expect(exponent).toBeCloseTo(0.514, 3);
        });

        it('lists every row with what became of it', async () => {
            const { fits, runs } = await studied!;
            const rows = fits[0].rowReports!;
            expect(runs[0]).toMatchObject({ rowCount: 245, usableRows: 240 });
            expect(rows).toHaveLength(245);
            expect(rows.filter(({ state }) => state === 'fitted')).toHaveLength(240);
            expect(new Set(rows.filter(({ state }) => state === 'excluded').map(({ reason }) => reason))).toEqual(
                new Set(['left out by where loss < 3.44']),
            );
            const largest = Math.max(
                ...rows.filter(({ state }) => state === 'fitted').map((row) => Math.abs(row.relativeResidual!)),
            );
            expect(largest).toBeLessThan(0.06);
        });
    },
);
