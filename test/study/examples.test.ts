/** Every spec of examples/ checks clean, and every example of the language reference can be run. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createStudy } from '../../src/study/study.js';
import type { StudyReport } from '../../src/study/report.js';
import { NO_PAUSE, studyOf } from './studyOf.js';

const FOLDER = new URL('../../examples/', import.meta.url);
const REFERENCE = fileURLToPath(new URL('../../docs/language.md', import.meta.url));

const study = createStudy();

async function exampleReport(name: string): Promise<StudyReport> {
    const names = (await readdir(FOLDER)).filter((each) => each.endsWith('.scaling'));
    const documents = await Promise.all(
        names.map(async (each) => ({
            uri: new URL(each, FOLDER).href,
            text: await readFile(new URL(each, FOLDER), 'utf8'),
        })),
    );
    const host = { readFile: (uri: string) => readFile(new URL(uri)) };
    return study.analyse(new URL(name, FOLDER).href, documents, host, NO_PAUSE);
}

describe('examples/', () => {
    it('cerebras-gpt.scaling foretells the held-out model', async () => {
        const report = await exampleReport('cerebras-gpt.scaling');
        expect(report.diagnostics.map(({ code }) => code)).toEqual(['outside-preset']);
        const [fit] = report.fits;
        expect([fit.rows, fit.holdout?.rows]).toEqual([6, 1]);
        const [fitted, , published] = report.predictions;
        // Dey et al. 2023 predicted 1.580 and measured 1.572.
        expect(published.estimate).toBeCloseTo(1.58, 3);
        expect(fitted.interval![0]).toBeLessThan(1.572);
        expect(fitted.interval![1]).toBeGreaterThan(1.58);
        expect(fitted.estimate).toBeCloseTo(1.6, 1.7);
    });

    it('planning.scaling plans without any run', async () => {
        const report = await exampleReport('planning.scaling');
        expect(new Set(report.diagnostics.map(({ code }) => code))).toEqual(new Set(['outside-preset']));
        expect([report.runs, report.fits]).toEqual([[], []]);
        expect(report.budgets.map(({ status }) => status)).toEqual(report.budgets.map(() => 'optimal'));
        const [flagship, littleData] = report.budgets;
        // The closed form of Hoffmann et al. 2022, equation 4, at 1e24 FLOP.
        const [A, B, alpha, beta] = [Math.exp(6.0073404), Math.exp(6.0179186), 0.33917084, 0.2849083];
        const G = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
        expect(flagship.variables[0].estimate / (G * (1e24 / 6) ** (beta / (alpha + beta)))).toBeCloseTo(1, 6);
        expect(littleData.variables[1].estimate / 5e12).toBeCloseTo(1, 6);
        expect(littleData.binding).toHaveLength(2);
    });

    it('plan-next-run.scaling narrows what is to be decided more than known designs of the cost', async () => {
        const report = await exampleReport('plan-next-run.scaling');
        expect(report.diagnostics).toEqual([]);
        const width = ([lower, upper]: readonly [number, number]) => Math.log(upper / lower);
        for (const plan of report.plans) {
            expect(plan.message).toBeNull();
            expect(width(plan.expected!)).toBeLessThan(0.6 * width(plan.interval!));
            expect(plan.cost!.spent).toBeLessThanOrEqual(1e20 * (1 + 1e-6));
            for (const { interval } of plan.known) expect(width(interval)).toBeGreaterThan(width(plan.expected!));
        }
        expect(report.plans.map(({ isBatch }) => isBatch)).toEqual([true, false]);
    });

    it('surface.scaling finds the law that its runs were made from', async () => {
        const report = await exampleReport('surface.scaling');
        expect(report.diagnostics).toEqual([]);
        const truth = {
            E: Math.exp(0.5267228),
            A: Math.exp(6.0073404),
            B: Math.exp(6.0179186),
            alpha: 0.33917084,
            beta: 0.2849083,
        };
        for (const { name, interval } of report.fits[0].parameters) {
            expect(interval![0], name).toBeLessThan(truth[name as keyof typeof truth]);
            expect(interval![1], name).toBeGreaterThan(truth[name as keyof typeof truth]);
        }
        expect(report.fits[0].holdout!.meanRelativeError).toBeLessThan(0.01);
        expect(report.budgets[0].extrapolation.map(({ quantity }) => quantity)).toContain('compute');
    });

    it('inference.scaling makes the model smaller the more it is used', async () => {
        const report = await exampleReport('inference.scaling');
        expect(new Set(report.diagnostics.map(({ code }) => code))).toEqual(new Set(['outside-preset']));
        const [alone, served, byDemand] = report.budgets;
        expect(served.variables[0].estimate).toBeLessThan(alone.variables[0].estimate);
        const sizes = byDemand.sweep!.points.map(({ variables }) => variables[0].estimate);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        // At the optimum αA·N^−α = βB·D^−β·(1 + demand / 3D): Sardana et al. 2024, arXiv:2401.00448, first-order condition.
        const [N, D] = served.variables.map(({ estimate }) => estimate);
        const left = 0.3478 * 482.01 * N ** -0.3478;
        expect(left / (0.3658 * 2085.43 * D ** -0.3658 * (1 + 1e13 / (3 * D)))).toBeCloseTo(1, 4);
    });
});

describe.skipIf(!existsSync(REFERENCE))('docs/language.md', () => {
    it('has examples that can all be run', async () => {
        const text = await readFile(REFERENCE, 'utf8');
        const examples = [...text.matchAll(/^```scaling[^\n]*\n(.*?)^```/gms)].map((match) => match[1]);
        expect(examples.length).toBeGreaterThan(5);
        for (const example of examples) {
            const report = await studyOf(example.replaceAll(/bootstrap \d+/g, 'bootstrap 0'));
            expect(
                report.diagnostics.every(({ message }) => message.length > 0),
                example,
            ).toBe(true);
            expect(JSON.stringify(report), example).not.toContain('NaN');
        }
    });
});
