import { freeNames } from '../../../src/expression/names.js';
import { compileRows } from '../../../src/expression/compile.js';
import { fit } from '../../../src/fit/fit.js';
import type { FitProblem, Objective, ParameterSpec } from '../../../src/fit/problem.js';
import type { FitResult } from '../../../src/fit/result.js';
import { createRandom } from '../../../src/fit/random.js';
import { formula } from './formula.js';

export const PATIENT = { pause: (): void => undefined };

export const HUBER_OF_LOG: Objective = { kind: 'huber', delta: 1e-3, ofLog: true };
export const SQUARES: Objective = { kind: 'squares', ofLog: false };
export const CHINCHILLA = 'E + A / N^alpha + B / D^beta';

export type Columns = Readonly<Record<string, Float64Array>>;

export interface Options extends Partial<
    Omit<FitProblem, 'law' | 'argumentNames' | 'parameters' | 'columns' | 'target'>
> {
    readonly specs?: Readonly<Record<string, Partial<ParameterSpec>>>;
}

/** A fit of a law, written as text, to columns; its parameters are the names that are not columns. */
export function problemOf(law: string, columns: Columns, target: Float64Array, options: Options = {}): FitProblem {
    const { objective = HUBER_OF_LOG, solver = 'default', bootstrap = null, specs = {}, ...others } = options;
    const expr = formula(law);
    const names = freeNames(expr).filter((name) => !(name in columns));
    return {
        law: expr,
        argumentNames: Object.keys(columns),
        parameters: names.map((name) => ({ name, lower: -Infinity, upper: Infinity, ...specs[name] })),
        columns: Object.values(columns),
        target,
        objective,
        solver,
        bootstrap,
        ...others,
    };
}

export function fitLaw(law: string, columns: Columns, target: Float64Array, options?: Options): Promise<FitResult> {
    return fit(problemOf(law, columns, target, options), PATIENT);
}

export function estimatesOf(result: FitResult): Record<string, number> {
    return Object.fromEntries(result.parameters.map(({ name, estimate }) => [name, estimate ?? NaN]));
}

export function objectiveOf(result: FitResult): number {
    return result.objective ?? NaN;
}

export function statusesOf(result: FitResult): Record<string, string> {
    return Object.fromEntries(result.parameters.map(({ name, status }) => [name, status]));
}

/** The law's values at given parameters, with seeded noise: relative, or absolute. */
export function simulate(
    law: string,
    columns: Columns,
    parameters: Readonly<Record<string, number>>,
    noise: { readonly relative: number } | { readonly absolute: number } = { relative: 0 },
): Float64Array {
    const rows = Object.values(columns)[0].length;
    const values = new Float64Array(rows);
    compileRows([formula(law)], Object.keys(columns), Object.keys(parameters))(
        Object.values(columns),
        Object.values(parameters),
        [values],
        0,
        rows,
    );
    const random = createRandom(11);
    return values.map((value) => {
        const normal = Array.from({ length: 12 }, () => random.uniform()).reduce((sum, u) => sum + u, -6);
        return 'relative' in noise ? value * Math.exp(noise.relative * normal) : value + noise.absolute * normal;
    });
}

export function geometric(from: number, to: number, count: number): Float64Array {
    return Float64Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));
}

export function arithmetic(from: number, step: number, count: number): Float64Array {
    return Float64Array.from({ length: count }, (_, i) => from + step * i);
}

/** Every combination of some sizes and numbers of tokens. */
export function gridOfRuns(side = 8): { N: Float64Array; D: Float64Array } {
    const [sizes, tokens] = [geometric(1e7, 1e10, side), geometric(1e9, 1e12, side)];
    const index = Array.from({ length: side * side }, (_, i) => i);
    return {
        N: Float64Array.from(index, (i) => sizes[Math.floor(i / side)]),
        D: Float64Array.from(index, (i) => tokens[i % side]),
    };
}
