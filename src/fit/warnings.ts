/** What is suspicious about a fit, in sentences that say what to do. */
import { freeNames } from '../expression/names.js';
import { nodesOf } from '../expression/walk.js';
import type { Expr } from '../expression/expr.js';
import type { Refits } from './bootstrap.js';
import type { FitProblem } from './problem.js';
import type { FitWarning, ParameterEstimate, StopReason } from './result.js';

export interface FitFacts {
    readonly problem: FitProblem;
    readonly parameters: readonly ParameterEstimate[];
    readonly stopped: StopReason;
    readonly configurations: number;
    /** Null where nothing was refitted. */
    readonly refits: Refits | null;
    /** Whether there are more rows than parameters, so that the residuals tell how large the noise is. */
    readonly hasNoise: boolean;
    /** Whether the time that the caller allows has run out. */
    readonly isOutOfTime: boolean;
    /** Arguments that move together in all runs. */
    readonly argumentsTogether: readonly string[];
    /** Residuals in units of the standard errors. */
    readonly scaledResiduals: Float64Array;
}

export function warningsOf(facts: FitFacts): FitWarning[] {
    return [
        ...atBound(facts),
        ...exponentsIncludingZero(facts),
        ...tooFewConfigurations(facts),
        ...notIdentified(facts),
        ...notConverged(facts),
        ...noRowsToSpare(facts),
        ...errorsBesideResiduals(facts),
        ...withoutLimit(facts),
        ...refitsWithoutOptimum(facts),
        ...cutShort(facts),
    ];
}

function atBound({ parameters }: FitFacts): FitWarning[] {
    return parameters.flatMap(({ name, estimate, status }) => {
        if (status !== 'at-lower-bound' && status !== 'at-upper-bound') return [];
        const side = status === 'at-lower-bound' ? 'lower' : 'upper';
        const message = `${name} ends at its ${side} bound ${estimate}: widen the bound, or pin ${name} if it is known.`;
        return [{ code: 'parameter-at-bound' as const, message, parameters: [name] }];
    });
}

function exponentsIncludingZero({ problem: { law }, parameters }: FitFacts): FitWarning[] {
    const exponents = namesInExponents(law);
    return parameters.flatMap(({ name, interval }) => {
        if (interval === null || !exponents.has(name)) return [];
        const [lower, upper] = interval;
        if ((lower ?? -Infinity) > 0 || (upper ?? Infinity) < 0) return [];
        const message = `The interval of the exponent ${name} includes 0: the data do not show that its term matters. Drop the term, or add runs that vary it more.`;
        return [{ code: 'exponent-includes-zero' as const, message, parameters: [name] }];
    });
}

function namesInExponents(law: Expr): Set<string> {
    const exponents = nodesOf([law]).flatMap((node) =>
        node.kind === 'binary' && node.operator === '^' ? [node.right] : [],
    );
    return new Set(exponents.flatMap(freeNames));
}

function tooFewConfigurations({ parameters, configurations }: FitFacts): FitWarning[] {
    const free = parameters.filter(({ status }) => status !== 'pinned').map(({ name }) => name);
    if (configurations >= free.length) return [];
    const message = `${free.length} parameters are fitted to ${configurations} distinct configuration${configurations === 1 ? '' : 's'}: add runs, or pin parameters.`;
    return [{ code: 'fewer-configurations-than-parameters', message, parameters: free }];
}

function notIdentified({ parameters, argumentsTogether }: FitFacts): FitWarning[] {
    const names = parameters.filter(({ status }) => status === 'unidentified').map(({ name }) => name);
    if (names.length === 0) return [];
    if (argumentsTogether.length > 0) {
        const together = listed(argumentsTogether);
        const message = `${together} move together in these runs, so their effects cannot be told apart: ${listed(names)} are not determined. Add runs that vary them independently, pin parameters, or use a law in fewer variables.`;
        return [{ code: 'parameter-not-identified', message, parameters: names }];
    }
    const message =
        names.length === 1
            ? `The data do not determine ${names[0]}: pin it, or use a law without it.`
            : `The data do not determine ${listed(names)} separately: pin one of them, vary the runs more, or use a law in fewer variables.`;
    return [{ code: 'parameter-not-identified', message, parameters: names }];
}

function notConverged({ stopped }: FitFacts): FitWarning[] {
    if (stopped.code !== 'iteration-limit') return [];
    return [{ code: 'not-converged', message: stopped.message, parameters: [] }];
}

