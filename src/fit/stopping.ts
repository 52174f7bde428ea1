/** Why a fit ended, or could not begin, in words. */
import type { Pacer } from './pacing.js';
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
export async function obstacleTo(problem: FitProblem, pacer: Pacer): Promise<StopReason | null> {
    return tooFewRows(problem) ?? (await unusableRows(problem, pacer));
}

function tooFewRows({ parameters, target }: FitProblem): StopReason | null {
    const free = parameters.filter(({ pinned }) => pinned === undefined).length;
    if (target.length === 0) return stopReason('too-few-rows', 'There are no rows to fit the law to.');
    return target.length === 1 && free > 1
        ? stopReason('too-few-rows', `One row cannot determine ${free} parameters: add runs, or pin parameters.`)
        : null;
}

/** Rows that cannot be used, and what to do about them. */
async function unusableRows(
    { target, columns, objective, weights, errors }: FitProblem,
    pacer: Pacer,
): Promise<StopReason | null> {
    const { ofLog } = objective;
    const complaints: readonly Complaint[] = [
        { columns: [...columns, target], isUsable: Number.isFinite, words: 'rows hold a value that is not a number.' },
        ofLog
            ? {
                  columns: [target],
                  isUsable: (value) => value > 0,
                  words: 'observed values are not positive and have no logarithm: leave out `of log`, or filter the rows.',
              }
            : {
                  columns: [target],
                  isUsable: (value) => Math.abs(value) <= LARGEST,
                  words: 'observed values are beyond 1e150, where sums of squares overflow: measure in a larger unit, or fit `of log`.',
              },
        { columns: weights ? [weights] : [], isUsable: isPositive, words: `weights ${NOT_POSITIVE}` },
        { columns: errors ? [errors] : [], isUsable: isPositive, words: `standard errors ${NOT_POSITIVE}` },
    ];
    for (const complaint of complaints) {
        const unusable = new Set<number>();
        for (const column of complaint.columns) {
            addUnusable(column, complaint.isUsable, unusable);
            const pause = pacer.spend(column.length);
            if (pause !== undefined) await pause;
        }
        if (unusable.size > 0) {
            return stopReason('not-computable', `${unusable.size} of ${target.length} ${complaint.words}`);
        }
    }
    return null;
}

interface Complaint {
    readonly columns: readonly Float64Array[];
    readonly isUsable: (value: number) => boolean;
    readonly words: string;
}

const NOT_POSITIVE = 'are not positive numbers: filter these rows, or correct them.';

function isPositive(value: number): boolean {
    return value > 0 && value < Infinity;
}

function addUnusable(column: Float64Array, isUsable: (value: number) => boolean, rows: Set<number>): void {
    for (let i = 0; i < column.length; i++) if (!isUsable(column[i])) rows.add(i);
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
