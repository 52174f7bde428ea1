import { describe, expect, it } from 'vitest';
import {
    bareEstimateIn,
    estimateIn,
    headingIn,
    intervalIn,
    isCount,
    quantityIn,
    usualUnit,
} from '../../src/quantity/shownUnit.js';
import { unitNamed } from '../../src/quantity/units.js';

const DAYS = { name: 'days', factor: 86400 };
const dimensionOf = (name: string) => unitNamed(name)!.dimension;

describe('a value in base terms', () => {
    it('is shown in its unit, with the digits that are known', () => {
        expect(quantityIn(DAYS, 2_592_000)).toBe('30 days');
        expect(estimateIn(DAYS, { estimate: 2_592_000, interval: [2_400_000, 2_800_000] })).toBe('30.0 days');
        expect(bareEstimateIn(DAYS, { estimate: 2_592_000, interval: null })).toBe('30');
        expect(intervalIn(DAYS, [2_400_000, 2_800_000])).toBe('[27.8, 32.4]');
        expect(headingIn(DAYS, 't')).toBe('t (days)');
    });

    it('is a bare number without a unit', () => {
        expect(quantityIn(undefined, 7e10)).toBe('70B');
        expect(estimateIn(undefined, { estimate: null, interval: null })).toBe('–');
        expect(headingIn(undefined, 'N')).toBe('N');
    });
});

describe('usualUnit', () => {
    it.each([
        ['GPU-days', 'GPU-hours', 3600],
        ['USD/GPU-day', 'USD per GPU-hour', 1 / 3600],
        ['FLOP/s/GPU', 'FLOP per GPU-hour', 1 / 3600],
        ['days', 'seconds', 1],
        ['GB', 'bytes', 1],
    ])('of %s is %s', (unit, name, factor) => {
        expect(usualUnit(dimensionOf(unit))).toEqual({ name, factor });
    });
});

describe('isCount', () => {
    it('tells what is read without a unit', () => {
        const counts = ['params', 'tokens', 'PFLOP-days', 'samples', 'bits', 'tokens/param'];
        expect(counts.map((name) => isCount(dimensionOf(name)))).toEqual(counts.map(() => true));
        const others = ['days', 'GPUs', 'GPU-hours', 'USD', 'GB', 'tokens/s', 'bytes/param'];
        expect(others.map((name) => isCount(dimensionOf(name)))).toEqual(others.map(() => false));
    });
});
