/** A comparison as the server would send it: the fixture's surface, the same with one constant off, and compute alone. */
import type { ComparedLawView, ComparisonView, ScoreView } from '../../src/protocol/comparisonView.js';
import { logSpaced, loss, optimum, pointsView } from './fixtures.js';

/** Where `full` and `shifted` cross, by construction. */
export const CROSSING = 1e20;

export function comparisonView(): ComparisonView {
    const rows = pointsView();
    const { predicted } = rows;
    const compute = logSpaced(1e18, 1e23, 61);
    const best = compute.map((C) => loss(optimum(C).n, optimum(C).d));
    const tilt = (C: number): number => 1 + 0.01 * Math.log10(C / CROSSING);
    return {
        kind: 'comparison',
        id: 'compare/full,shifted/chinchilla',
        runs: 'chinchilla',
        target: 'loss',
        fittedRows: 96,
        heldOutRows: 12,
        scoring: 'held-out',
        scoredOn: '12 held-out rows',
        measure: 'log',
        rankedBy: 'error',
        axes: [
            { key: 'compute', label: 'compute 6·N·D', unit: 'FLOP', positive: true, level: null },
            { key: 'predicted value', label: 'predicted loss', unit: null, positive: true, level: null },
        ],
        laws: [
            law('full', 1, compute, best, predicted, { value: 0.0051, difference: 0.0008, standardError: 0.0004 }),
            law(
                'shifted',
                0,
                compute,
                best.map((y, index) => y * tilt(compute[index])),
                predicted.map((y, row) => y! * tilt(rows.x.compute[row]!)),
                { value: 0.0043, difference: null, standardError: null },
            ),
            {
                ...law(
                    'compute alone',
                    2,
                    compute,
                    best.map((y) => 1.02 * y),
                    predicted.map((y) => 1.02 * y!),
                    { value: 0.021, difference: 0.0167, standardError: 0.003 },
                ),
                isNullModel: true,
                isBestUse: false,
            },
        ],
        rows,
        crossings: {
            compute: [
                {
                    laws: ['full', 'shifted'],
                    at: CROSSING,
                    value: loss(optimum(CROSSING).n, optimum(CROSSING).d),
                    interval: [2e19, null],
                    lowerBeyond: 'full',
                },
            ],
        },
        notes: ['full and shifted cross at 1e20, full predicts less beyond.'],
    };
}

function law(
    name: string,
    place: number,
    x: readonly number[],
    y: readonly number[],
    predicted: ComparedLawView['predicted'],
    error: Omit<ScoreView, 'reason'>,
): ComparedLawView {
    const score = { ...error, reason: null };
    return {
        name,
        isNullModel: false,
        place,
        formula: 'E + A / N^alpha + B / D^beta',
        parameters: [{ name: 'E', estimate: 1.82, interval: [1.77, 1.87], note: null }],
        freeParameters: 5,
        error: score,
        aicc: {
            value: -1283.4 + 430 * place,
            difference: place === 0 ? null : 430.2,
            standardError: 44.5,
            reason: null,
        },
        bic: { value: null, difference: null, standardError: null, reason: 'too few rows' },
        verdict: place === 0 ? 'best' : 'worse',
        words: place === 0 ? 'Best: the lowest error, 0.43 %.' : 'Worse than shifted.',
        predicted,
        curves: {
            compute: {
                label: name,
                level: null,
                x,
                y,
                lower: y.map((each) => 0.99 * each),
                upper: y.map((each) => 1.01 * each),
            },
        },
        isBestUse: true,
    };
}
