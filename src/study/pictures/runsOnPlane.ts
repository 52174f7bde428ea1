/** The runs that a law was fitted to, on a plane of two of its arguments. */
import type { CallPlan } from '../lower/plan.js';
import type { StudyRun } from '../run.js';
import { measuredRows } from '../tables/measuredRows.js';
import type { Plane } from './budgetPictures.js';

const MOST_RUNS = 2000;

/** Every so many of them where there are more than can be told apart; null without a fit. */
export async function runsOnPlane(
    calls: readonly CallPlan[],
    x: string,
    y: string,
    run: StudyRun,
): Promise<Plane['runs']> {
    const measured = await measuredRows(calls, [x, y], run);
    if (measured === null) return null;
    const { sources, lines, columns } = measured;
    const every = Math.max(1, Math.ceil(lines.length / MOST_RUNS));
    const shown = <T>(_: T, index: number): boolean => index % every === 0;
    return {
        sources,
        lines: lines.filter(shown),
        x: [...(columns.get(x) ?? [])].filter(shown),
        y: [...(columns.get(y) ?? [])].filter(shown),
    };
}
