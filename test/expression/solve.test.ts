/** Equations: their solutions, and the derivatives of those by the implicit function theorem. */
import { describe, expect, it } from 'vitest';
import { differentiate } from '../../src/expression/differentiate.js';
import type { Expr } from '../../src/expression/expr.js';
import { generated } from '../../src/expression/generate.js';
import { interpreted } from '../../src/expression/interpret.js';
import { freeNames } from '../../src/expression/names.js';
import { formatExpr } from '../../src/expression/print.js';
import { simplify } from '../../src/expression/simplify.js';
import { substitute } from '../../src/expression/substitute.js';
import { name } from '../../src/expression/build.js';
import { formula } from '../fit/support/formula.js';
import { evaluate } from './formulas.js';

/** Kaplan et al. 2020 with a finite batch: loss after S steps of B tokens, where the critical batch depends on the loss. */
const TRAJECTORY = formula('solve(L == (Nc / N)^aN + (Sc * (1 + Bs / (B * L^(1 / aB))) / S)^aS for L in 0.1 .. 20)');
const CONSTANTS = { Nc: 6.5e13, aN: 0.077, Sc: 2.1e3, aS: 0.76, Bs: 2.1e8, aB: 0.21, N: 1e9, B: 524288 };

function at(expr: Expr, values: Readonly<Record<string, number>>, backend = interpreted): number {
    return evaluate(expr, Object.values(values), Object.keys(values), backend);
}

describe.each([
    ['generated', generated],
    ['interpreted', interpreted],
])('solve, %s', (_, backend) => {
    it('solves the trajectory of Kaplan et al. 2020 (laws.md B1)', () => {
        expect(at(TRAJECTORY, { ...CONSTANTS, S: 1e5 }, backend)).toBeCloseTo(2.546051, 6);
        expect(at(TRAJECTORY, { ...CONSTANTS, S: 1e4 }, backend)).toBeCloseTo(3.048443, 6);
    });

    it('has no value where no solution is in the range', () => {
        const root = formula('solve(x^2 == a for x in 1 .. 3)');
        expect([4, 1, 9].map((a) => at(root, { a }, backend))).toEqual([2, 1, 3]);
        expect([0.9, 9.1, NaN].map((a) => at(root, { a }, backend))).toEqual([NaN, NaN, NaN]);
    });

    it('solves equations within equations', () => {
        // y = √a inside, x·y = b outside, and √√a where the outer unknown is asked for inside.
        expect(
            at(
                formula('solve(x * solve(y^2 == a for y in 0.1 .. 10) == b for x in 0.1 .. 10)'),
                { a: 4, b: 6 },
                backend,
            ),
        ).toBeCloseTo(3, 14);
        const nested = formula('solve(solve(y^2 == a * x for y in 0.1 .. 100) == b for x in 0.1 .. 10)');
        expect(at(nested, { a: 4, b: 4 }, backend)).toBeCloseTo(4, 14);
        expect(at(differentiate(nested, 'b'), { a: 4, b: 4 }, backend)).toBeCloseTo(2, 12);
        expect(at(differentiate(differentiate(nested, 'b'), 'b'), { a: 4, b: 4 }, backend)).toBeCloseTo(0.5, 11);
    });
});

describe('derivatives of a solution', () => {
    const cubeRoot = formula('solve(x^3 == a * b for x in 0.01 .. 100)');
    const point = { a: 2, b: 5 };

    it('are those of the function that it is', () => {
        const explicit = formula('(a * b)^(1 / 3)');
        const pairs = [
            [cubeRoot, explicit],
            [differentiate(cubeRoot, 'a'), differentiate(explicit, 'a')],
            [differentiate(differentiate(cubeRoot, 'a'), 'b'), differentiate(differentiate(explicit, 'a'), 'b')],
            [
                simplify(differentiate(differentiate(cubeRoot, 'a'), 'a')),
                differentiate(differentiate(explicit, 'a'), 'a'),
            ],
        ];
        for (const [solved, known] of pairs) {
            expect(at(solved, point) / at(known, point)).toBeCloseTo(1, 12);
        }
    });

    it('are zero for what the equation does not mention, and small where one solution serves all', () => {
        expect(formatExpr(differentiate(cubeRoot, 'c'))).toBe('0');
        expect(formatExpr(differentiate(formula('solve(x^3 == a for x in 1 .. 9)'), 'a'))).toBe(
            '1 / (3 * solve(x^3 == a for x in 1 .. 9)^2)',
        );
    });
});

describe('an equation', () => {
    it('is closed: substitution reaches what it takes from outside, not its unknown', () => {
        const root = formula('solve(x^2 == a * 3 for x in 1 .. 30)');
        expect(freeNames(root)).toEqual(['a']);
        const replaced = substitute(
            root,
            new Map([
                ['a', name('x')],
                ['x', name('no')],
            ]),
        );
        expect(at(replaced, { x: 12 })).toBe(6);
        expect(formatExpr(replaced)).toBe('solve(x_^2 == x * 3 for x_ in 1 .. 30)');
    });

    it('takes from outside what it can, as large as it is', () => {
        const operands = TRAJECTORY.kind === 'solve' ? TRAJECTORY.operands.map(formatExpr) : [];
        expect(operands.slice(0, 2)).toEqual(['0.1', '20']);
        expect(operands.slice(2).sort()).toEqual(['(Nc / N)^aN', '1 / aB', 'B', 'Bs', 'S', 'Sc', 'aS']);
    });
});
