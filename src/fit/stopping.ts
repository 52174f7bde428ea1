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
        'No values of the parameters were found for which the law can be computed on every row: check for logarithms of or divisions by zero, for powers of negative numbers, for numbers beyond 1e150, and the bounds.',
    'nothing-to-fit': 'The law has no free parameters; it is evaluated as it stands.',
};

export function stopReason(code: StopCode, message: string = MESSAGES[code]): StopReason {
    return { code, message };
}

/** Of observed values that are not fitted by their logarithm. */
const LARGEST = 1e150;

/** What makes a fit impossible before it begins; null if nothing does. */
export function obstacleTo(problem: FitProblem): StopReason | null {
    return tooFewRows(problem) ?? unusableRows(problem);
}

function tooFewRows({ parameters, target }: FitProblem): StopReason | null {
    const free = parameters.filter(({ pinned }) => pinned === undefined).length;
    if (target.length === 0) return stopReason('too-few-rows', 'There are no rows to fit the law to.');
    return target.length === 1 && free > 1
        ? stopReason('too-few-rows', `One row cannot determine ${free} parameters: add runs, or pin parameters.`)
        : null;
}

/** Rows that cannot be used, and what to do about them. */
function unusableRows({ target, columns, objective, weights, errors }: FitProblem): StopReason | null {
    const { ofLog } = objective;
    const complaints: readonly (readonly [isUnusable: (row: number) => boolean, words: string])[] = [
        [
            (i) => [...columns, target].some((column) => !Number.isFinite(column[i])),
            'rows hold a value that is not a number.',
        ],
        [
            (i) => ofLog && target[i] <= 0,
            'observed values are not positive and have no logarithm: leave out `of log`, or filter the rows.',
        ],
        [
            (i) => !ofLog && Math.abs(target[i]) > LARGEST,
            'observed values are beyond 1e150, where sums of squares overflow: measure in a larger unit, or fit `of log`.',
        ],
        [(i) => weights !== undefined && !isPositive(weights[i]), `weights ${NOT_POSITIVE}`],
        [(i) => errors !== undefined && !isPositive(errors[i]), `standard errors ${NOT_POSITIVE}`],
    ];
    const rows = target.length;
    for (const [isUnusable, words] of complaints) {
        const count = countRows(rows, isUnusable);
        if (count > 0) return stopReason('not-computable', `${count} of ${rows} ${words}`);
    }
    return null;
}

const NOT_POSITIVE = 'are not positive numbers: filter these rows, or correct them.';

function isPositive(value: number): boolean {
    return value > 0 && value < Infinity;
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
        noise: new Float64Array(0),
        draws: null,
        stopped,
        warnings: [],
        search: { candidates: 0, starts: 0, reachedBest: 0, optima: 0, rivals: [] },
    };
}
