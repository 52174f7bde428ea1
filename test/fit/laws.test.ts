/** Laws that nothing in the engine knows of, found again from data made by them, in two units of their arguments. */
import { describe, expect, it } from 'vitest';
import type { Objective } from '../../src/fit/problem.js';
import type { Columns } from './support/problems.js';
import {
    arithmetic,
    fitLaw,
    geometric,
    gridOfRuns,
    HUBER_OF_LOG,
    simulate,
    SQUARES,
    objectiveOf,
} from './support/problems.js';

interface Case {
    readonly law: string;
    readonly truth: Readonly<Record<string, number>>;
    readonly columns: Columns;
    readonly objective?: Objective;
}

const runs = gridOfRuns();
const unitRuns = { N: runs.N.map((n) => n / 1e9), D: runs.D.map((d) => d / 1e9) };
const compute = { C: geometric(1e17, 1e23, 24) };
const steps = { s: arithmetic(0, 100, 60) };
const x = { x: geometric(1, 1e4, 40) };
const HUBER: Objective = { kind: 'huber', delta: 1e-3, ofLog: false };

const cases: Case[] = [
    {
        law: 'E + A / N^alpha + B / D^beta',
        truth: { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 },
        columns: runs,
    },
    {
        law: 'E + A / N^alpha + B / D^beta',
        truth: { E: 1.69, A: 0.354, alpha: 0.34, B: 1.24, beta: 0.28 },
        columns: unitRuns,
    },
    {
        law: 'exp(a - alpha * log(N)) + exp(b - beta * log(D)) + exp(e)',
        truth: { a: 6, alpha: 0.34, b: 6, beta: 0.28, e: 0.5 },
        columns: runs,
    },
    { law: '((Nc / N)^(aN / aD) + Dc / D)^aD', truth: { Nc: 6.4e13, aN: 0.076, aD: 0.103, Dc: 1.8e13 }, columns: runs },
    {
        law: '((Nc / N)^(aN / aD) + Dc / D)^aD',
        truth: { Nc: 6.4e4, aN: 0.076, aD: 0.103, Dc: 1.8e4 },
        columns: unitRuns,
    },
    { law: 'E + A / N^alpha + B / D^alpha', truth: { E: 1.87, A: 520, alpha: 0.35, B: 1487 }, columns: runs },
    {
        law: 'E + ((A / N^alpha)^(1 / q) + (B / D^beta)^(1 / q))^q',
        truth: { E: 1.7, A: 400, alpha: 0.34, q: 0.6, B: 410, beta: 0.28 },
        columns: runs,
    },
    { law: 'K * N^a * D^b', truth: { K: 5, a: -0.1, b: -0.05 }, columns: runs },
    {
        law: 'E + A * N^-alpha * D^-beta + B * D^-gamma',
        truth: { E: 1.7, A: 2e4, alpha: 0.25, beta: 0.2, B: 400, gamma: 0.28 },
        columns: runs,
    },
    { law: 'E + (C / C0)^-alpha', truth: { E: 0.5066, C0: 5.984e22, alpha: 0.0737 }, columns: compute },
    { law: 'A * (b + C)^-alpha + E', truth: { A: 50, b: 1e19, alpha: 0.1, E: 0.4 }, columns: compute },
    {
        law: 'E + A * C^-c0 * (1 + (C / d1)^(1 / f1))^(-c1 * f1)',
        truth: { E: 0.3, A: 60, c0: 0.08, d1: 1e20, f1: 0.4, c1: 0.12 },
        columns: compute,
    },
    { law: 'a + b * log(C)', truth: { a: -3, b: 0.1 }, columns: compute, objective: SQUARES },
    {
        law: 'L + R / (1 + exp(-k * (log10(C) - x0)))',
        truth: { L: 0.25, R: 0.6, k: 1.8, x0: 20.5 },
        columns: compute,
        objective: SQUARES,
    },
    { law: 'top * C^h / (C50^h + C^h)', truth: { top: 0.9, h: 0.5, C50: 1e20 }, columns: compute, objective: SQUARES },
    {
        law: 'E - k * exp(-g * x)',
        truth: { E: 0.85, k: 2.08, g: 0.756 },
        columns: { x: arithmetic(2, 0.1, 30) },
        objective: SQUARES,
    },
    { law: 'a * exp(-b * exp(-c * s))', truth: { a: 5, b: 6, c: 0.002 }, columns: steps, objective: SQUARES },
    {
        law: 'a * exp(-b * s) + c * exp(-d * s)',
        truth: { a: 2, b: 0.01, c: 1, d: 0.001 },
        columns: steps,
        objective: SQUARES,
    },
    {
        law: 'E + A * x^-a + H * exp(-((log(x) - m) / w)^2)',
        truth: { E: 0.5, A: 3, a: 0.5, H: 1, m: 5, w: 0.7 },
        columns: x,
        objective: SQUARES,
    },
    { law: 'exp(-a * x^-b)', truth: { a: 3, b: 0.4 }, columns: x },
    { law: 'E + A * min(x, x0)^-a', truth: { E: 1, A: 3, x0: 800, a: 0.4 }, columns: x, objective: SQUARES },
    { law: 'a + b * softplus((log(x) - c) / d)', truth: { a: 1, b: 2, c: 5, d: 0.8 }, columns: x, objective: SQUARES },
    { law: 'x^2 / (x^2 + a * x + b)', truth: { a: 30, b: 2e4 }, columns: x, objective: SQUARES },
    {
        law: '-E + A / N^alpha + B / D^beta',
        truth: { E: 5.5, A: 20, alpha: 0.3, B: 30, beta: 0.3 },
        columns: runs,
        objective: HUBER,
    },
    {
        law: 'E + A / N^alpha + B / D^beta',
        truth: { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 },
        columns: runs,
        objective: { kind: 'lad', ofLog: false },
    },
    {
        law: 'E + A / N^alpha + B / D^beta',
        truth: { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 },
        columns: runs,
        objective: { kind: 'asymmetric', weight: 0.1, ofLog: false },
    },
];

describe.each(cases)('$law', ({ law, truth, columns, objective = HUBER_OF_LOG }) => {
    const pinned = Object.fromEntries(Object.entries(truth).map(([name, value]) => [name, { pinned: value }]));

    it('is found exactly from exact data', async () => {
        const result = await fitLaw(law, columns, simulate(law, columns, truth), { objective });
        for (const [i, residual] of result.residuals.entries()) {
            expect(Math.abs(residual)).toBeLessThan(1e-9 * (1 + Math.abs(result.predicted[i])));
        }
    });

    it('fits noisy data better than the truth does', async () => {
        const noise = objective.ofLog ? { relative: 0.01 } : { absolute: 0.01 };
        const observed = simulate(law, columns, truth, noise);
        const result = await fitLaw(law, columns, observed, { objective });
        const atTruth = await fitLaw(law, columns, observed, { objective, specs: pinned });
        expect(result.stopped.code).toBe('converged');
        expect(result.objective).toBeLessThan(objectiveOf(atTruth));
    });
});
