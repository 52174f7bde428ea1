/** What a mixture is compared with: the best that one configuration does alone, and as many samples of each. */
import type { Pacer } from '../../fit/pacing.js';
import { mixtureOf, type Coverage, type Mixture } from './coverage.js';

/** Of one configuration, with the same count in every stratum; undefined where the limit leaves no sample of any. */
export async function bestSingle(coverage: Coverage, limit: number, pacer: Pacer): Promise<Mixture | undefined> {
    const { arms } = coverage.attempts;
    let best: Mixture | undefined;
    for (const configuration of new Set(arms.map((arm) => arm.configuration))) {
        const isOwn = arms.map((arm) => arm.configuration === configuration);
        const single = evenly(coverage, isOwn, limit);
        if (single !== undefined && (best === undefined || single.solved > best.solved)) best = single;
        await pacer.spend(coverage.missed.length + arms.length);
    }
    return best;
}

/** Undefined where the limit leaves no sample of each. */
export function uniform(coverage: Coverage, limit: number): Mixture | undefined {
    return evenly(
        coverage,
        coverage.attempts.arms.map(() => true),
        limit,
    );
}

/** As many samples of each of these arms as fit into the limit. */
function evenly(coverage: Coverage, isUsed: readonly boolean[], limit: number): Mixture | undefined {
    const used = coverage.attempts.arms.map((arm, index) => ({ ...arm, index })).filter(({ index }) => isUsed[index]);
    const cost = used.reduce((sum, { index }) => sum + coverage.costs[index], 0);
    const most = Math.min(...used.map((arm) => arm.limit));
    const count = Math.min(most, Math.floor((limit * (1 + 1e-9)) / cost));
    if (!(count > 0)) return undefined;
    coverage.set(isUsed.map((is) => (is ? count : 0)));
    return mixtureOf(coverage);
}
