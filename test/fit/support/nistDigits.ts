/** How many digits of NIST's certified values a fit has. */
import type { FitResult } from '../../../src/fit/result.js';
import type { NistProblem } from './nist.js';

/** Certified values have no more digits than these. */
const CERTIFIED_DIGITS = 11;

/** Terms of the same form, by the first letters of the problem: any order of them is the same law, and so is either sign. */
const INTERCHANGEABLE: readonly (readonly [RegExp, readonly (readonly string[])[]])[] = [
    [/^Gauss/, terms('b3 b4 b5', 'b6 b7 b8')],
    [/^Lanczos/, terms('b1 b2', 'b3 b4', 'b5 b6')],
    [/^MGH17/, terms('b2 b4', 'b3 b5')],
    [/^ENSO/, terms('b4 b5 b6', 'b7 b8 b9')],
];

function terms(...names: readonly string[]): string[][] {
    return names.map((term) => term.split(' '));
}

/** The fewest correct digits of any parameter, and of any standard deviation; 0 where there is no value. */
export interface CorrectDigits {
    readonly parameters: number;
    readonly deviations: number;
}

export function correctDigits(problem: NistProblem, { parameters }: FitResult): CorrectDigits {
    const found = inOrder(
        problem.name,
        parameters.map(({ name, estimate, standardError }) => [
            name,
            { estimate: estimate ?? NaN, deviation: standardError ?? NaN },
        ]),
    );
    const certified = inOrder(
        problem.name,
        problem.parameters.map((one) => [one.name, { estimate: one.certified, deviation: one.deviation }]),
    );
    const fewest = (of: (value: Value) => number): number =>
        Math.min(...[...certified].map(([name, value]) => digitsOf(of(found.get(name)!), of(value))));
    return { parameters: fewest(({ estimate }) => estimate), deviations: fewest(({ deviation }) => deviation) };
}

interface Value {
    readonly estimate: number;
    readonly deviation: number;
}

/** Without signs and with terms of the same form sorted, where the law has such terms. */
function inOrder(problem: string, values: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
    const terms = INTERCHANGEABLE.find(([pattern]) => pattern.test(problem))?.[1];
    if (terms === undefined) return new Map(values);
    const ordered = new Map(
        values.map(([name, { estimate, deviation }]) => [name, { estimate: Math.abs(estimate), deviation }]),
    );
    const blocks = terms
        .map((names) => names.map((name) => ordered.get(name)!))
        .sort(([a], [b]) => a.estimate - b.estimate);
    terms.forEach((names, term) => names.forEach((name, k) => ordered.set(name, blocks[term][k])));
    return ordered;
}

/** −log₁₀ of the relative error. */
function digitsOf(found: number, certified: number): number {
    const error = Math.abs(found - certified) / Math.abs(certified);
    return Number.isFinite(error) ? Math.max(0, Math.min(CERTIFIED_DIGITS, -Math.log10(error))) : 0;
}
