/** What is chosen from lists: the true optimum over all combinations, the runners-up, and how sure the choice is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllocationProblem, Choices, Constraint } from '../../../src/allocate/problem.js';
import { binary, name, num } from '../../../src/expression/build.js';
import type { Expr } from '../../../src/expression/expr.js';
import { substitute } from '../../../src/expression/substitute.js';
import {
    compute,
    constantsOf,
    constraint,
    free,
    HOFFMANN,
    N,
    numberChoices,
    optimumOf,
    product,
    surface,
    total,
} from '../questions.js';

function combinationsOf({ factors }: Choices): number[][] {
    return factors.reduce<number[][]>(
        (all, { numbers: values }) => all.flatMap((before) => Array.from(values!, (value) => [...before, value])),
        [[]],
    );
}

/** The same question with the choice written into its formulas. */
function settled(problem: Partial<AllocationProblem>, choices: Choices, values: readonly number[]) {
    const given = new Map(choices.factors.map((factor, index) => [factor.name, num(values[index])] as const));
    const put = (expr: Expr): Expr => substitute(expr, given);
    const constraints = (problem.constraints ?? []).map((each): Constraint => ({
        ...each,
        left: put(each.left),
        right: put(each.right),
    }));
    return { ...problem, objective: put(problem.objective!), constraints };
}

const bits = name('bits');
const heads = name('heads');
/** Fewer bits cost less and lose more: the effective size falls with them. */
const quantised = total(surface, binary('/', num(0.4), binary('^', bits, num(2))));
const headed = total(quantised, binary('/', num(0.02), heads), product(num(0.002), heads));

describe('numbers beside free variables', () => {
    it('has the optimum of every combination, not a rounded one', async () => {
        const choices = numberChoices({ bits: [2, 3, 4, 6, 8, 16], heads: [1, 2, 4, 8] });
        const problem = {
            objective: headed,
            constraints: [
                constraint(product(compute, binary('/', bits, num(16))), '<=', 1e22),
                constraint(product(N, heads), '<=', 4e10),
            ],
        };
        const alone = await Promise.all(
            combinationsOf(choices).map(async (values) => {
                const optimum = await optimumOf(settled(problem, choices, values));
                return { values, objective: optimum.objective!.estimate, variables: optimum.variables };
            }),
        );
        alone.sort((a, b) => a.objective - b.objective);
        const { choice, variables, objective } = await optimumOf({ ...problem, choices });
        expect(choice!.tried).toBe(24);
        expect(choice!.contenders.map(({ labels }) => labels.map(Number))).toEqual(
            alone.slice(0, choice!.contenders.length).map(({ values }) => values),
        );
        choice!.contenders.forEach((contender, rank) => {
            expect(contender.objective.estimate / alone[rank].objective).toBeCloseTo(1, 9);
            expect(contender.worse.estimate).toBeCloseTo(alone[rank].objective - alone[0].objective, 9);
        });
        expect(objective!.estimate).toBe(choice!.contenders[0].objective.estimate);
        variables.forEach(({ estimate }, j) => expect(estimate / alone[0].variables[j].estimate).toBeCloseTo(1, 6));
    });

    it('leaves out what no values can meet, and says so where that is everything', async () => {
        const ask = (least: number) =>
            optimumOf({
                objective: quantised,
                constraints: [constraint(compute, '<=', 1e20), constraint(product(N, bits), '>=', least, 'N * bits')],
                variables: [free('N', 1e6, 1e9), free('D', 1e8)],
                choices: numberChoices({ bits: [2, 4, 8, 16] }),
            });
        expect((await ask(6e9)).choice).toMatchObject({ tried: 4, feasible: 2 });
        const none = await ask(1e12);
        expect(none.status).toBe('infeasible');
        expect(none.message).toMatch(/^None of 4 combinations meets all constraints. With bits = 2: `N \* bits`/);
    });

    it('follows the draws: each has a choice of its own', async () => {
        const draws = [0.9, 0.95, 1, 1.05, 1.1].map((scale) => ({ ...HOFFMANN, A: HOFFMANN.A * scale }));
        const problem: Partial<AllocationProblem> = {
            objective: total(surface, binary('/', N, product(num(1e12), bits)), binary('/', bits, num(1000))),
            constraints: [constraint(compute, '<=', 1e22)],
            constants: constantsOf(HOFFMANN, draws),
        };
        const choices = numberChoices({ bits: [1, 2, 3, 4, 6] });
        const best = await Promise.all(
            draws.map(async (draw) => {
                const each = { ...problem, constants: constantsOf(draw) };
                const tried = await Promise.all(
                    combinationsOf(choices).map(async (values) => ({
                        label: String(values[0]),
                        objective: (await optimumOf(settled(each, choices, values))).objective!.estimate,
                    })),
                );
                return tried.sort((a, b) => a.objective - b.objective)[0];
            }),
        );
        const { choice, draws: drawn } = await optimumOf({ ...problem, choices });
        expect(drawn!.count).toBe(5);
        for (const { labels, share } of choice!.contenders) {
            expect(share).toBeCloseTo(best.filter(({ label }) => label === labels[0]).length / 5, 12);
        }
        const [chosen] = choice!.chosen;
        expect(chosen.share).toBe(choice!.contenders[0].share);
        expect(choice!.contenders[0].worse).toEqual({ estimate: 0, interval: [0, 0] });
    });
});

