/** A fit to the minima of three IsoFLOP budgets, of which the last tells none. */
import type { FitView } from '../../src/protocol/fitView.js';
import type { FieldGroupView, ReductionView } from '../../src/protocol/reductionView.js';
import { fitView, loss, logSpaced, TABLE } from './fixtures.js';

const BUDGETS = [
    { compute: 1e19, best: 2.8e8, isUsed: true },
    { compute: 1e21, best: 2.6e9, isUsed: true },
    { compute: 1e22, best: 8e9, isUsed: false },
];
const RUNS = 5;

export function reducedFit(): FitView {
    const used = BUDGETS.filter(({ isUsed }) => isUsed);
    const none = used.map(() => null);
    return {
        ...fitView(),
        id: 'n_opt/chinchilla',
        law: 'n_opt',
        formula: 'k * C^a',
        target: 'N',
        fittedRows: used.length,
        axes: [{ key: 'C', label: 'C', unit: 'FLOP', positive: true, level: null }],
        points: {
            sources: [{ uri: TABLE, firstLine: 0 }],
            // The middle run of each budget has the lowest loss.
            lines: used.map((_, index) => index * RUNS + 3),
            state: used.map(() => 'fitted'),
            reason: none,
            x: { C: used.map(({ compute }) => compute) },
            observed: used.map(({ best }) => best),
            label: used.map(({ compute }) => `${compute} FLOP`),
            total: used.length,
            predicted: used.map(({ best }) => 1.05 * best),
            lower: none,
            upper: none,
            reduced: [0, 1],
            spread: [[2.5e8, 3.2e8], null],
        },
        curves: {
            C: [{ label: '', level: null, x: [1e19, 1e21], y: [2.8e8, 2.6e9], lower: null, upper: null }],
        },
        targets: [],
        holdout: null,
        reduction: reduction(),
    };
}

function reduction(): ReductionView {
    return {
        method: 'isoflop',
        description: 'N* is where a parabola of loss in log N is lowest.',
        rows: BUDGETS.map(({ compute, best, isUsed }, index) => ({
            from: compute,
            to: compute,
            size: isUsed ? best : null,
            sizeInterval: index === 0 ? [2.5e8, 3.2e8] : null,
            tokens: null,
            loss: isUsed ? loss(best, compute / (6 * best)) : null,
            isUsed,
            message: isUsed ? 'The minimum lies among the 5 sizes.' : 'The loss is lowest at the largest size.',
            lines: linesOf(index),
        })),
        unusedRuns: RUNS + 1,
        field: {
            x: { key: 'N', label: 'N', unit: 'params', positive: true },
            y: 'loss',
            level: { key: 'C', label: 'C', unit: 'FLOP', positive: true },
            groups: BUDGETS.map((_, index) => group(index)),
            others: { lines: [99], x: [1e9], y: [3.1], reason: ['where loss < 3'] },
        },
    };
}

function group(index: number): FieldGroupView {
    const { compute, best, isUsed } = BUDGETS[index];
    const sizes = logSpaced(best / 4, best * 4, RUNS);
    const at = (n: number): number => loss(n, compute / (6 * n));
    const message = isUsed ? null : 'The loss is lowest at the largest size.';
    return {
        level: compute,
        isUsed,
        lines: linesOf(index),
        x: sizes,
        y: sizes.map(at),
        reason: sizes.map(() => message),
        curve: { x: sizes, y: sizes.map(at) },
        minimum: isUsed ? { x: best, y: at(best), interval: index === 0 ? [2.5e8, 3.2e8] : null } : null,
    };
}

function linesOf(index: number): number[] {
    return Array.from({ length: RUNS }, (_, run) => index * RUNS + run + 1);
}
