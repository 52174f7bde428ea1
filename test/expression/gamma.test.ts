import { describe, expect, it } from 'vitest';
import { lgamma, polygamma } from '../../src/expression/gamma.js';

// SciPy 1.17: scipy.special.gammaln, polygamma.
describe('lgamma', () => {
    it.each([
        [1e-3, 6.907178885383853],
        [0.5, 0.5723649429247],
        [1.5, -0.12078223763524526],
        [3.7, 1.428072326665388],
        [10, 12.801827480081469],
        [123.456, 469.6055471299295],
        [1e4, 82099.71749644238],
        [1e8, 1742068066.1038349],
    ])('at %f', (x, expected) => expect(lgamma(x) / expected).toBeCloseTo(1, 13));

    it('is 0 at 1 and 2, and nothing below 0', () => {
        expect(lgamma(1)).toBeCloseTo(0, 13);
        expect(lgamma(2)).toBeCloseTo(0, 13);
        expect([lgamma(0), lgamma(-0.5), lgamma(NaN)]).toEqual([NaN, NaN, NaN]);
        expect(lgamma(Infinity)).toBe(Infinity);
    });
});

describe('polygamma', () => {
    it.each([
        [0, 1e-3, -1000.5755719318103],
        [0, 0.5, -1.9635100260214235],
        [0, 1, -0.5772156649015329],
        [0, 3.7, 1.1671535393615113],
        [0, 1e4, 9.21029037114285],
        [1, 0.5, 4.93480220054468],
        [1, 1, 1.6449340668482266],
        [1, 25.5, 0.03999466964956292],
        [2, 1, -2.404113806319188],
        [2, 0.2, -251.4780361144359],
        [3, 2.5, 0.2239058488172521],
        [5, 7.25, 0.0016673575192282554],
    ])('%i at %f', (n, x, expected) => expect(polygamma(n, x) / expected).toBeCloseTo(1, 13));

    it('has no value between whole orders, nor below 0', () => {
        const nowhere = [polygamma(0.5, 1), polygamma(-1, 1), polygamma(0, 0), polygamma(1, -2), polygamma(1e15, 2)];
        expect(nowhere).toEqual(nowhere.map(() => NaN));
    });
});