function noRowsToSpare({ hasNoise, problem, parameters }: FitFacts): FitWarning[] {
    const free = parameters.filter(({ status }) => status !== 'pinned').map(({ name }) => name);
    if (hasNoise || free.length === 0) return [];
    const rows = problem.target.length;
    if (rows > free.length) {
        const message =
            'All rows belong to one run: nothing tells how runs differ, so there are no intervals. Add runs.';
        return [{ code: 'no-rows-to-spare', message, parameters: free }];
    }
    const message = `${free.length} parameter${free.length === 1 ? '' : 's'} fitted to ${rows} row${rows === 1 ? '' : 's'} leave${free.length === 1 ? 's' : ''} none to tell the noise from: there are no intervals. Add runs, or pin parameters.`;
    return [{ code: 'no-rows-to-spare', message, parameters: free }];
}

/** How many times as large as the given errors residuals may be, or the other way round. */
const TOLERATED = 2;
/** Rows beside the parameters from which on the size of residuals tells. */
const ENOUGH_TO_TELL = 5;

function errorsBesideResiduals({ problem, parameters, scaledResiduals }: FitFacts): FitWarning[] {
    const free = parameters.filter(({ status }) => status !== 'pinned').map(({ name }) => name);
    const degrees = scaledResiduals.length - free.length;
    if (problem.errors === undefined || degrees < ENOUGH_TO_TELL) return [];
    const ratio = Math.sqrt(scaledResiduals.reduce((sum, r) => sum + r * r, 0) / degrees);
    if (ratio === 0 || (ratio <= TOLERATED && ratio >= 1 / TOLERATED)) return [];
    const message =
        ratio > 1
            ? `Residuals are ${ratio.toPrecision(2)} times as large as the standard errors that are given: the law misses something, or the errors do. Intervals go by the residuals.`
            : `Residuals are only ${ratio.toPrecision(2)} times as large as the standard errors that are given: the errors are too large, or the rows are not independent. Intervals go by the residuals.`;
    return [{ code: 'errors-beside-residuals', message, parameters: free }];
}

const SIDES = [
    { side: 'lower', values: 'smaller' },
    { side: 'upper', values: 'larger' },
] as const;

function withoutLimit({ parameters }: FitFacts): FitWarning[] {
    return parameters.flatMap(({ name, interval }) => {
        const open = SIDES.filter((_, end) => interval?.[end] === null);
        if (open.length === 0) return [];
        const side = open.map((each) => each.side).join(' and no ');
        const values = open.map((each) => each.values).join(' and ');
        const message = `The data set no ${side} limit to ${name}: ${values} values fit as well. Bound or pin ${name}, or add runs.`;
        return [{ code: 'interval-without-limit' as const, message, parameters: [name] }];
    });
}

function refitsWithoutOptimum({ refits, problem }: FitFacts): FitWarning[] {
    const replicates = problem.bootstrap?.replicates ?? 0;
    return failedRefits(refits?.failed ?? 0, replicates, {
        what: 'found no optimum',
        remedy: 'Add runs, or bound or pin parameters.',
    });
}

/** The share of failed refits above which intervals are not to be trusted. */
const TOLERATED_FAILURES = 0.05;

/** @param failure what the failed refits did, and what to do about it. */
export function failedRefits(
    failed: number,
    replicates: number,
    { what, remedy }: { readonly what: string; readonly remedy: string },
): FitWarning[] {
    if (failed <= TOLERATED_FAILURES * replicates) return [];
    const message = `${failed} of ${replicates} bootstrap refits ${what}: the intervals are uncertain themselves. ${remedy}`;
    return [{ code: 'bootstrap-refits-failed', message, parameters: [] }];
}

function cutShort({ isOutOfTime, refits, problem }: FitFacts): FitWarning[] {
    if (!isOutOfTime) return [];
    const replicates = problem.bootstrap?.replicates ?? 0;
    const warn = (message: string): FitWarning => ({ code: 'uncertainty-cut-short', message, parameters: [] });
    const refitted =
        refits === null || refits.tried === replicates
            ? []
            : [
                  `The time allowed for this fit ran out after ${refits.tried} of ${replicates} bootstrap refits: what is uncertain rests on these.`,
              ];
    const profiled =
        problem.intervals === 'profile'
            ? ['The time allowed for this fit ran out before all profiles were followed to their limits.']
            : [];
    return [...refitted, ...profiled].map(warn);
}

function listed(names: readonly string[]): string {
    return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
