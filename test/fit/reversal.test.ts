import { expect, it } from 'vitest';
import { reversal } from '../../src/fit/reversal.js';

const unbounded = { lower: Float64Array.of(-Infinity, -Infinity), upper: Float64Array.of(Infinity, Infinity) };
const estimate = { parameters: Float64Array.of(8, 0.5), coordinates: [1, 0] as const };

it('lies on the other side of the estimate, by a factor for what multiplies', () => {
    const reversed = reversal(estimate, Float64Array.of(6, 0.4), unbounded);
    expect([...reversed(Float64Array.of(12, 0.45))]).toEqual([4, expect.closeTo(0.45, 12)]);
    expect([...reversed(Float64Array.of(6, 0.4))]).toEqual([8, 0.5]);
});

it('keeps the sign of a scale, and bounds', () => {
    const negative = { ...estimate, parameters: Float64Array.of(-8, 0.5), coordinates: [-1, 0] as const };
    const bounds = { lower: Float64Array.of(-10, 0.45), upper: Float64Array.of(0, 1) };
    const reversed = reversal(negative, Float64Array.of(-6, 0.4), bounds);
    expect([...reversed(Float64Array.of(-12, 0.5))]).toEqual([-4, 0.45]);
    expect([...reversed(Float64Array.of(-3, 0.3))]).toEqual([-10, expect.closeTo(0.6, 12)]);
});
