/** What the Allocation panel draws of plans. */
import { describe, expect, it } from 'vitest';
import type { PlanPicture } from '../../../src/study/pictures/planPicture.js';
import { createStudy } from '../../../src/study/study.js';
import { NO_PAUSE, SPEC, folderOf } from '../studyOf.js';

const FITTED = `
runs r {
  | N    | D   | loss  |
  | 100M | 2B  | 3.40  |
  | 100M | 8B  | 3.06  |
  | 400M | 2B  | 3.08  |
  | 400M | 8B  | 2.71  |
  | 400M | 32B | 2.50  |
  | 1.6B | 8B  | 2.52  |
  | 1.6B | 32B | 2.28  |
  | 1.6B | 99B | 2.17  |
}
law surface = chinchilla
fit surface to r { bootstrap 60 }
`;

const study = createStudy();

async function pictureOf(entries: string): Promise<PlanPicture> {
    const { documents, host } = folderOf(`${FITTED}plan next {\n${entries}\n}`);
    return (await study.allocation(SPEC, documents, host, NO_PAUSE)).plans[0];
}

describe('the picture of a plan', () => {
    it('has the planned runs and those done on one plane, with the limit between them', async () => {
        const { report, limits, total, plane } = await pictureOf(
            `narrow surface(10B, 200B)
             N in {50M, 200M, 800M}
             D in 1B .. 50B
             subject to 6 * N * D <= 3e19 FLOP
             subject to surface(N, D) <= 9
             total 6 * N * D <= 1e20 FLOP
             batch 3`,
        );
        expect([limits, total]).toEqual([['6 * N * D <= 3e19 FLOP', 'surface(N, D) <= 9'], '6 * N * D <= 1e20 FLOP']);
        expect([plane!.xName, plane!.xUnit, plane!.yName, plane!.yUnit]).toEqual(['N', 'params', 'D', 'tokens']);
        expect(plane!.planned.x).toEqual(report.runs.map(({ values }) => values[0].value));
        expect(plane!.planned.y).toEqual(report.runs.map(({ values }) => values[1].value));
        expect(plane!.runs!.x).toHaveLength(8);
        expect(plane!.runs!.lines[0]).toBe(3);
        const compute = plane!.limits.find(({ text }) => text.startsWith('6'))!;
        expect(compute.x.length).toBeGreaterThan(10);
        compute.x.forEach((N, index) => expect((6 * N * compute.y[index]) / 3e19).toBeCloseTo(1, 8));
    });

    it('has no plane where one thing is chosen, or nothing can be planned', async () => {
        const single = await pictureOf(
            'narrow surface(10B, 200B)\nmeasure surface(N, 20 * N)\nN in {50M, 200M, 800M}\nbatch 2',
        );
        expect([single.report.message, single.report.runs.length, single.plane]).toEqual([null, 2, null]);
        const none = await pictureOf(
            'narrow surface(10B, 200B)\nN in {50M}\nD in {1B}\ntotal 6 * N * D <= 1e3 FLOP\nbatch 1',
        );
        expect([none.report.runs, none.plane]).toEqual([[], null]);
    });
});
