/** Which other options are hardly worse: against trying all of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binary, call, name, num } from '../../../src/expression/build.js';
import { compute, constraint, numberChoices, optimumOf, product, surface, total } from '../questions.js';

function rangeTo(last: number): number[] {
    return Array.from({ length: last }, (_, index) => index + 1);
}

const [j, k] = [name('j'), name('k')];

describe('options that are hardly worse', () => {
    it('are those of all combinations within 0.2 % of the best', async () => {
        const weight = fc.double({ min: 0.05, max: 3, noNaN: true });
        const limits = fc.integer({ min: 2, max: 40 });
        await fc.assert(
            fc.asyncProperty(weight, weight, limits, async (a, b, limit) => {
                const goal = (x: number, y: number): number => 2 + a / x + b / y + 0.01 * Math.sin(x + 2 * y);
                const wave = product(num(0.01), call('sin', total(j, product(num(2), k))));
                const { regret } = await optimumOf({
                    objective: total(num(2), binary('/', num(a), j), binary('/', num(b), k), wave),
                    constraints: [constraint(total(j, k), '<=', limit)],
                    variables: [],
                    choices: numberChoices({ j: rangeTo(20), k: rangeTo(20) }, true),
                });
                const all = rangeTo(20).flatMap((x) => rangeTo(20).map((y) => [x, y] as const));
                const allowed = all.filter(([x, y]) => x + y <= limit);
                const level = 1.002 * Math.min(...allowed.map(([x, y]) => goal(x, y)));
                const within = allowed.filter(([x, y]) => goal(x, y) <= level);
                regret!.options.forEach(({ stretches }, factor) => {
                    const said = stretches.flatMap(({ lower, upper }) =>
                        rangeTo(20).filter((each) => Number(lower.label) <= each && each <= Number(upper.label)),
                    );
                    expect(said.sort((x, y) => x - y)).toEqual(
                        [...new Set(within.map((each) => each[factor]))].sort((x, y) => x - y),
                    );
                });
            }),
        );
    });

    it('end where others cost more, where the range does, or the constraints', async () => {
        const { regret } = await optimumOf({
            objective: total(num(100), call('abs', binary('-', k, num(4)))),
            constraints: [constraint(k, '>=', 4)],
            variables: [],
            choices: numberChoices({ k: rangeTo(9) }, true),
        });
        expect(regret!.options).toEqual([
            {
                name: 'k',
                stretches: [{ lower: { label: '4', reason: 'constraint' }, upper: { label: '4', reason: 'cost' } }],
            },
        ]);
        const flat = await optimumOf({
            objective: total(num(1000), k),
            variables: [],
            choices: numberChoices({ k: rangeTo(9) }, true),
        });
        const [{ stretches }] = flat.regret!.options;
        expect(stretches).toEqual([{ lower: { label: '1', reason: 'bound' }, upper: { label: '3', reason: 'cost' } }]);
    });

    it('of a list stand each for itself, the answer first, beside stretches of free variables', async () => {
        const { regret, choice } = await optimumOf({
            objective: total(surface, product(num(0.001), call('abs', binary('-', k, num(3))))),
            constraints: [constraint(compute, '<=', 1e22)],
            choices: numberChoices({ k: [1, 3, 4, 100] }),
        });
        expect(choice!.chosen[0].label).toBe('3');
        expect(regret!.options[0].stretches.map(({ lower, upper }) => [lower.label, upper.label])).toEqual([
            ['3', '3'],
            ['1', '1'],
            ['4', '4'],
        ]);
        expect(regret!.ranges.map((range) => range.name)).toEqual(['N', 'D']);
    });
});
