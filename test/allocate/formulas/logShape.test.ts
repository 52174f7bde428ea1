/** What is said to be convex in the logarithms is, and a proof that constraints cannot be met is one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProvenInfeasible, nearConstraints } from '../../../src/allocate/solver/convexSearch.js';
import { isConvex, logShapeOf, shapeOfInverse } from '../../../src/allocate/formulas/logShape.js';
import { signOfNumber } from '../../../src/allocate/formulas/positivity.js';
import { Question } from '../../../src/allocate/question.js';
import { binary, call, name, num } from '../../../src/expression/build.js';
import { compileScalar } from '../../../src/expression/compile.js';
import type { Expr } from '../../../src/expression/expr.js';
import { compute, constraint, D, free, N, optimumOf, product, question, surface, total } from '../questions.js';

const CONSTANTS = { a: 0.5, b: 3, c: -1.2, z: 0 };

const shapeOf = (expr: Expr) =>
    logShapeOf(expr, new Set(['N', 'D']), (text) => {
        const value = CONSTANTS[text as keyof typeof CONSTANTS];
        return { sign: signOfNumber(value), range: [value, value] };
    });

const leaf = fc.oneof(
    fc.constantFrom(N, D, ...Object.keys(CONSTANTS).map((key) => name(key))),
    // In eighths: a number next to zero has hardly any digits, and its logarithm none.
    fc.integer({ min: -16, max: 32 }).map((eighths) => num(eighths / 8)),
);

const formula: fc.Arbitrary<Expr> = fc.letrec<{ tree: Expr }>((tie) => ({
    tree: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        leaf,
        fc
            .tuple(fc.constantFrom('+', '-', '*', '/', '^'), tie('tree'), tie('tree'))
            .map(([operator, left, right]) => binary(operator as '+', left, right)),
        fc
            .tuple(fc.constantFrom('max', 'min'), tie('tree'), tie('tree'))
            .map(([fn, left, right]) => call(fn as 'max', left, right)),
        tie('tree').map((operand) => call('sqrt', operand)),
    ),
})).tree;

const point = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }));

/** ln f at e^u. */
function inLogs(expr: Expr): (u: readonly [number, number]) => number {
    const evaluate = compileScalar([expr], ['N', 'D', ...Object.keys(CONSTANTS)]);
    const out = new Float64Array(1);
    return (u) => {
        evaluate(Float64Array.of(...u.map(Math.exp), ...Object.values(CONSTANTS)), out);
        return Math.log(out[0]);
    };
}

describe('the shape of a formula', () => {
    it('is never called convex where a chord lies below', () => {
        fc.assert(
            fc.property(formula, point, point, (expr, u, v) => {
                const shape = shapeOf(expr);
                const f = inLogs(expr);
                const middle: [number, number] = [(u[0] + v[0]) / 2, (u[1] + v[1]) / 2];
                const [a, b, between] = [f(u), f(v), f(middle)];
                // Beyond, numbers lose their digits.
                if (shape === 'unknown' || ![a, b, between].every((part) => Math.abs(part) < 600)) return;
                const slack = 1e-9 * (1 + Math.abs(a) + Math.abs(b));
                if (isConvex(shape)) expect(between).toBeLessThanOrEqual((a + b) / 2 + slack);
                if (isConvex(shapeOfInverse(shape))) expect(between).toBeGreaterThanOrEqual((a + b) / 2 - slack);
            }),
            { numRuns: 3000 },
        );
    });

    it('is known of the laws of the field', () => {
        const { program } = new Question(question({ constraints: [constraint(compute, '<=', 1e21)] }));
        expect(program.choice).toMatchObject({ hasConvexObjective: true, hasConvexConstraints: true });
        expect(shapeOf(binary('-', num(1), N))).toBe('unknown');
    });
});

describe('a proof that nothing meets all constraints', () => {
    const limit = fc.record({
        n: fc.integer({ min: -2, max: 2 }),
        d: fc.integer({ min: -2, max: 2 }),
        most: fc.double({ min: -3, max: 3, noNaN: true }),
    });

    /** N^n D^d ≤ e^most: a half-plane in the logarithms. */
    const halfPlane = ({ n, d, most }: { n: number; d: number; most: number }) =>
        constraint(product(binary('^', N, num(n)), binary('^', D, num(d))), '<=', Math.exp(most));

    it('is given exactly where there is no corner that meets them', () => {
        fc.assert(
            fc.property(fc.array(limit, { minLength: 1, maxLength: 5 }), (limits) => {
                const variables = [free('N', Math.exp(-4), Math.exp(4)), free('D', Math.exp(-4), Math.exp(4))];
                const asked = new Question(question({ constraints: limits.map(halfPlane), variables }));
                asked.setConstants(asked.problem.constants.values, undefined);
                const { program } = asked;
                const near = nearConstraints(program, undefined)!;
                const deepest = deepestViolation(limits);
                // Where it is close, rounding decides.
                if (Math.abs(deepest) < 1e-4) return;
                expect(isProvenInfeasible(program, near.u)).toBe(deepest > 0);
            }),
            { numRuns: 300 },
        );
    });

    /** Above 0 where no corner of two lines or sides of the box lies within all of them: then no point does. */
    function deepestViolation(limits: readonly { n: number; d: number; most: number }[]): number {
        const planes = [
            ...limits,
            { n: 1, d: 0, most: 4 },
            { n: -1, d: 0, most: 4 },
            { n: 0, d: 1, most: 4 },
            { n: 0, d: -1, most: 4 },
        ];
        const excess = (x: number, y: number) => Math.max(...planes.map(({ n, d, most }) => n * x + d * y - most));
        const corners = planes.flatMap((p, i) =>
            planes.slice(i + 1).map((q) => {
                const determinant = p.n * q.d - p.d * q.n;
                return [(p.most * q.d - p.d * q.most) / determinant, (p.n * q.most - p.most * q.n) / determinant];
            }),
        );
        const reached = corners.filter((each) => each.every(Number.isFinite)).map(([x, y]) => excess(x, y));
        const least = Math.min(...reached);
        return least <= 1e-9 ? -1 : least;
    }

    it('leaves a question that has an answer its answer', async () => {
        const optimum = await optimumOf({
            objective: total(surface, num(0)),
            constraints: [constraint(compute, '<=', 1e21), constraint(D, '>=', product(num(20), N))],
        });
        expect(optimum.status).toBe('optimal');
        expect(optimum.binding).toEqual([0]);
    });
});
