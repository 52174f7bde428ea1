import { describe, expect, it } from 'vitest';
import { growths, sweepFree, sweepLimits } from '../../src/study/sweepWords.js';
import type { BudgetReport } from '../../src/study/report.js';
import { studyOf } from './studyOf.js';

type Sweep = NonNullable<BudgetReport['sweep']>;

async function sweepOf(entries: string): Promise<Sweep> {
    const { budgets } = await studyOf(`law surface = chinchilla with "Besiroglu 2024"\nbudget b {\n${entries}\n}`);
    return budgets[0]!.sweep!;
}

describe('what limits the answers along a range', () => {
    it('is said with where it begins to', async () => {
        const sweep = await sweepOf(
            'minimize surface(N, D)\nsubject to 6 * N * D <= C\nsubject to D <= 1T\nfor C in 1e22 .. 1e25 FLOP',
        );
        const first = sweep.points.find(({ binding }) => binding.includes('D <= 1T'))!;
        expect(first.variables[1]!.estimate).toBeCloseTo(1e12, 0);
        expect(sweepLimits(sweep)).toEqual([
            '`6 * N * D <= C` limits throughout',
            expect.stringMatching(/^`D <= 1T` limits from C = 5\.623e23 on$/),
        ]);
        expect(sweepFree(sweep)).toEqual([]);
        expect(growths(sweep)).toEqual([
            expect.stringMatching(/^N grows as C\^0\.51\d at first, as C\^1 at the end$/),
            expect.stringMatching(/^D grows as C\^0\.48\d at first, as C\^0 at the end$/),
        ]);
    });

    it('leaves out what is free, which has no exponent', async () => {
        const sweep = await sweepOf(
            'maximize N\nsubject to surface(N, D) <= 2.3\nsubject to 6 * N * D <= 1e22\nsubject to N <= c\nfor c in 2B .. 1T',
        );
        expect(sweepFree(sweep)).toHaveLength(1);
        expect(sweepFree(sweep)[0]).toMatch(/^other values of D do equally well up to c = /);
        expect(growths(sweep).map((text) => text[0])).toEqual(['N']);
        expect(sweep.points.at(-1)!.undetermined).toEqual([]);
    });

    it('has no exponents over a range that is none', async () => {
        const sweep = await sweepOf(
            'minimize surface(N, D)\nsubject to 6 * N * D <= C\nfor C in 1e22 .. 1.0000001e22 FLOP',
        );
        expect(growths(sweep)).toEqual([]);
    });
});

describe('how answers grow', () => {
    const sweep = (exponent: Partial<Sweep['exponents'][number]>): Sweep => ({
        name: 'C',
        points: [],
        exponents: [{ name: 'N', estimate: 0.5, interval: null, ends: null, ...exponent }],
    });

    it('is one power, two, none, or one with jumps', () => {
        expect(growths(sweep({ interval: [0.48, 0.52] }))).toEqual(['N grows as C^0.500 [0.48, 0.52]']);
        expect(growths(sweep({ ends: [0.5, 1] }))).toEqual(['N grows as C^0.5 at first, as C^1 at the end']);
        expect(growths(sweep({ estimate: 0 }))).toEqual(['N is the same throughout']);
        expect(growths(sweep({ ends: [0.514, 0.5141] }))).toEqual([
            'N grows as C^0.514 at both ends, and jumps between',
        ]);
    });
});
