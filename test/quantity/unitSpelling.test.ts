import { describe, expect, it } from 'vitest';
import { compoundUnitName, nearestUnitName } from '../../src/quantity/unitSpelling.js';

describe('nearestUnitName', () => {
    it.each([
        ['TFLOPS', 'TFLOP/s'],
        ['TFLOPS/GPU', 'TFLOP/s/GPU'],
        ['PFLOPS-days', 'PFLOP/s-days'],
        ['FLOPS', 'FLOPs'],
        ['petaFLOP-days', 'PFLOP-days'],
        ['exaflops', 'EFLOPs'],
        ['Gigabytes', 'GB'],
        ['PFLOP-dys', 'PFLOP-days'],
        ['loss', undefined],
    ])('takes %s for %s', (written, meant) => {
        expect(nearestUnitName(written)).toBe(meant);
    });
});

describe('compoundUnitName', () => {
    it.each([
        ['PFLOPs', '-', 'days', 'PFLOPs-days'],
        ['PFLOP/s', '*', 'days', 'PFLOP/s-days'],
        ['GPUs', '-', 'hours', 'GPU-hours'],
        ['USD', '/', 'tokens', 'USD/token'],
        ['tokens', '/', 'second', 'tokens/s'],
        ['tokens', '-', 'GPUs', undefined],
    ])('joins %s %s %s', (left, sign, right, compound) => {
        expect(compoundUnitName(left, sign, right)).toBe(compound);
    });
});
