import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/quantity/nearest.js';

describe('nearestName', () => {
    it('forgives a missing, wrong, doubled or swapped letter', () => {
        const names = ['loss', 'chinchilla', 'tokens'];
        expect(['los', 'lsos', 'losss', 'chinchila', 'tokans'].map((name) => nearestName(name, names))).toEqual([
            'loss',
            'loss',
            'loss',
            'chinchilla',
            'tokens',
        ]);
    });

    it('takes case for no difference, and prefers the same case', () => {
        expect(nearestName('n', ['N', 'D'])).toBe('N');
        expect(nearestName('Flop', ['FLOP', 'Flap'])).toBe('FLOP');
    });

    it('stays silent when nothing is near', () => {
        expect(nearestName('accuracy', ['loss', 'N'])).toBeUndefined();
        expect(nearestName('x', ['N', 'D'])).toBeUndefined();
    });
});
