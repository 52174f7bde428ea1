/** A mixture and a plan as the server would send them. */
import type { MixtureView } from '../../src/protocol/mixtureView.js';
import type { PlanView } from '../../src/protocol/planView.js';
import { TABLE } from './fixtures.js';

/** Two configurations of which one solves at once what the other solves late. */
export function mixtureView(): MixtureView {
    return {
        strata: null,
        compared: [
            ['', 'solved', 'mean cost', 'mixture ahead'],
            ['mixture', '0.61 [0.53, 0.68]', '9.8 [9.5, 10.1]', ''],
            ['best single: 5 of small', '0.49', '5', '0.12 [0.08, 0.16]'],
            ['uniform', 'does not fit', '', ''],
        ],
        sentences: ['Intervals over 128 problems drawn anew, this mixture scored again.'],
        coverage: {
            aim: 'solved',
            limit: 10,
            bound: 0.62,
            cost: { estimate: 9.8, lower: 9.5, upper: 10.1 },
            solved: { estimate: 0.61, lower: 0.53, upper: 0.68 },
            rivals: [{ name: 'best single', label: '5 of small', cost: 5, solved: 0.49 }],
            heldOut: 0.58,
            alone: [
                { label: 'small', counts: [1, 2, 5], cost: [1, 2, 5], solved: [0.2, 0.34, 0.49] },
                { label: 'large', counts: [1, 3, 9], cost: [8, 24, 72], solved: [0.4, 0.5, 0.6] },
            ],
        },
    };
}

/** Three runs, the last two nearly in one place, beside two that are done. */
export function planView(): PlanView {
    return {
        name: 'together',
        line: 40,
        target: 'next.N',
        limits: ['6 * N * D <= 4e19 FLOP'],
        total: '6 * N * D <= 1e20 FLOP',
        isPlanned: true,
        message: '`next.N` is 17B.',
        messages: [],
        searched: 'Of 356 candidates.',
        runs: [
            ['run', 'N', 'D', 'expected', '95 % interval', 'outside the data'],
            ['1', '640M', '1.15B', '±76 %', '[10B, 32B]', '4× above in N'],
            ['2', '80M', '20B', '±44 %', '[12.4B, 25.5B]', ''],
            ['3', '80M', '20.1B', '±36 %', '[13.0B, 24.1B]', ''],
        ],
        designs: null,
        narrowing: {
            estimate: 17e9,
            steps: [
                { lower: 7e9, upper: 50e9, cost: 0 },
                { lower: 10e9, upper: 32e9, cost: 4e18 },
                { lower: 12.4e9, upper: 25.5e9, cost: 1.4e19 },
                { lower: 13e9, upper: 24.1e9, cost: 2.4e19 },
            ],
            designs: [{ name: 'rays', runs: 3, cost: 2.3e19, lower: 7.2e9, upper: 47e9 }],
        },
        plane: {
            xName: 'N',
            yName: 'D',
            xUnit: 'params',
            yUnit: 'tokens',
            planned: { x: [640e6, 80e6, 80e6], y: [1.15e9, 20e9, 20.1e9] },
            runs: { sources: [{ uri: TABLE, firstLine: 0 }], x: [20e6, 160e6], y: [3e8, 2.4e9], lines: [1, 2] },
            limits: [{ text: '6 * N * D <= 4e19 FLOP', x: [1e8, 1e9], y: [6.7e10, 6.7e9] }],
        },
    };
}
