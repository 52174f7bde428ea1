import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, binary, call, div, mul, name, num, pow } from '../../src/expression/build.js';
import { differentiate } from '../../src/expression/differentiate.js';
import type { Expr } from '../../src/expression/expr.js';
import { formatExpr } from '../../src/expression/print.js';
import { simplify, simplifyAll } from '../../src/expression/simplify.js';
import { nodesOf } from '../../src/expression/walk.js';
import { NAMES, evaluate, formulas, hasPositiveBases, isTame, points } from './formulas.js';

/** Central difference by Richardson extrapolation; the doubt is large near kinks and poles. */
function centralDifference(f: (x: number) => number, x: number): { value: number; doubt: number } {
    const slope = (h: number): number => (f(x + h) - f(x - h)) / (2 * h);
    const [wide, narrow] = [slope(2e-4), slope(1e-4)];
    const value = (4 * narrow - wide) / 3;
    const kink = Math.abs(f(x + 1e-4) - 2 * f(x) + f(x - 1e-4));
    return { value, doubt: Math.abs(value - narrow) + kink };
}

/** Whether the two could be compared; fails where they differ. */
function expectDerivative(of: Expr, derivative: Expr, variable: number, point: readonly number[]): boolean {
    if (!isTame(of, point) || !hasPositiveBases(of, point)) return false;
    const along = (x: number): number => evaluate(of, Object.assign([...point], { [variable]: x }));
    const numeric = centralDifference(along, point[variable]);
    const scale = Math.abs(along(point[variable])) + Math.abs(numeric.value);
    if (!(numeric.doubt <= 1e-6 * scale)) return false;
    const exact = evaluate(derivative, point);
    expect(Math.abs(exact - numeric.value)).toBeLessThanOrEqual(1e-5 * (1 + scale));
    return true;
}

const variables = fc.constantFrom(0, 1, 2);

describe('differentiate', () => {
    it('agrees with central differences on random formulas', () => {
        let compared = 0;
        fc.assert(
            fc.property(formulas, points, variables, (formula, point, which) => {
                if (expectDerivative(formula, differentiate(formula, NAMES[which]), which, point)) compared++;
            }),
            { numRuns: 4500, seed: 1 },
        );
        expect(compared).toBeGreaterThan(2000);
    });

    it('twice, too, and simplified as fits use it', () => {
        let compared = 0;
        fc.assert(
            fc.property(formulas, points, variables, variables, (formula, point, one, other) => {
                const first = simplify(differentiate(formula, NAMES[one]));
                if (!isTame(formula, point) || !hasPositiveBases(formula, point)) return;
                const second = simplify(differentiate(first, NAMES[other]));
                if (expectDerivative(first, second, other, point)) compared++;
            }),
            { numRuns: 4000, seed: 6 },
        );
        expect(compared).toBeGreaterThan(1500);
    });

    it('does not depend on the order of two variables', () => {
        let compared = 0;
        fc.assert(
            fc.property(formulas, points, (formula, point) => {
                const [ab, ba] = [
                    differentiate(differentiate(formula, 'a'), 'b'),
                    differentiate(differentiate(formula, 'b'), 'a'),
                ];
                if (!isTame(ab, point) || !isTame(ba, point)) return;
                compared++;
                const [left, right] = [evaluate(ab, point), evaluate(ba, point)];
                expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(left)));
            }),
            { numRuns: 2000, seed: 7 },
        );
        expect(compared).toBeGreaterThan(1000);
    });

    it('shares the slope of a maximum among operands that are equal', () => {
        const [a, b] = [name('a'), name('b')];
        const slopes = [call('max', a, a, a), call('min', a, a), call('max', b, a, b), call('min', a, b, a)];
        expect(slopes.map((slope) => evaluate(differentiate(slope, 'a'), [1, 2, 0]))).toEqual([1, 1, 0, 1]);
        expect(evaluate(differentiate(call('max', a, b), 'a'), [1, 1, 0])).toBe(0.5);
    });

    it('stays small and readable', () => {
        const term = div(name('A'), pow(name('N'), name('alpha')));
        expect(formatExpr(differentiate(term, 'A'))).toBe('1 / N^alpha');
        expect(formatExpr(differentiate(term, 'alpha'))).toBe('-(A / N^alpha * log0(N))');
        expect(formatExpr(differentiate(call('log', div(name('N'), name('C0'))), 'C0'))).toBe('-(1 / C0)');
    });

    it('is finite where the data is 0 and its power has a limit', () => {
        const power = mul(name('a'), pow(div(name('x'), name('b')), name('c')));
        const at = (variable: string): number =>
            evaluate(differentiate(power, variable), [2, 3, 0, 0.5], ['a', 'b', 'x', 'c']);
        expect([at('a'), at('b'), at('c')].map(Math.abs)).toEqual([0, 0, 0]);
    });

    it('shares: the derivative of a deep formula is linear in its size', () => {
        let formula = name('x');
        for (let i = 0; i < 10_000; i++) formula = call('sin', add(binary('*', formula, formula), num(1)));
        expect(nodesOf([differentiate(formula, 'x')]).length).toBeLessThan(200_000);
    });

    it('shares powers and logarithms between value, first and second derivatives', () => {
        // A broken law: two powers of one base, and a tied exponent.
        const ratio = div(name('C'), name('C0'));
        const terms = [mul(name('k'), pow(ratio, name('a'))), mul(name('m'), pow(ratio, name('b')))];
        const law = add(add(name('E'), terms[0]), add(terms[1], div(name('F'), pow(name('C'), name('a')))));
        const parameters = ['E', 'k', 'C0', 'a', 'm', 'b', 'F'];
        const first = simplifyAll(parameters.map((parameter) => differentiate(law, parameter)));
        const second = first.flatMap((derivative) => parameters.map((p) => differentiate(derivative, p)));
        const all = nodesOf(simplifyAll([law, ...first, ...second]));
        const printed = (kind: (node: Expr) => boolean): string[] => all.filter(kind).map(formatExpr);
        expect(printed((node) => node.kind === 'binary' && node.operator === '^')).toEqual([
            '(C / C0)^a',
            '(C / C0)^b',
            'C^a',
        ]);
        expect(printed((node) => node.kind === 'call')).toEqual(['log0(C / C0)', 'log0(C)']);
    });
});
