/** Against SciPy 1.17: scipy.stats.norm, chi2, t and f. */
import { describe, expect, it } from 'vitest';
import {
    chiSquareQuantile,
    fQuantile,
    normalCdf,
    normalQuantile,
    studentQuantile,
} from '../../src/fit/distributions.js';

const agree = (value: number, expected: number): void => expect(value / expected).toBeCloseTo(1, 11);

describe('quantiles', () => {
    it.each([
        [0.975, 1.959963984540054],
        [0.025, -1.959963984540054],
        [0.6, 0.2533471031357997],
        [0.9999, 3.719016485455709],
    ])('of the normal distribution: %f', (p, expected) => agree(normalQuantile(p), expected));

    it.each([
        [0.95, 1, 3.841458820694124],
        [0.975, 7, 16.012764274629326],
        [0.025, 10, 3.2469727802368413],
        [0.5, 240, 239.3336635537732],
    ])('of χ²: %f with %f degrees of freedom', (p, degrees, expected) =>
        agree(chiSquareQuantile(p, degrees), expected),
    );

    it.each([
        [0.975, 1, 12.706204736174694],
        [0.975, 7, 2.364624251592784],
        [0.025, 3, -3.1824463052837086],
        [0.995, 235, 2.5969117000095836],
        [0.9, 2.5, 1.7302509288071766],
        [0.6, 1000, 0.25341451583949876],
        [0.975, Infinity, 1.959963984540054],
    ])('of t: %f with %f degrees of freedom', (p, degrees, expected) => agree(studentQuantile(p, degrees), expected));

    it.each([
        [0.95, 1, 7, 5.591447851220735],
        [0.95, 3, 20, 3.098391212140781],
        [0.5, 10, 1, 2.041912620422289],
        [0.025, 5, 235, 0.165481461138105],
    ])('of F: %f with %f and %f degrees of freedom', (p, above, below, expected) =>
        agree(fQuantile(p, above, below), expected),
    );

    it('are 0 in the middle of symmetric distributions', () => {
        expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
        expect(studentQuantile(0.5, 4)).toBeCloseTo(0, 15);
    });
});

it.each([
    [-3, 0.0013498980316300933],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [1.96, 0.9750021048517795],
    [6, 0.9999999990134123],
])('the normal distribution at %f', (z, expected) => agree(normalCdf(z), expected));
