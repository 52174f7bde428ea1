/** What a mixture is compared with: the best that one configuration does alone, and as many samples of each. */
import type { Attempts } from './attempts.js';
import { Coverage, mixtureOf, type Mixture } from './coverage.js';

/** Of one configuration, with the same count in every stratum; undefined where the limit leaves no sample of any. */
export function bestSingle(attempts: Attempts, limit: number): Mixture | undefined {
    const configurations = [...new Set(attempts.arms.map(({ configuration }) => configuration))];
    const singles = configurations.flatMap((configuration) => {
        const isOwn = attempts.arms.map((arm) => arm.configuration === configuration);
        return evenly(attempts, isOwn, limit) ?? [];
    });
    return singles.reduce<Mixture | undefined>(
        (best, each) => (best === undefined || each.solved > best.solved ? each : best),
        undefined,
    );
}

/** Undefined where the limit leaves no sample of each. */
export function uniform(attempts: Attempts, limit: number): Mixture | undefined {
    return evenly(
        attempts,
        attempts.arms.map(() => true),
        limit,
    );
}

/** As many samples of each of these arms as fit into the limit. */
function evenly(attempts: Attempts, isUsed: readonly boolean[], limit: number): Mixture | undefined {
    const coverage = new Coverage(attempts);
    const used = attempts.arms.map((arm, index) => ({ ...arm, index })).filter(({ index }) => isUsed[index]);
    const cost = used.reduce((sum, { index }) => sum + coverage.costs[index], 0);
    const most = Math.min(...used.map((arm) => arm.limit));
    const count = Math.min(most, Math.floor((limit * (1 + 1e-9)) / cost));
    if (!(count > 0)) return undefined;
    coverage.set(isUsed.map((is) => (is ? count : 0)));
    return mixtureOf(coverage);
}
