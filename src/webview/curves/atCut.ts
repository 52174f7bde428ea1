import type { FitView } from '../../protocol/fitView.js';

/** The fit with its rows as a cut divides them: those beyond it foretold, not fitted. */
export function atCut(fit: FitView, cut: number): FitView {
    const values = fit.rolling?.values ?? [];
    const state = fit.points.state.map((known, row) => {
        const value = values[row];
        return known === 'fitted' && value !== null && value > cut ? 'held-out' : known;
    });
    return { ...fit, points: { ...fit.points, state } };
}
