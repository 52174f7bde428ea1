import { describe, expect, it } from 'vitest';
import type { PlanReport } from '../../src/study/planReport.js';
import { designsTable, outsideWords, planSentences, runsTable, searchedWords } from '../../src/study/planWords.js';

const PLAN: PlanReport = {
    name: 'next',
    range: { start: { line: 3, character: 5 }, end: { line: 3, character: 9 } },
    target: 'flagship.N',
    estimate: 17e9,
    interval: [7e9, 50e9],
    expected: [13.2e9, 23.6e9],
    isBatch: true,
    runs: [
        {
            values: [
                { name: 'N', value: 640e6, unit: 'params' },
                { name: 'D', value: 1.15e9, unit: 'tokens' },
            ],
            cost: 4.43e18,
            interval: [10e9, 32e9],
            extrapolation: [{ quantity: 'compute', direction: 'above', ratio: 1.92, preset: null }],
        },
        {
            values: [
                { name: 'N', value: 80e6, unit: 'params' },
                { name: 'D', value: 1e9, unit: 'tokens' },
            ],
            cost: 4.8e17,
            interval: [13.2e9, 23.6e9],
            extrapolation: [],
        },
    ],
    cost: { spent: 4.91e18, limit: 1e20, unit: { name: 'FLOP', factor: 1 } },
    known: [{ kind: 'isoflop', runs: 2, cost: 4.9e18, interval: [12.5e9, 25.2e9] }],
    resolution: 1.02,
    candidates: 356,
    message: null,
    caution: null,
};

describe('a plan in words', () => {
    it('says what is known, what is expected, and at what cost', () => {
        expect(planSentences(PLAN)).toEqual([
            '`flagship.N` is 17B',
            'its 95 % interval is ×/÷ 2.7 [7B, 50B], and expected to be ±34 % [13.2B, 23.6B] after 2 runs, 4.91e18 of 1e20 FLOP',
        ]);
        const inHours = { spent: 7200, limit: 36_000, unit: { name: 'GPU-hours', factor: 3600 } };
        expect(planSentences({ ...PLAN, cost: inHours })[1]).toMatch(/after 2 runs, 2 of 10 GPU-hours$/);
        const oneByOne = planSentences({ ...PLAN, isBatch: false, cost: null, runs: PLAN.runs.slice(0, 1) });
        expect(oneByOne[1]).toMatch(/after 1 run, one at a time$/);
        expect(planSentences({ ...PLAN, expected: null })).toEqual([]);
    });

    it('says what was looked through', () => {
        expect(searchedWords(PLAN)).toBe('of 356 candidates, values in ranges to within 2 %');
        expect(searchedWords({ ...PLAN, resolution: null })).toBe('of 356 candidates');
    });

    it('lists the runs, with how far they lie outside the data where any does', () => {
        expect(runsTable(PLAN)).toEqual([
            ['run', 'N', 'D', 'cost', 'expected', '95 % interval', 'outside the data'],
            ['1', '640M', '1.15B', '4.43e18', '±79 %', '[10B, 32B]', '1.9× above in compute'],
            ['2', '80M', '1B', '4.8e17', '±34 %', '[13.2B, 23.6B]', ''],
        ]);
        const inside = { ...PLAN, cost: null, runs: PLAN.runs.slice(1) };
        expect(runsTable(inside)[0]).toEqual(['run', 'N', 'D', 'expected', '95 % interval']);
        const outside = (quantity: string, direction: 'above' | 'below', ratio: number) => ({
            ...{ quantity, direction, ratio },
            preset: null,
        });
        expect(
            outsideWords([outside('compute', 'above', 19.2), outside('N', 'above', 5.9), outside('D/N', 'below', 2)]),
        ).toBe('19× above in compute, 5.9× in N, 2× below in D/N');
    });

    it('stands beside other designs', () => {
        expect(designsTable(PLAN)).toEqual([
            ['design', 'runs', 'cost', 'expected', '95 % interval'],
            ['this plan', '2', '4.91e18', '±34 %', '[13.2B, 23.6B]'],
            ['isoflop', '2', '4.9e18', '±42 %', '[12.5B, 25.2B]'],
        ]);
        expect(designsTable({ ...PLAN, known: [] })).toBeUndefined();
    });
});
