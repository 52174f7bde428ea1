import { describe, expect, it } from 'vitest';
import type { CutView, FitView } from '../../../src/protocol/fitView.js';
import { panelDataset } from '../../../src/webview/chart/config.js';
import { atCut } from '../../../src/webview/curves/atCut.js';
import { rollingChart } from '../../../src/webview/curves/rollingChart.js';
import { rollingCsv } from '../../../src/webview/curves/rollingCsv.js';
import { fitView } from '../fixtures.js';
import { testTheme } from '../theme/themes.js';

const theme = testTheme();
const size = { width: 480, height: 220 };

function cutOf(cut: number, error: number | null, bias: number | null): CutView {
    return {
        cut,
        reach: 3e21,
        rowsBelow: 40,
        rowsAbove: 56,
        meanRelativeError: error,
        meanLogError: error,
        bias,
        parameters: [{ name: 'E', estimate: 1.8 }],
        trouble: null,
    };
}

const plain = fitView();
const rolling = {
    along: 'compute',
    unit: 'FLOP',
    values: plain.points.x.compute,
    cuts: [cutOf(1e20, 0.02, -0.015), cutOf(3e20, null, null), cutOf(1e21, 0.008, 0.002)],
    message: null,
};
const fit: FitView = { ...plain, rolling };

describe('the chart of a rolling hold-out', () => {
    const lines = (chosen: number | null) => rollingChart(rolling, chosen, size, theme).data.datasets.map(panelDataset);

    it('draws error and bias in percent, without cuts that have none', () => {
        const [error, bias] = lines(null);
        expect(error.data.map(({ x, y, row }) => [x, y, row])).toEqual([
            [1e20, 2, 0],
            [1e21, 0.8, 2],
        ]);
        expect(bias.data.map(({ y }) => y)).toEqual([-1.5, 0.2]);
        expect([error.label, bias.label]).toEqual(['error', 'bias']);
        expect(String(error.borderDash)).not.toBe(String(bias.borderDash));
    });

    it('always shows zero', () => {
        const { min, max } = rollingChart({ ...rolling, cuts: [cutOf(1e20, 0.02, 0.015)] }, null, size, theme).options!
            .scales!.y!;
        expect(Number(min)).toBeLessThanOrEqual(0);
        expect(Number(max)).toBeGreaterThan(2);
    });

    it('rings the chosen cut', () => {
        expect(lines(2).filter(({ role }) => role === 'selection')).toHaveLength(2);
    });

    it('is saved as CSV, one row for each cut', () => {
        const [header, first] = rollingCsv(rolling).split('\r\n');
        expect(header).toBe('compute,rows_below,reach,rows_above,relative_error,log_error,bias,E');
        expect(first).toBe('100000000000000000000,40,3e+21,56,0.02,0.02,-0.015,1.8');
    });
});

describe('a chosen cut', () => {
    it('shows the rows beyond it as foretold, and leaves alone what is no row of the fit', () => {
        const { state, x } = atCut(fit, 1e20).points;
        plain.points.state.forEach((known, row) => {
            expect(state[row]).toBe(known === 'fitted' && x.compute[row]! > 1e20 ? 'held-out' : known);
        });
        expect(state.filter((each) => each === 'fitted').length).toBeGreaterThan(0);
        expect(state).toContain('excluded');
    });
});
