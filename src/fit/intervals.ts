/** The 95 % intervals of the free parameters, of the kind that is asked for. */
import { studentQuantile } from './distributions.js';
import { profileInterval } from './profile.js';
import type { ProfileTask } from './profile.js';
import type { IntervalKind } from './problem.js';
import { central95 } from './quantiles.js';
import type { Interval, ParameterStatus } from './result.js';

export interface IntervalTask extends ProfileTask {
    readonly kind: IntervalKind;
    readonly statuses: readonly ParameterStatus[];
    /** The refits of the bootstrap; null without one. */
    readonly estimates: readonly Float64Array[] | null;
}

/** Null where a parameter has none: undetermined, without limit, or not refitted. */
export async function intervalsOf(task: IntervalTask): Promise<(Interval | null)[]> {
    const intervals: (Interval | null)[] = [];
    for (const [parameter, status] of task.statuses.entries()) {
        intervals.push(status === 'unidentified' ? null : await intervalOf(task, parameter));
    }
    return intervals;
}

async function intervalOf(task: IntervalTask, parameter: number): Promise<Interval | null> {
    switch (task.kind) {
        case 'bootstrap': {
            const draws = Float64Array.from(task.estimates ?? [], (estimate) => estimate[parameter]);
            return draws.length > 0 ? central95(draws) : null;
        }
        case 'profile': {
            const interval = await profileInterval(task, parameter);
            return task.pacer.isOutOfTime ? null : interval;
        }
        case 'standard':
            return standardInterval(task, parameter);
    }
}

/** θ ± t · its standard error, within its bounds. */
function standardInterval({ best, criterion, asymptotics }: IntervalTask, parameter: number): Interval | null {
    const variance = asymptotics.variances[parameter];
    if (variance === null) return null;
    const estimate = best.parameters[parameter];
    const { lower, upper } = criterion.model.parameters[parameter];
    const reach = studentQuantile(0.975, asymptotics.degrees) * Math.sqrt(variance);
    return [Math.max(lower, estimate - reach), Math.min(upper, estimate + reach)];
}
