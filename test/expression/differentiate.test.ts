import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, binary, call, div, mul, name, num, pow } from '../../src/expression/build.js';
import { differentiate } from '../../src/expression/differentiate.js';
import { formatExpr } from '../../src/expression/print.js';
import { nodesOf } from '../../src/expression/walk.js';
import { NAMES, evaluate, formulas, isTame, points } from './formulas.js';

/** Central difference by Richardson extrapolation; the doubt is large near kinks and poles. */
function centralDifference(f: (x: number) => number, x: number): { value: number; doubt: number } {
    const slope = (h: number): number => (f(x + h) - f(x - h)) / (2 * h);
    const [wide, narrow] = [slope(2e-4), slope(1e-4)];
    const value = (4 * narrow - wide) / 3;
    const kink = Math.abs(f(x + 1e-4) - 2 * f(x) + f(x - 1e-4));
    return { value, doubt: Math.abs(value - narrow) + kink };
}

describe('differentiate', () => {
    it('agrees with central differences on random formulas', () => {
        let compared = 0;
        fc.assert(
            fc.property(formulas, points, fc.constantFrom(0, 1, 2), (formula, point, which) => {
                const along = (x: number): number => evaluate(formula, Object.assign([...point], { [which]: x }));
                const numeric = centralDifference(along, point[which]);
                const scale = Math.abs(along(point[which])) + Math.abs(numeric.value);
                const smooth = numeric.doubt <= 1e-6 * scale;
                if (!smooth || !isTame(formula, point)) return;
                compared++;
                const exact = evaluate(differentiate(formula, NAMES[which]), point);
                expect(Math.abs(exact - numeric.value)).toBeLessThanOrEqual(1e-5 * (1 + scale));
            }),
            { numRuns: 4000, seed: 1 },
        );
        expect(compared).toBeGreaterThan(2000);
    });

    it('stays small and readable', () => {
        const term = div(name('A'), pow(name('N'), name('alpha')));
        expect(formatExpr(differentiate(term, 'A'))).toBe('1 / N^alpha');
        expect(formatExpr(differentiate(term, 'alpha'))).toBe('-(A / N^alpha * log0(N))');
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
});
