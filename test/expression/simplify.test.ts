import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binary, call, name, num } from '../../src/expression/build.js';
import type { Expr } from '../../src/expression/expr.js';
import { formatExpr } from '../../src/expression/print.js';
import { simplify } from '../../src/expression/simplify.js';
import { nodesOf } from '../../src/expression/walk.js';
import { evaluate, formulas, isTame, points } from './formulas.js';

describe('simplify', () => {
    it('keeps the value and never grows', () => {
        fc.assert(
            fc.property(formulas, points, (formula, point) => {
                const simple = simplify(formula);
                expect(nodesOf([simple]).length).toBeLessThanOrEqual(nodesOf([formula]).length + 1);
                const [before, after] = [evaluate(formula, point), evaluate(simple, point)];
                if (jumps(formula) || !isTame(formula, point)) return;
                expect(Math.abs(after - before)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(before)));
            }),
            { numRuns: 4000, seed: 2 },
        );
    });

    it('folds constants and gathers factors', () => {
        const x = name('x');
        expect(formatExpr(simplify(binary('*', binary('*', x, num(2)), num(3))))).toBe('6 * x');
        expect(formatExpr(simplify(binary('+', binary('*', x, num(0)), call('log', call('exp', x)))))).toBe('x');
        expect(formatExpr(simplify(call('sqrt', binary('^', num(3), num(2)))))).toBe('3');
    });
});

/** Whether a part sits where rounding could make it jump. */
function jumps(formula: Expr): boolean {
    const names = ['select', 'floor', 'ceil', 'round', 'sign', 'tan', 'log0'];
    return nodesOf([formula]).some(
        (node) => node.kind === 'solve' || (node.kind === 'call' && names.includes(node.function)),
    );
}
