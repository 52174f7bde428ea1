/** Newton's method from a similar answer: it ends where the search from everywhere does, or says that it does not know. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Pacer } from '../../../src/fit/pacing.js';
import { Question } from '../../../src/allocate/question.js';
import { solve } from '../../../src/allocate/solver/optimum.js';
import { WarmNewton } from '../../../src/allocate/solver/warmNewton.js';
import {
    compute,
    constantsOf,
    constraint,
    D,
    free,
    HOFFMANN,
    N,
    product,
    question,
    type Surface,
} from '../questions.js';
import { num } from '../../../src/expression/build.js';

const pacer = () => new Pacer({ pause: () => undefined }, 1);
const factor = (spread: number) => fc.double({ min: 1 - spread, max: 1 + spread, noNaN: true });

const drawn: fc.Arbitrary<Surface> = fc
    .record({ E: factor(0.1), A: factor(0.5), B: factor(0.5), alpha: factor(0.2), beta: factor(0.2) })
    .map((factors) => ({
        E: HOFFMANN.E * factors.E,
        A: HOFFMANN.A * factors.A,
        B: HOFFMANN.B * factors.B,
        alpha: HOFFMANN.alpha * factors.alpha,
        beta: HOFFMANN.beta * factors.beta,
    }));

it.each([
    ['one limit', [constraint(compute, '<=', 1e23)], [free('N'), free('D')]],
    [
        'a ratio that may bind',
        [constraint(compute, '<=', 1e23), constraint(D, '<=', product(num(30), N))],
        [free('N'), free('D')],
    ],
    ['a bound that may bind', [constraint(compute, '<=', 1e23)], [free('N', 1e9, 2e10), free('D')]],
])('%s', async (_, constraints, variables) => {
    let answered = 0;
    let asked = 0;
    await fc.assert(
        fc.asyncProperty(drawn, drawn, async (first, second) => {
            const each = new Question(question({ constraints, variables }));
            each.setConstants(constantsOf(first).values, undefined);
            const start = await solve(each.program, pacer());
            if (start.kind !== 'optimal') throw new Error(start.kind);
            const warm = new WarmNewton(each.program, start.u, start.active);
            each.setConstants(constantsOf(second).values, undefined);
            const there = await solve(each.program, pacer());
            if (there.kind !== 'optimal') throw new Error(there.kind);
            asked++;
            if (!warm.solve()) return;
            answered++;
            warm.u.forEach((part, j) => expect(part).toBeCloseTo(there.u[j], 8));
        }),
        { numRuns: 200 },
    );
    // Where the bound binds for one law and not for the other, it rightly does not answer.
    expect(answered / asked).toBeGreaterThan(0.2);
});
