/** Formulas that mean something only within the bounds of their variables: a share S in `1 - S`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOfNode, type Range } from '../../../src/allocate/formulas/intervals.js';
import { binary, call, name, num } from '../../../src/expression/build.js';
import { compileScalar } from '../../../src/expression/compile.js';
import type { Expr } from '../../../src/expression/expr.js';
import { fold } from '../../../src/expression/walk.js';
import { constraint, D, free, N, optimumOf, product, total, valuesOf } from '../questions.js';

const S = name('S');
const ACTIVE = name('active');
const rest = binary('-', num(1), S);

/** The law of Abnar et al. (2025, arXiv 2501.12370, table 3), of the share that is active. */
function sparseLoss(active: Expr): Expr {
    const over = (factor: number, ...powers: readonly (readonly [Expr, number])[]): Expr =>
        binary('/', num(factor), product(...powers.map(([base, exponent]) => binary('^', base, num(exponent)))));
    return total(
        over(16612.5, [N, 0.5962]),
        over(5455.67, [D, 0.3954]),
        over(0.4598, [active, -0.1666]),
        over(17.26, [active, 0.1603], [N, 0.1595]),
        num(0.94),
    );
}

describe('a share that must not reach 1', () => {
    it.each([0.5, 0.9, 0.95, 0.97, 0.98, 0.99, 0.999])('is kept below %d, however it is written', async (most) => {
        const spent = (active: Expr): Expr => product(num(6), N, active, D);
        const variables = [free('N'), free('D')];
        const asActive = await optimumOf({
            objective: sparseLoss(ACTIVE),
            constraints: [constraint(spent(ACTIVE), '<=', 1e20)],
            variables: [...variables, free('active', 1 - most, 1)],
        });
        const bound = await optimumOf({
            objective: sparseLoss(rest),
            constraints: [constraint(spent(rest), '<=', 1e20)],
            variables: [...variables, free('S', 0.01, most)],
        });
        const limit = await optimumOf({
            objective: sparseLoss(rest),
            constraints: [constraint(spent(rest), '<=', 1e20), constraint(S, '<=', most)],
            variables: [...variables, free('S')],
        });
        const [size, tokens, active] = valuesOf(asActive);
        for (const other of [bound, limit]) {
            expect(other.objective!.estimate / asActive.objective!.estimate).toBeCloseTo(1, 9);
            const [otherSize, otherTokens, share] = valuesOf(other);
            expect(otherSize / size).toBeCloseTo(1, 5);
            expect(otherTokens / tokens).toBeCloseTo(1, 5);
            expect((1 - share) / active).toBeCloseTo(1, 6);
        }
    });

    it('is found at a corner', async () => {
        const optimum = await optimumOf({
            objective: binary('/', num(1), N),
            constraints: [constraint(product(N, rest), '<=', 10)],
            variables: [free('N'), free('S', 0.01, 0.98)],
        });
        expect(valuesOf(optimum)[0]).toBeCloseTo(500, 6);
        expect(optimum.message).toContain('S ends at its upper bound 0.98');
    });
});

describe('the range of a formula', () => {
    const RANGES: Readonly<Record<string, Range>> = { x: [0.5, 4], y: [-2, 3], z: [-Infinity, Infinity] };
    const leaf = fc.oneof(
        fc.constantFrom('x', 'y', 'z').map(name),
        fc.double({ min: -5, max: 5, noNaN: true }).map(num),
    );
    const formula = fc.letrec<{ tree: Expr }>((tie) => ({
        tree: fc.oneof(
            { maxDepth: 4 },
            leaf,
            fc
                .tuple(
                    fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const, '^' as const),
                    tie('tree'),
                    tie('tree'),
                )
                .map(([operator, left, right]) => binary(operator, left, right)),
            fc
                .tuple(fc.constantFrom('exp' as const, 'log' as const, 'sqrt' as const, 'tanh' as const), tie('tree'))
                .map(([of, operand]) => call(of, operand)),
            fc
                .tuple(fc.constantFrom('min' as const, 'max' as const), tie('tree'), tie('tree'))
                .map(([of, left, right]) => call(of, left, right)),
        ),
    })).tree;

    it('holds its value wherever the names are in theirs', () => {
        const share = fc.double({ min: 0, max: 1, noNaN: true });
        fc.assert(
            fc.property(formula, share, share, fc.double({ min: -1e3, max: 1e3, noNaN: true }), (expr, a, b, z) => {
                const [[lower, upper]] = fold<Range>([expr], (node, operands) =>
                    rangeOfNode(node, operands, (each) => RANGES[each]),
                );
                const value = new Float64Array(1);
                compileScalar([expr], ['x', 'y', 'z'])(Float64Array.of(0.5 + 3.5 * a, -2 + 5 * b, z), value);
                if (!Number.isFinite(value[0])) return;
                const slack = 1e-9 * Math.max(1, Math.abs(value[0]));
                expect(value[0]).toBeGreaterThanOrEqual(lower - slack);
                expect(value[0]).toBeLessThanOrEqual(upper + slack);
            }),
        );
    });
});
