import { expect, it } from 'vitest';
import { formatExpr } from '../../src/expression/print.js';
import { explicitForm } from '../../src/fit/explicitForm.js';
import { formula } from './support/formula.js';

it.each([
    [
        'of a value in its own terms, keeps the terms at the size of the law',
        'solve(L == a / N + b * L^c for L in 1 .. 100)',
        3,
        'a / N + b * 3^c',
    ],
    ['within the limits', 'solve(L == a * L for L in 1 .. 100)', 300, 'a * 100'],
    ['of a part of a law, at the middle of its range', 'E + solve(x == a / x for x in 1 .. 100)', 3, 'E + a / 10'],
    ['from 0 on, at the mean of the limits', '2 * solve(x == a * x for x in 0 .. 2)', 3, '2 * (a * 1)'],
    ['of another equation, keeps both sides', 'solve(a * x == b for x in 1 .. 4)', 2, 'max(2, a * 2, b)'],
    [
        'within another, whose value it is',
        'solve(x == solve(y == a * y * x for y in 4 .. 9) for x in 1 .. 100)',
        5,
        'a * 5 * 5',
    ],
    ['nothing, keeps the law', 'E + A / N^alpha', 3, 'E + A / N^alpha'],
])('%s', (_, law, size, explicit) => {
    expect(formatExpr(explicitForm(formula(law), size))).toBe(explicit);
});
