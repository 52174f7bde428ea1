/** Rules that sum over many neighbouring steps by a few of them. */
import { describe, expect, it } from 'vitest';
import { fivePointRule, piecesOf, threePointRule, type SumRule } from '../../../src/expression/rates/pieces.js';
import type { Shape, Stage } from '../../../src/expression/rates/stage.js';

function moment(rule: SumRule, order: number): number {
    return rule.nodes.reduce((sum, node, index) => sum + rule.weights[index] * node ** order, 0);
}

/** Of n whole steps around 0. */
function exactMoment(n: number, order: number): number {
    return Array.from({ length: n }, (_, index) => (index - (n - 1) / 2) ** order).reduce((sum, each) => sum + each, 0);
}

describe.each([
    ['five points', fivePointRule, 9],
    ['three points', threePointRule, 5],
])('the sum by %s', (_, ruleOf, degree) => {
    it.each([1, 2, 5, 9, 10, 37, 1000])('over %i steps is exact for the polynomials it promises', (n) => {
        const rule = ruleOf(n);
        expect(rule.nodes.every((node) => Math.abs(node) <= (n - 1) / 2 + 1e-9)).toBe(true);
        for (let order = 0; order <= degree; order++) {
            const size = n * Math.max(1, n / 2) ** order;
            expect(Math.abs(moment(rule, order) - exactMoment(n, order)) / size).toBeLessThan(1e-13);
        }
    });
});

describe('the pieces of a stage', () => {
    const stage = (shape: Shape, from: number, to: number, end: number): Stage => ({
        shape,
        start: 100,
        end,
        from,
        to,
    });
    const LONGEST = Number.MAX_SAFE_INTEGER;

    it.each([
        [stage('linear', 0, 1, 5000), 0, 9000],
        [stage('sqrt', 1, 0, 5000), 300, 4711],
        [stage('exponential', 1, 1e-9, 5000), 0, 5000],
        [stage('cosine', 1, 0, 101), 0, 200],
        [stage('cosine', 1, 0, LONGEST), 0, LONGEST],
        [stage('sqrt', 0, 1, LONGEST), 0, LONGEST],
        [stage('exponential', 5e-324, 1e308, LONGEST), 0, LONGEST],
    ])('cover it once, and are few: %j after %d up to %d', (whole, from, to) => {
        const pieces = piecesOf(whole, from, to);
        expect(pieces[0].start).toBe(Math.max(from, whole.start));
        expect(pieces.at(-1)!.end).toBe(Math.min(to, whole.end));
        pieces.slice(1).forEach((piece, index) => expect(piece.start).toBe(pieces[index].end));
        expect(pieces.length).toBeLessThan(600);
    });
});
