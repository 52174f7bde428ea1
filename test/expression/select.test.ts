/** One of two formulas: the other has no influence, whatever it is. */
import { describe, expect, it } from 'vitest';
import { add, call, div, name, num } from '../../src/expression/build.js';
import { differentiate } from '../../src/expression/differentiate.js';
import { generated } from '../../src/expression/generate.js';
import { interpreted } from '../../src/expression/interpret.js';
import { formatExpr } from '../../src/expression/print.js';
import { simplify } from '../../src/expression/simplify.js';
import { evaluate } from './formulas.js';

const [a, b, x] = [name('a'), name('b'), name('x')];

/** log(x − 1) above 1, where it has a value, else a·x². */
const piecewise = call(
    'select',
    x,
    num(1),
    call('select', x, x, div(a, div(num(1), call('sqrt', x))), b),
    call('log', add(x, num(-1))),
);

describe.each([
    ['generated', generated],
    ['interpreted', interpreted],
])('select, %s', (_, backend) => {
    const at = (expr: Parameters<typeof evaluate>[0], point: readonly number[]): number =>
        evaluate(expr, point, undefined, backend);

    it('takes the first value up to equality, then the second, and neither of what has no value', () => {
        const choice = call('select', a, b, num(1), num(2));
        expect([at(choice, [1, 2, 0]), at(choice, [2, 2, 0]), at(choice, [3, 2, 0])]).toEqual([1, 1, 2]);
        expect(at(choice, [NaN, 2, 0])).toBeNaN();
        expect(at(choice, [2, NaN, 0])).toBeNaN();
    });

    it('has the derivatives of what it takes, where the other has no value at all', () => {
        const first = differentiate(piecewise, 'x');
        const second = differentiate(first, 'x');
        // a·√x at 0.25; log(x − 1) at 3.
        expect([piecewise, first, second].map((each) => at(each, [4, 0, 0.25]))).toEqual([2, 4, -8]);
        expect([first, second].map((each) => at(each, [4, 0, 3]))).toEqual([0.5, -0.25]);
        expect(at(differentiate(piecewise, 'a'), [4, 0, 0.25])).toBe(0.5);
        expect(at(differentiate(piecewise, 'a'), [4, 0, 3])).toBe(0);
    });

    it('has the relative derivatives of what it takes, inside a power', () => {
        const power = call('exp', call('log', call('select', a, b, x, num(0))));
        expect(at(differentiate(power, 'x'), [1, 2, 3])).toBeCloseTo(1, 14);
    });
});

describe('select', () => {
    it('is printed as it is written', () => {
        expect(formatExpr(call('select', a, add(b, num(1)), x, num(0)))).toBe('if(a <= b + 1, x, 0)');
    });

    it('is decided where both sides are numbers, and dropped where both values are one', () => {
        expect(formatExpr(simplify(call('select', num(1), num(2), a, b)))).toBe('a');
        expect(formatExpr(simplify(call('select', num(3), num(2), a, b)))).toBe('b');
        expect(formatExpr(simplify(call('select', a, b, add(x, num(0)), x)))).toBe('x');
    });
});
