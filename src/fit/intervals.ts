/** The 95 % intervals of the free parameters, of the kind that is asked for. An end is null where the data set no limit. */
import { studentQuantile } from './distributions.js';
import { intervalOf } from './draws.js';
import { profileInterval } from './profile.js';
import type { ProfileTask } from './profile.js';
import type { IntervalKind } from './problem.js';
import { boundsOf, effectNear } from './reach.js';
import type { Interval, OpenInterval, ParameterStatus } from './result.js';

export interface IntervalTask extends Omit<ProfileTask, 'effect'> {
    readonly kind: IntervalKind;
    readonly statuses: readonly ParameterStatus[];
    /** The refits of the bootstrap; null without one. */
    readonly estimates: readonly Float64Array[] | null;
}

/** Null where a parameter has none: undetermined, or not refitted. */
export async function intervalsOf(task: IntervalTask): Promise<(OpenInterval | null)[]> {
    const intervals: (OpenInterval | null)[] = [];
    const judged = { ...task, effect: effectNear(task.criterion, task.sample, task.best) };
    for (const [parameter, status] of task.statuses.entries()) {
        intervals.push(status === 'unidentified' ? null : await intervalOfKind(judged, parameter));
    }
    return intervals;
}

type JudgedTask = IntervalTask & ProfileTask;

async function intervalOfKind(task: JudgedTask, parameter: number): Promise<OpenInterval | null> {
    switch (task.kind) {
        case 'bootstrap':
            return bootstrapInterval(task, parameter);
        case 'profile': {
            const interval = await profileInterval(task, parameter);
            return task.pacer.isOutOfTime ? null : interval;
        }
        case 'standard':
            return standardInterval(task, parameter);
    }
}

/** The share of refits below those by which is judged whether the data set a limit to the others, too. */
const JUDGED = [0.9, 0.915, 0.93, 0.945, 0.96, 0.975];

/** Central 95 % of the refits, or to the bound where some of them are beyond the reach of the data. */
function bootstrapInterval({ estimates, effect, criterion }: JudgedTask, parameter: number): OpenInterval | null {
    const ascending = [...(estimates ?? [])].sort((a, b) => a[parameter] - b[parameter]);
    const interval = intervalOf(Float64Array.from(ascending, (refit) => refit[parameter]));
    const isLimited = (refits: readonly Float64Array[]): boolean =>
        JUDGED.every((share) => effect(refits[Math.ceil(share * (refits.length - 1))], parameter));
    if (interval === null) return null;
    const [lower, upper] = boundsOf(criterion.model.parameters[parameter]);
    return [isLimited([...ascending].reverse()) ? interval[0] : lower, isLimited(ascending) ? interval[1] : upper];
}

/** θ ± t · its standard error, within its bounds. */
function standardInterval({ best, criterion, asymptotics }: IntervalTask, parameter: number): Interval | null {
    const variance = asymptotics.variances[parameter];
    const degrees = asymptotics.degrees[parameter];
    if (variance === null || degrees === null) return null;
    const estimate = best.parameters[parameter];
    const { lower, upper } = criterion.model.parameters[parameter];
    const reach = studentQuantile(0.975, degrees) * Math.sqrt(variance);
    return [Math.max(lower, estimate - reach), Math.min(upper, estimate + reach)];
}
