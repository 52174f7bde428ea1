/** Answers near an optimum: the same question where one variable may only be elsewhere, the others free to follow. */
import type { BudgetAnswer, BudgetReport } from '../../src/study/report.js';
import { studyOf } from '../study/studyOf.js';
import { bodyOf, withBudgets } from './specs.js';

/** Factors from which to which the variable may be away from its best value: near by, where a local optimum is lost, and far. */
const WINDOWS = [
    [1 / 30, 1 / 1.1],
    [1 / 1.1, 1 / 1.003],
    [1.003, 1.1],
    [1.1, 30],
] as const;

export interface Neighbourhood {
    /** What is asked, for messages. */
    readonly at: string;
    readonly goal: number;
    /** The best of each window; null where none meets the constraints. */
    readonly goals: readonly (number | null)[];
}

/** Around the answer, or around that in the middle of a sweep: the goldens look at the ends. */
export async function neighbourhoodOf(spec: string, budget: BudgetReport): Promise<Neighbourhood> {
    const body = bodyOf(spec, budget.name);
    if (!budget.sweep) return neighbourhood(spec, body, budget, budget.name);
    const { name, points } = budget.sweep;
    const middle = points[points.length >> 1];
    const pinned = body.replace(/^ *for \w+ in .*$/m, `  let ${name} = ${middle.value}`);
    return neighbourhood(spec, pinned, middle, `${budget.name} at ${name} = ${middle.value}`);
}

async function neighbourhood(spec: string, body: string, answer: BudgetAnswer, at: string): Promise<Neighbourhood> {
    const questions = answer.variables.flatMap(({ name, estimate }) =>
        WINDOWS.map(
            ([from, to]) => `${body}subject to ${name} >= ${estimate * from}\nsubject to ${name} <= ${estimate * to}`,
        ),
    );
    const text = withBudgets(
        spec,
        questions.map((question, index) => `budget neighbour_${index} {${question}\n}`),
    );
    const { budgets, diagnostics } = await studyOf(text);
    const mistakes = diagnostics.filter(({ severity }) => severity === 'error');
    if (mistakes.length > 0) throw new Error(`${at}: ${mistakes[0].message}`);
    return { at, goal: answer.objective!.estimate, goals: budgets.map(({ objective }) => objective?.estimate ?? null) };
}

/** The goal of each of the best combinations, and that of the question in which each number of it is given by a `let`. */
export async function settledOf(
    spec: string,
    budget: BudgetReport,
): Promise<readonly { readonly expected: number; readonly found: number }[]> {
    const body = bodyOf(spec, budget.name);
    const { chosen, contenders } = budget.choice!;
    // Without numbers there is nothing to give, and without variables nothing to decide.
    if (chosen.some(({ number }) => number === null) || budget.variables.length === 0) return [];
    const settled = contenders.map(({ labels }) =>
        chosen.reduce((text, { name }, factor) => {
            const given = `  let ${name} = ${labels[factor]}`;
            return text.replace(new RegExp(`^ *over ${name} in .*$`, 'm'), given);
        }, body),
    );
    const text = withBudgets(
        spec,
        settled.map((question, index) => `budget settled_${index} {${question}}`),
    );
    const { budgets } = await studyOf(text);
    return budgets.map(({ objective }, index) => ({
        expected: contenders[index].objective.estimate,
        found: objective?.estimate ?? NaN,
    }));
}
