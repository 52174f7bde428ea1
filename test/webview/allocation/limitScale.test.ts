import { describe, expect, it } from 'vitest';
import { LIMIT_STEPS, limitAt, positionOf } from '../../../src/webview/allocation/limitScale.js';
import { planeBudget } from '../fixtures.js';

const limit = planeBudget(1e24).limit!;

describe('limit scale', () => {
    it('reaches both ends and comes back to where it was', () => {
        expect(limitAt(0, limit)).toBe(1e22);
        expect(limitAt(LIMIT_STEPS, limit)).toBe(1e26);
        expect(limitAt(positionOf(1e24, limit), limit)).toBe(1e24);
    });

    it('gives numbers that read well in a spec', () => {
        for (let position = 0; position <= LIMIT_STEPS; position++) {
            expect(limitAt(position, limit).toExponential()).toMatch(/^\d(\.\d)?e\+\d+$/);
        }
    });
});
