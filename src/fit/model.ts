/**
 * A law made ready for fitting: its value, its first and its second derivatives with respect to the free parameters,
 * exact and compiled. Whatever depends on the data alone (log N, 6·N·D …) is computed once per sample, as further
 * columns.
 */
import { num } from '../expression/build.js';
import { compileRows } from '../expression/compile.js';
import type { CompiledRows } from '../expression/compile.js';
import { differentiate } from '../expression/differentiate.js';
import type { Expr } from '../expression/expr.js';
import { simplifyAll } from '../expression/simplify.js';
import { substitute } from '../expression/substitute.js';
import { extractDataFormulas } from './dataFormulas.js';
import { powersAsExponentials } from './positivePowers.js';
import type { FitProblem, ParameterSpec } from './problem.js';

export interface Model {
    /** The law with its pinned parameters in place. */
    readonly law: Expr;
    readonly argumentNames: readonly string[];
    /** The parameters to estimate, in the order of the problem. */
    readonly parameters: readonly ParameterSpec[];
    readonly firstDerivatives: readonly Expr[];
    /** Those that are not zero everywhere; `first` ≥ `second`. */
    readonly secondDerivatives: readonly SecondDerivative[];
    /** How many columns a sample has beside those of the arguments. */
    readonly dataColumnCount: number;
    /** Computes those from the columns of the arguments. */
    readonly dataColumns: CompiledRows;
    /** On the columns of a sample: the value; value and first derivatives; value, first and second derivatives. */
    readonly value: CompiledRows;
    readonly gradient: CompiledRows;
    readonly curvature: CompiledRows;
}

export interface SecondDerivative {
    readonly first: number;
    readonly second: number;
    readonly expr: Expr;
}

export function compileModel(problem: FitProblem): Model {
    const { argumentNames } = problem;
    const parameters = problem.parameters.filter((parameter) => parameter.pinned === undefined);
    const names = parameters.map((parameter) => parameter.name);
    const pins = problem.parameters.flatMap(({ name, pinned }) =>
        pinned === undefined ? [] : [[name, num(pinned)] as const],
    );
    const [law] = simplifyAll([substitute(problem.law, new Map(pins))]);
    const quick = powersAsExponentials(law, argumentNames, problem.columns, problem.target.length);
    const firstDerivatives = simplifyAll(names.map((name) => differentiate(quick, name)));
    const secondDerivatives = nonZeroSecondDerivatives(firstDerivatives, names);

    const formulas = [quick, ...firstDerivatives, ...secondDerivatives.map(({ expr }) => expr)];
    const { dataFormulas, dataNames, rest } = extractDataFormulas(simplifyAll(formulas), argumentNames);
    const columnNames = [...argumentNames, ...dataNames];
    return {
        law,
        argumentNames,
        parameters,
        firstDerivatives,
        secondDerivatives,
        dataColumnCount: dataFormulas.length,
        dataColumns: compileRows(dataFormulas, argumentNames, []),
        value: compileRows(rest.slice(0, 1), columnNames, names),
        gradient: compileRows(rest.slice(0, 1 + names.length), columnNames, names),
        curvature: compileRows(rest, columnNames, names),
    };
}

function nonZeroSecondDerivatives(firstDerivatives: readonly Expr[], names: readonly string[]): SecondDerivative[] {
    const pairs = firstDerivatives.flatMap((derivative, first) =>
        names.slice(0, first + 1).map((name, second) => ({ first, second, expr: differentiate(derivative, name) })),
    );
    const simple = simplifyAll(pairs.map(({ expr }) => expr));
    return pairs
        .map((pair, index) => ({ ...pair, expr: simple[index] }))
        .filter(({ expr }) => !(expr.kind === 'number' && expr.value === 0));
}