describe('numbers alone', () => {
    const values = fc.array(fc.integer({ min: -4, max: 6 }), { minLength: 1, maxLength: 4 });
    // In eighths, so that no sum comes within rounding of a limit that it does not meet.
    const weight = fc.integer({ min: -16, max: 16 }).map((eighths) => eighths / 8);
    const weights = fc.tuple(weight, weight);

    it('is what trying all of them finds', async () => {
        await fc.assert(
            fc.asyncProperty(
                values,
                values,
                weights,
                weights,
                fc.integer({ min: -6, max: 9 }),
                async (a, b, f, g, limit) => {
                    const [x, y] = [name('x'), name('y')];
                    const choices = numberChoices({ x: [...new Set(a)], y: [...new Set(b)] });
                    const { objective, ...optimum } = await optimumOf({
                        objective: total(product(num(f[0]), x, x), product(num(f[1]), y), product(num(g[0]), x, y)),
                        constraints: [constraint(total(x, product(num(g[1]), y)), '<=', limit, 'spent')],
                        variables: [],
                        choices,
                    });
                    const tried = combinationsOf(choices)
                        .filter(([p, q]) => p + g[1] * q <= limit)
                        .map(([p, q]) => f[0] * p * p + f[1] * q + g[0] * p * q);
                    expect(optimum.status).toBe(tried.length > 0 ? 'optimal' : 'infeasible');
                    if (tried.length === 0) {
                        expect(optimum.message).toBe(
                            `\`spent\` holds for none of ${combinationsOf(choices).length} combinations.`,
                        );
                        return;
                    }
                    expect(optimum.choice!.feasible).toBe(tried.length);
                    expect(objective!.estimate).toBeCloseTo(Math.min(...tried), 9);
                },
            ),
        );
    });

    it('has what each costs and gives', async () => {
        const k = name('k');
        const { choice } = await optimumOf({
            sense: 'maximize',
            objective: binary('-', num(1), binary('^', num(0.5), k)),
            constraints: [constraint(product(num(3), k), '<=', 10, '3 * k <= 10')],
            variables: [],
            choices: numberChoices({ k: [1, 2, 3, 4, 5] }),
        });
        expect(choice!.chosen).toMatchObject([{ name: 'k', label: '3', number: { estimate: 3 } }]);
        expect([...choice!.outcomes!.cost]).toEqual([3, 6, 9, 12, 15]);
        expect(choice!.outcomes!.isFeasible).toEqual([true, true, true, false, false]);
        expect([...choice!.outcomes!.objective]).toEqual([0.5, 0.75, 0.875, 0.9375, 0.96875]);
    });

    it('asks all that may win in a draw, those that miss a target by the estimates too', async () => {
        const k = name('k');
        // Solved by one sample with chance p: k samples until 90 % are expected to be.
        const needed = (p: number) => Math.ceil(Math.log(0.1) / Math.log(1 - p));
        const chances = [0.05, 0.06, 0.07, 0.08, 0.09];
        const optimum = await optimumOf({
            objective: k,
            constraints: [constraint(binary('-', num(1), binary('^', binary('-', num(1), name('p')), k)), '>=', 0.9)],
            variables: [],
            constants: {
                names: ['p'],
                values: Float64Array.of(0.07),
                draws: { count: chances.length, values: Float64Array.from(chances) },
            },
            choices: numberChoices({ k: Array.from({ length: 64 }, (_, index) => index + 1) }),
        });
        expect(optimum.objective!.estimate).toBe(needed(0.07));
        const [lower, upper] = optimum.choice!.chosen[0].number!.interval!;
        // Of five draws all lie within 95 %, and the ends are numbers that can be chosen.
        expect([lower, upper]).toEqual([needed(0.09), needed(0.05)]);
    });
});

describe('many numbers beside free variables', () => {
    it('count in a draw where the estimates leave no room for them', async () => {
        // k of 200 machines with room for as much each: the estimates need a little more than one.
        const k = name('k');
        const needs = [0.9, 0.95, 1.02, 1.05, 1.1];
        const { choice } = await optimumOf({
            objective: k,
            constraints: [constraint(binary('/', name('need'), N), '<=', 1), constraint(N, '<=', k)],
            variables: [free('N')],
            constants: {
                names: ['need'],
                values: Float64Array.of(1.02),
                draws: { count: needs.length, values: Float64Array.from(needs) },
            },
            choices: numberChoices({ k: Array.from({ length: 200 }, (_, index) => index + 1) }),
        });
        expect(choice!.chosen[0]).toMatchObject({ label: '2', share: 0.6, number: { interval: [1, 2] } });
    });
});

describe('values that a choice takes from the constants', () => {
    it('are those of the draw', async () => {
        const optimum = await optimumOf({
            objective: name('slot'),
            variables: [],
            constants: {
                names: ['a', 'b'],
                values: Float64Array.of(1, 2),
                draws: { count: 4, values: Float64Array.of(1, 2, 3, 2, 1, 4, 5, 4) },
            },
            choices: {
                factors: [{ name: 'group', labels: ['a', 'b'], numbers: null, isRange: false }],
                slots: [
                    {
                        name: 'slot',
                        factors: [0],
                        values: new Float64Array(2).fill(NaN),
                        constants: Int32Array.of(0, 1),
                    },
                ],
            },
        });
        expect(optimum.choice!.chosen).toEqual([{ name: 'group', label: 'a', number: null, share: 0.5 }]);
        expect(optimum.choice!.contenders.map(({ share }) => share)).toEqual([0.5, 0.5]);
    });
});
