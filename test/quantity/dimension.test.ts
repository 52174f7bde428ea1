import { describe, expect, it } from 'vitest';
import {
    describeDimension,
    DIMENSIONLESS,
    divide,
    multiply,
    power,
    sameDimension,
} from '../../src/quantity/dimension.js';
import { UNIT_NAMES, UNITS, unitNamed } from '../../src/quantity/units.js';

const dimensionOf = (name: string) => unitNamed(name)!.dimension;

describe('dimensions', () => {
    it('make 6·N·D a compute', () => {
        expect(sameDimension(multiply(dimensionOf('params'), dimensionOf('tokens')), dimensionOf('PFLOP-days'))).toBe(
            true,
        );
    });

    it('make a rate times a time a compute, and a price times a time money', () => {
        expect(sameDimension(multiply(dimensionOf('PFLOP/s'), dimensionOf('days')), dimensionOf('FLOP'))).toBe(true);
        expect(sameDimension(multiply(dimensionOf('TFLOP/s/GPU'), dimensionOf('GPU-hours')), dimensionOf('FLOP'))).toBe(
            true,
        );
        expect(sameDimension(multiply(dimensionOf('USD/GPU-hour'), dimensionOf('GPU-days')), dimensionOf('USD'))).toBe(
            true,
        );
    });

    it('cancel', () => {
        expect(power(power(dimensionOf('FLOP'), 0.5), 2)).toEqual(dimensionOf('FLOP'));
        expect(divide(dimensionOf('FLOP'), dimensionOf('FLOP'))).toEqual(DIMENSIONLESS);
    });

    it('are described in the words of the field', () => {
        expect(
            ['tokens', 'PF-days', 'USD/GPU-hour', 'tokens/param', 'GPU-days'].map((name) =>
                describeDimension(dimensionOf(name)),
            ),
        ).toEqual(['tokens', 'FLOP', 'USD per GPU-hour', 'tokens per parameter', 'GPU-hours']);
        expect(describeDimension(DIMENSIONLESS)).toBe('a plain number');
        expect(describeDimension(power(dimensionOf('tokens'), -0.5))).toBe('1 per token^0.5');
        expect(describeDimension(multiply(dimensionOf('FLOP'), dimensionOf('params')))).toBe('FLOP·params');
    });
});

describe('the list of units', () => {
    it('spells each unit once, with a positive factor', () => {
        expect(new Set(UNIT_NAMES).size).toBe(UNIT_NAMES.length);
        expect(UNITS.every((unit) => unit.factor > 0 && unit.meaning !== '')).toBe(true);
    });
});
