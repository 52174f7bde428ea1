/** How far a question lies outside the rows that a law was fitted to, or outside the runs that its published constants come from. */
import type { LawPlan } from '../lower/plan.js';
import type { Diagnostic, Extrapolation, Range } from '../report.js';
import type { FitOutcome } from './constants.js';
import { formatRatio } from '../../quantity/print.js';
import { computeOf, rolesOf } from '../roles.js';
import { rangeOf } from './ranges.js';

/** What is nearer to the edge than this is as good as inside. */
const OUTSIDE = 1.05;

/** `values` are those of the law's arguments, in its order. Compute comes first, then the arguments, then D/N. */
export function extrapolationOf(outcome: FitOutcome, values: readonly number[]): Extrapolation[] {
    const { plan, problem } = outcome;
    const { size, tokens } = rolesOf(plan.law.arguments);
    const compute =
        size === undefined || tokens === undefined
            ? []
            : [
                  beyond(
                      'compute',
                      problem.columns[size].map((N, row) => computeOf(N, problem.columns[tokens][row])),
                      computeOf(values[size], values[tokens]),
                  ),
              ];
    const ratio =
        size === undefined || tokens === undefined
            ? []
            : [
                  beyond(
                      'D/N',
                      problem.columns[tokens].map((D, row) => D / problem.columns[size][row]),
                      values[tokens] / values[size],
                  ),
              ];
    const each = plan.law.arguments.map((argument, index) =>
        argument.isSchedule ? undefined : beyond(argument.name, problem.columns[index], values[index]),
    );
    return [...compute, ...each, ...ratio].flatMap((found) => found ?? []);
}

/** The same of a law with published constants, as far as the ranges of its preset are known. */
export function extrapolationOfPreset(
    { arguments: args, preset }: LawPlan,
    values: readonly number[],
): Extrapolation[] {
    return args.flatMap(({ name }, index) => {
        const found = preset && beyondRange(name, preset.ranges.get(name) ?? EVERYWHERE, values[index]);
        return found === undefined ? [] : { ...found, preset: preset!.name };
    });
}

const EVERYWHERE = [0, Infinity] as const;

/** What is said where a question stands that published constants were not measured for. */
export function outsidePreset(found: readonly Extrapolation[], range: Range): Diagnostic[] {
    const names = [...new Set(found.flatMap(({ preset }) => preset ?? []))];
    return names.map((name) => {
        const parts = found
            .filter(({ preset }) => preset === name)
            .map(({ quantity, direction, ratio }) => `${quantity} is ${formatRatio(ratio)} ${direction} them`);
        const message = `This goes beyond the runs that the constants of "${name}" come from: ${parts.join(', ')}.`;
        return { code: 'outside-preset', severity: 'information', message, range };
    });
}

/** The farthest for each quantity, where several calls of laws were asked about. */
export function farthest(found: readonly Extrapolation[]): Extrapolation[] {
    const worst = new Map<string, Extrapolation>();
    for (const each of found) {
        const key = `${each.quantity} ${each.preset ?? ''}`;
        const known = worst.get(key);
        if (known === undefined || each.ratio > known.ratio) worst.set(key, each);
    }
    return [...worst.values()];
}

function beyond(quantity: string, fitted: Float64Array, value: number): Extrapolation | undefined {
    const [lowest, highest] = rangeOf(fitted);
    const found = lowest > 0 ? beyondRange(quantity, [lowest, highest], value) : undefined;
    return found && { ...found, preset: null };
}

/** Undefined inside the range, and where ratios mean nothing. */
function beyondRange(
    quantity: string,
    [lowest, highest]: readonly [number, number],
    value: number,
): Omit<Extrapolation, 'preset'> | undefined {
    if (!(value > 0) || !Number.isFinite(value)) return undefined;
    if (value > highest * OUTSIDE) return { quantity, direction: 'above', ratio: value / highest };
    return value * OUTSIDE < lowest ? { quantity, direction: 'below', ratio: lowest / value } : undefined;
}
