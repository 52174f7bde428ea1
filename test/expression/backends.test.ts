/** Generated code and the interpreter that stands in for it: the same API, and the same digits to the last bit. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../src/expression/backend.js';
import { add, binary, call, mul, name, num, pow } from '../../src/expression/build.js';
import { compileRows, compileScalar } from '../../src/expression/compile.js';
import { differentiate } from '../../src/expression/differentiate.js';
import type { Expr } from '../../src/expression/expr.js';
import { generated } from '../../src/expression/generate.js';
import { interpreted } from '../../src/expression/interpret.js';
import { NAMES, formulas, points } from './formulas.js';

/** More rows than two blocks of the interpreter. */
const ROWS = 600;

function scalars(exprs: readonly Expr[], point: readonly number[], backend: Backend): number[] {
    const out = new Float64Array(exprs.length);
    compileScalar(exprs, NAMES, backend)(point, out);
    return [...out];
}

/** The formulas along x from `from` on; 7 where nothing was written. */
function rows(exprs: readonly Expr[], point: readonly number[], backend: Backend, from = 0): Float64Array[] {
    const [a, b, x] = point;
    const column = Float64Array.from({ length: ROWS }, (_, i) => x * (i - 20));
    const out = exprs.map(() => new Float64Array(ROWS).fill(7));
    compileRows(exprs, ['x'], ['a', 'b'], backend)([column], [a, b], out, from, ROWS - 1);
    return out;
}

/** Bit by bit, the sign of zero included; quicker than a matcher. */
function expectSame(left: readonly ArrayLike<number>[], right: readonly ArrayLike<number>[]): void {
    left.forEach((values, k) => {
        for (let i = 0; i < values.length; i++) {
            if (!Object.is(values[i], right[k][i])) expect([k, i, values[i]]).toEqual([k, i, right[k][i]]);
        }
    });
}

describe('the interpreter', () => {
    it('agrees with generated code bit for bit, values and derivatives, scalar and over rows', () => {
        fc.assert(
            fc.property(formulas, formulas, points, fc.nat(ROWS), (f, g, point, from) => {
                const derivatives = NAMES.map((variable) => differentiate(f, variable));
                const exprs = [f, g, ...derivatives, differentiate(derivatives[0], 'x')];
                expectSame([scalars(exprs, point, interpreted)], [scalars(exprs, point, generated)]);
                expectSame(rows(exprs, point, interpreted, from), rows(exprs, point, generated, from));
            }),
            { numRuns: 300, seed: 5 },
        );
    });

    it('agrees after the generated code was optimised', () => {
        const power = pow(mul(name('a'), name('x')), name('b'));
        const exprs = [power, call('exp', power), call('log', power), call('tanh', binary('/', name('x'), power))];
        const point = [1.7, -0.31, 0.013];
        for (let warm = 0; warm < 300; warm++) rows(exprs, point, generated);
        expectSame(rows(exprs, point, interpreted), rows(exprs, point, generated));
    });

    it('keeps a column for later although registers are used again', () => {
        const [x, a] = [name('x'), name('a')];
        const early = call('exp', call('sin', add(x, a)));
        const exprs = [mul(early, add(call('cos', early), x)), x, a, num(3)];
        expect(rows(exprs, [2, 3, 0.1], interpreted)).toEqual(rows(exprs, [2, 3, 0.1], generated));
    });

    it('calls functions of any number of operands', () => {
        const operands = [name('a'), name('b'), name('x'), num(2.5)];
        const exprs = [1, 2, 3, 4].map((count) => call('max', ...operands.slice(-count)));
        expect(scalars(exprs, [1, 3, 2], interpreted)).toEqual([2.5, 2.5, 3, 3]);
        expect(rows(exprs, [1, 3, 2], interpreted)).toEqual(rows(exprs, [1, 3, 2], generated));
    });
});

describe('where code must not be generated', () => {
    afterEach(() => vi.unstubAllGlobals());

    it('the interpreter is taken by itself', async () => {
        const forbidden = vi.fn(function () {
            throw new EvalError('Refused to evaluate a string as JavaScript');
        });
        vi.stubGlobal('Function', forbidden);
        vi.resetModules();
        const restricted = await import('../../src/expression/compile.js');
        const out = new Float64Array(1);
        restricted.compileScalar([pow(name('x'), num(3))], ['x'])([2], out);
        expect(out[0]).toBe(8);
        // Tried once, not at each formula.
        expect(forbidden).toHaveBeenCalledTimes(1);
    });
});
