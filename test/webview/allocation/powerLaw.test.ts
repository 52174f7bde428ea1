import { describe, expect, it } from 'vitest';
import { powerLawExponent } from '../../../src/webview/allocation/powerLaw.js';
import { logSpaced } from '../fixtures.js';

const x = logSpaced(1e19, 1e26, 20);

describe('power law', () => {
    it('is found with its exponent, gaps or not', () => {
        const y = x.map((value, index) => (index === 4 ? null : 3 * value ** 0.513));
        expect(powerLawExponent(x, y)).toBeCloseTo(0.513, 12);
    });

    it('is not claimed for what is none', () => {
        expect(
            powerLawExponent(
                x,
                x.map((value) => 1.8 + 1e6 * value ** -0.3),
            ),
        ).toBeUndefined();
        expect(powerLawExponent([1, 2], [1, 2])).toBeUndefined();
        expect(powerLawExponent([], [])).toBeUndefined();
    });
});
