/** The questions of examples/budgets against what papers print, closed forms, SciPy, and their own neighbourhood. */
import { describe, expect, it } from 'vitest';
import type { BudgetAnswer, BudgetReport } from '../../src/study/report.js';
import { ANSWERS, type Answer } from './answers.js';
import { neighbourhoodOf, settledOf } from './neighbours.js';
import { budgetOf, reportOf, SPECS, textOf } from './specs.js';

/** The one question that has no answer, on purpose. */
const IMPOSSIBLE = 'impossible';

/** Relative. */
const SAME_GOAL = 1e-9;

/** A spec of several variables is asked some hundred more questions. */
const PATIENCE_MS = 120_000;

function pointOf(budget: BudgetReport, at: string): BudgetAnswer {
    const points = budget.sweep?.points.filter(({ value }) => Math.abs(value / Number(at) - 1) < 1e-6) ?? [budget];
    expect(points, `${budget.name} at ${at}`).toHaveLength(1);
    return points[0];
}

/** Counts are no variables that constraints can name, and of what is chosen from a list all is tried. */
function hasNeighbours(budget: BudgetReport): boolean {
    const { mixture, variables } = budget.sweep?.points[0] ?? budget;
    return mixture === null && variables.length > 0;
}

function variableOf({ variables }: BudgetAnswer, name: string): number {
    return variables.find((variable) => variable.name === name)?.estimate ?? NaN;
}

async function valueOf({ spec, budget: name, at, what }: Answer): Promise<number | string> {
    if (name === 'predict') {
        return (await reportOf(spec)).predictions.find(({ text }) => text === what)?.estimate ?? NaN;
    }
    const budget = await budgetOf(spec, name);
    const exponent = /^exponent of (\w+)$/.exec(what);
    if (exponent) return budget.sweep?.exponents.find((each) => each.name === exponent[1])?.estimate ?? NaN;
    const point = pointOf(budget, at);
    if (what === 'goal') return point.objective?.estimate ?? NaN;
    const chosen = point.choice?.chosen.find((each) => each.name === what);
    if (chosen !== undefined) return chosen.number?.estimate ?? chosen.label;
    const [over, under] = what.split(' / ');
    return variableOf(point, over) / (under === undefined ? 1 : variableOf(point, under));
}

describe.each(SPECS)('%s', (spec) => {
    it('has no mistakes, and an answer to each question', async () => {
        const { diagnostics, budgets } = await reportOf(spec);
        const wrong = diagnostics.filter(({ code }) => code !== 'outside-preset');
        expect(wrong.map(({ code }) => code)).toEqual(spec === 'several-limits' ? ['budget-infeasible'] : []);
        for (const budget of budgets.filter(({ name }) => name !== IMPOSSIBLE)) {
            const statuses = (budget.sweep?.points ?? [budget]).map(({ status }) => status);
            expect(new Set(statuses), budget.name).toEqual(new Set(['optimal']));
        }
    });

    it('has a golden for each budget', async () => {
        const { budgets } = await reportOf(spec);
        const checked = new Set(ANSWERS.filter((answer) => answer.spec === spec).map(({ budget }) => budget));
        expect(budgets.map(({ name }) => name).filter((name) => !checked.has(name) && name !== IMPOSSIBLE)).toEqual([]);
    });

    it.each(ANSWERS.filter((answer) => answer.spec === spec))('$budget $at $what: $expected', async (answer) => {
        const { expected, tolerance, source } = answer;
        const value = await valueOf(answer);
        if (typeof value === 'string' || typeof expected === 'string') expect(value, source).toBe(expected);
        else
            expect(Math.abs(value - expected), `${value}; ${source}`).toBeLessThanOrEqual(
                tolerance * Math.abs(expected),
            );
    });

    it('finds nothing better beside its answers', { timeout: PATIENCE_MS }, async () => {
        const { budgets } = await reportOf(spec);
        for (const budget of budgets.filter((each) => each.name !== IMPOSSIBLE && hasNeighbours(each))) {
            const sign = budget.goal.startsWith('maximize') ? -1 : 1;
            const { at, goal, goals } = await neighbourhoodOf(spec, budget);
            if (goals.length === 0) continue;
            const isWorse = (other: number | null) =>
                other === null || sign * (other - goal) > -SAME_GOAL * Math.abs(goal);
            expect(
                goals.filter((other) => !isWorse(other)),
                `${at}: ${goal}`,
            ).toEqual([]);
            expect(
                goals.some((other) => other !== null),
                at,
            ).toBe(true);
        }
    });
});

describe.each(SPECS.filter((spec) => /^ {2}over /m.test(textOf(spec))))('%s', (spec) => {
    it('ranks each combination where it is when nothing else may be chosen', { timeout: PATIENCE_MS }, async () => {
        const { budgets } = await reportOf(spec);
        for (const budget of budgets.filter((each) => each.choice !== null)) {
            for (const { expected, found } of await settledOf(spec, budget)) {
                expect(found / expected, budget.name).toBeCloseTo(1, 9);
            }
        }
    });
});

describe('several-limits', () => {
    it.each([
        ['assistant', ['flops(N, D) <= 2e24 FLOP', 'latency(N) <= 0.012 s']],
        ['batch_work', ['flops(N, D) <= 2e24 FLOP', 'memory(N) <= 80G bytes']],
        ['research', ['flops(N, D) <= 2e24 FLOP']],
    ])('%s names the limits that bind', async (name, binding) => {
        expect((await budgetOf('several-limits', name)).binding).toEqual(binding);
    });

    it('says what is in the way of the impossible', async () => {
        const { status, message } = await budgetOf('several-limits', IMPOSSIBLE);
        expect(status).toBe('infeasible');
        expect(message).toContain('`loss_of(N, D, 100B tokens) <= 2.0` cannot be met');
    });
});

describe('inference-demand', () => {
    it.each([
        ['as_good_as_7B', 7e9, 1e11],
        ['as_good_as_30B', 30e9, 1e13],
    ] as const)('%s meets the first-order condition', async (name, size, demand) => {
        const [A, B, alpha, beta] = [406.4, 410.7, 0.336, 0.283];
        const budget = await budgetOf('inference-demand', name);
        const matched = ((beta * B * size ** alpha) / (alpha * A)) ** (1 / beta);
        const [N, D] = [variableOf(budget, 'N'), variableOf(budget, 'data_ratio') * matched];
        // Sardana et al. 2024: αA·N^−α = βB·D^−β·(1 + D_inf / 3D).
        expect((alpha * A * N ** -alpha) / (beta * B * D ** -beta * (1 + demand / (3 * D)))).toBeCloseTo(1, 7);
    });
});

describe('when-to-stop', () => {
    it.each([
        ['cheap_mistakes', '3'],
        ['even_mistakes', '2'],
        ['dear_mistakes', '1'],
    ])('%s stops after %s samples', async (name, samples) => {
        expect((await budgetOf('when-to-stop', name)).choice!.chosen.map(({ label }) => label)).toEqual([samples]);
    });
});
