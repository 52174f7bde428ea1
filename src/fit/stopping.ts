/** Why a fit ended, or could not begin, in words. */
import type { FitProblem } from './problem.js';
import type { FitResult, StopCode, StopReason } from './result.js';

const MESSAGES: Readonly<Record<StopCode, string>> = {
    converged: 'The optimum was found to the last digits.',
    'step-too-small': 'The search stopped because no smaller step improves the objective.',
    'iteration-limit':
        'The search was still improving when it reached its limit of iterations: the optimum may lie at infinity. Bound or pin a parameter.',
    'time-limit': 'The time allowed for this fit ran out: the best parameters met until then are shown.',
    'too-few-rows': 'There are too few rows to fit the law to.',
    'not-computable':
        'No values of the parameters were found for which the law can be computed on every row: check for logarithms of or divisions by zero, for powers of negative numbers, and the bounds.',
    'nothing-to-fit': 'The law has no free parameters; it is evaluated as it stands.',
};

export function stopReason(code: StopCode, message: string = MESSAGES[code]): StopReason {
    return { code, message };
}

/** What makes a fit impossible before it begins; null if nothing does. */
export function obstacleTo({ parameters, target, columns, objective }: FitProblem): StopReason | null {
    const free = parameters.filter(({ pinned }) => pinned === undefined).length;
    const rows = target.length;
    if (rows === 0) return stopReason('too-few-rows', 'There are no rows to fit the law to.');
    if (rows === 1 && free > 1) {
        return stopReason('too-few-rows', `One row cannot determine ${free} parameters: add runs, or pin parameters.`);
    }
    const unusable = countRows(rows, (i) => [...columns, target].some((column) => !Number.isFinite(column[i])));
    if (unusable > 0)
        return stopReason('not-computable', `${unusable} of ${rows} rows hold a value that is not a number.`);
    const notPositive = objective.ofLog ? countRows(rows, (i) => target[i] <= 0) : 0;
    if (notPositive > 0) {
        return stopReason(
            'not-computable',
            `${notPositive} of ${rows} observed values are not positive and have no logarithm: leave out \`of log\`, or filter the rows.`,
        );
    }
    return null;
}

function countRows(rows: number, holds: (row: number) => boolean): number {
    let count = 0;
    for (let i = 0; i < rows; i++) if (holds(i)) count++;
    return count;
}

/** The result where there is none: pinned values stand, nothing is estimated. */
export function unfitted(problem: FitProblem, stopped: StopReason): FitResult {
    return {
        parameters: problem.parameters.map(({ name, pinned }) => ({
            name,
            estimate: pinned ?? null,
            standardError: null,
            interval: null,
            status: pinned === undefined ? 'unidentified' : 'pinned',
        })),
        objective: null,
        rows: problem.target.length,
        predicted: new Float64Array(0),
        residuals: new Float64Array(0),
        draws: null,
        stopped,
        warnings: [],
        search: { candidates: 0, starts: 0, reachedBest: 0, optima: 0, rivals: [] },
    };
}
