/** How far a question lies outside the rows that a law was fitted to. */
import type { Extrapolation } from '../report.js';
import type { FitOutcome } from './constants.js';
import { rangeOf } from './ranges.js';
import { computeOf, rolesOf } from '../roles.js';

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
        beyond(argument.name, problem.columns[index], values[index]),
    );
    return [...compute, ...each, ...ratio].flatMap((found) => found ?? []);
}

/** The farthest for each quantity, where several calls of laws were asked about. */
export function farthest(found: readonly Extrapolation[]): Extrapolation[] {
    const worst = new Map<string, Extrapolation>();
    for (const each of found) {
        const known = worst.get(each.quantity);
        if (known === undefined || each.ratio > known.ratio) worst.set(each.quantity, each);
    }
    return [...worst.values()];
}

/** Undefined inside the range, and where ratios mean nothing. */
function beyond(quantity: string, fitted: Float64Array, value: number): Extrapolation | undefined {
    const [lowest, highest] = rangeOf(fitted);
    if (!(lowest > 0) || !(value > 0) || !Number.isFinite(value)) return undefined;
    if (value > highest * OUTSIDE) return { quantity, direction: 'above', ratio: value / highest };
    return value * OUTSIDE < lowest ? { quantity, direction: 'below', ratio: lowest / value } : undefined;
}
