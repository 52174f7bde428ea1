/** Formulas and questions that the tests of the allocation share. */
import { allocate } from '../../src/allocate/allocate.js';
import type { AllocationProblem, Choices, Constraint, Relation, Variable } from '../../src/allocate/problem.js';
import type { AllocationResult, Optimum } from '../../src/allocate/result.js';
import { binary, name, num } from '../../src/expression/build.js';
import type { Expr } from '../../src/expression/expr.js';
import { createRandom } from '../../src/fit/random.js';

export const N = name('N');
export const D = name('D');

export function product(...factors: readonly Expr[]): Expr {
    return factors.reduce((left, right) => binary('*', left, right));
}

export function total(...terms: readonly Expr[]): Expr {
    return terms.reduce((left, right) => binary('+', left, right));
}

/** E + A/N^alpha + B/D^beta (Hoffmann et al. 2022, equation 2). */
export const surface = total(
    name('E'),
    binary('/', name('A'), binary('^', N, name('alpha'))),
    binary('/', name('B'), binary('^', D, name('beta'))),
);

export const compute = product(num(6), N, D);

export interface Surface {
    readonly E: number;
    readonly A: number;
    readonly B: number;
    readonly alpha: number;
    readonly beta: number;
}

/** Hoffmann et al. 2022, unrounded, from the paper's TeX source. */
export const HOFFMANN: Surface = {
    E: Math.exp(0.5267228),
    A: Math.exp(6.0073404),
    B: Math.exp(6.0179186),
    alpha: 0.33917084,
    beta: 0.2849083,
};

/** The constants that reproduce the examples of Sardana et al. 2024. */
export const SARDANA: Surface = { E: 1.69, A: 406.4, B: 410.7, alpha: 0.336, beta: 0.283 };

export function lossOf({ E, A, B, alpha, beta }: Surface, n: number, d: number): number {
    return E + A / n ** alpha + B / d ** beta;
}

/** N* = G (C/6)^(β/(α+β)), D* = (C/6)^(α/(α+β)) / G, G = (αA / βB)^(1/(α+β)) (Hoffmann et al. 2022, equation 4). */
export function frontier({ A, B, alpha, beta }: Surface, C: number): [n: number, d: number] {
    const G = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
    return [G * (C / 6) ** (beta / (alpha + beta)), (C / 6) ** (alpha / (alpha + beta)) / G];
}

/** Constants that vary by some percent, the same every time. */
export function drawsAround(law: Surface, count: number, spread: number): Surface[] {
    const random = createRandom(7);
    const vary = (value: number) => value * (1 + spread * (2 * random.uniform() - 1));
    return Array.from({ length: count }, () => ({
        E: vary(law.E),
        A: vary(law.A),
        B: vary(law.B),
        alpha: vary(law.alpha),
        beta: vary(law.beta),
    }));
}

const ORDER = ['E', 'A', 'B', 'alpha', 'beta'] as const;

export function constantsOf(law: Surface, draws: readonly Surface[] | null = null): AllocationProblem['constants'] {
    const flat = draws?.flatMap((draw) => ORDER.map((key) => draw[key]));
    return {
        names: ORDER,
        values: Float64Array.from(ORDER, (key) => law[key]),
        draws: draws && flat ? { count: draws.length, values: Float64Array.from(flat) } : null,
    };
}

export function free(name: string, lower = 0, upper = Infinity): Variable {
    return { name, lower, upper };
}

export function constraint(left: Expr, relation: Relation, right: Expr | number, text = ''): Constraint {
    return { left, relation, right: typeof right === 'number' ? num(right) : right, text };
}

/** One factor of numbers for each name: of a list, or of a range. */
export function numberChoices(options: Readonly<Record<string, readonly number[]>>, isRange = false): Choices {
    const entries = Object.entries(options).map(([factor, numbers]) => [factor, Float64Array.from(numbers)] as const);
    return {
        factors: entries.map(([factor, numbers]) => ({
            name: factor,
            labels: Array.from(numbers, String),
            numbers,
            isRange,
        })),
        slots: entries.map(([factor, values], index) => ({ name: factor, factors: [index], values, constants: null })),
    };
}

/** Minimise the loss surface over N and D, unless said otherwise. */
export function question(changes: Partial<AllocationProblem>): AllocationProblem {
    return {
        sense: 'minimize',
        objective: surface,
        constraints: [],
        variables: [free('N'), free('D')],
        constants: constantsOf(HOFFMANN),
        sweep: null,
        ...changes,
    };
}

export function ask(changes: Partial<AllocationProblem>): Promise<AllocationResult> {
    return allocate(question(changes), { pause: () => {} });
}

export async function optimumOf(changes: Partial<AllocationProblem>): Promise<Optimum> {
    const { optimum } = await ask(changes);
    if (!optimum) {
        throw new Error('a sweep has no single optimum');
    }
    return optimum;
}

export function valuesOf(optimum: Optimum): number[] {
    return optimum.variables.map(({ estimate }) => estimate);
}

export function relativeError(found: number, expected: number): number {
    return Math.abs(found / expected - 1);
}
