import { describe, expect, it } from 'vitest';
import { binary, call, name, negate, num } from '../../src/expression/build.js';
import { formatExpr, formatNumber } from '../../src/expression/print.js';

const [a, b, c, N] = ['a', 'b', 'c', 'N'].map(name);

describe('formatExpr', () => {
    it.each([
        [binary('+', a, binary('/', b, binary('^', N, c))), 'a + b / N^c'],
        [negate(binary('^', N, num(2))), '-N^2'],
        [binary('^', negate(N), num(2)), '(-N)^2'],
        [binary('^', N, negate(a)), 'N^-a'],
        [binary('^', N, num(-0.5)), 'N^-0.5'],
        [binary('^', num(-2), N), '(-2)^N'],
        [binary('^', binary('^', a, b), c), '(a^b)^c'],
        [binary('^', a, binary('^', b, c)), 'a^b^c'],
        [binary('^', a, binary('*', b, c)), 'a^(b * c)'],
        [binary('-', a, binary('-', b, c)), 'a - (b - c)'],
        [binary('-', binary('-', a, b), c), 'a - b - c'],
        [binary('*', binary('+', a, b), c), '(a + b) * c'],
        [binary('/', a, binary('*', b, c)), 'a / (b * c)'],
        [binary('*', a, negate(b)), 'a * -b'],
        [negate(binary('*', a, b)), '-(a * b)'],
        [negate(negate(a)), '--a'],
        [call('max', binary('+', a, b), num(1e21)), 'max(a + b, 1e21)'],
    ])('prints %#: %2$s', (expr, text) => {
        expect(formatExpr(expr)).toBe(text);
    });

    it.each([
        [400, '400'],
        [0.34, '0.34'],
        [1e6, '1e6'],
        [5.984e22, '5.984e22'],
        [1e-3, '0.001'],
        [-2.5e-7, '-2.5e-7'],
        [0, '0'],
        [Math.PI, 'pi'],
        [-Infinity, '-inf'],
    ])('prints the number %d', (value, text) => {
        expect(formatNumber(value)).toBe(text);
    });

    it('cuts what would explode, and does not overflow the stack', () => {
        let doubled = N;
        for (let i = 0; i < 60; i++) doubled = binary('+', doubled, doubled);
        expect(formatExpr(doubled).length).toBeLessThan(300_000);
        let deep = N;
        for (let i = 0; i < 10_000; i++) deep = negate(deep);
        expect(formatExpr(deep)).toHaveLength(10_001);
    });
});
