import { describe, expect, it } from 'vitest';
import { effectiveVariance } from '../../src/experiment/noise.js';
import { normalQuantile } from '../../src/fit/distributions.js';
import type { ObjectiveKind } from '../../src/fit/problem.js';

/** Normal noise of deviation 0.01, at evenly spaced quantiles. */
const NORMAL = Float64Array.from({ length: 4000 }, (_, k) => 0.01 * normalQuantile((k + 0.5) / 4000));

const relative = (kind: ObjectiveKind, noise = NORMAL) => effectiveVariance(noise, { ...kind, ofLog: true }) / 1e-4;

describe('the noise that a run has for a fit', () => {
    it('is the variance for squares', () => {
        expect(relative({ kind: 'squares' })).toBeCloseTo(1, 2);
    });

    it('is π/2 times that for absolute residuals of normal noise, and near it for a small δ', () => {
        expect(relative({ kind: 'lad' }) / (Math.PI / 2)).toBeCloseTo(1, 1);
        expect(relative({ kind: 'huber', delta: 1e-3 }) / (Math.PI / 2)).toBeCloseTo(1, 1);
    });

    it('is 1.0526 times the variance for δ = 1.345 deviations: 95 % efficiency (Huber 1981, section 4.5)', () => {
        expect(relative({ kind: 'huber', delta: 0.01345 })).toBeCloseTo(1 / 0.95, 2);
    });

    it('hardly counts wild values where the loss does not', () => {
        const wild = NORMAL.map((value, k) => (k % 50 === 0 ? 100 * value : value));
        expect(relative({ kind: 'huber', delta: 1e-3 }, wild)).toBeLessThan(2);
        expect(relative({ kind: 'squares' }, wild)).toBeGreaterThan(50);
    });

    it('is unknown without rows to spare', () => {
        expect(effectiveVariance(new Float64Array(0), { kind: 'squares', ofLog: true })).toBeNaN();
    });
});
