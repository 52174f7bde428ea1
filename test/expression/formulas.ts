import fc from 'fast-check';
import type { Backend } from '../../src/expression/backend.js';
import { binary, call, name, negate, num } from '../../src/expression/build.js';
import { compileScalar } from '../../src/expression/compile.js';
import { solve } from '../../src/expression/equation.js';
import type { BinaryOperator, Expr } from '../../src/expression/expr.js';
import { interpreted } from '../../src/expression/interpret.js';
import { nodesOf } from '../../src/expression/walk.js';
import { FUNCTIONS } from '../../src/expression/functions.js';
import type { FunctionName } from '../../src/expression/functions.js';

export const NAMES = ['a', 'b', 'x'] as const;

const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];

/** Random formulas of all operators and functions over some names and numbers. */
export function formulasOf(names: readonly string[], numbers: readonly number[]): fc.Arbitrary<Expr> {
    return fc.letrec<{ formula: Expr }>((tie) => ({
        formula: fc.oneof(
            { depthSize: 'small', withCrossShrink: true },
            fc.constantFrom(...names).map(name),
            fc.constantFrom(...numbers).map(num),
            tie('formula').map(negate),
            fc
                .tuple(fc.constantFrom<BinaryOperator>('+', '-', '*', '/', '^'), tie('formula'), tie('formula'))
                .map(([operator, left, right]) => binary(operator, left, right)),
            fc
                .constantFrom(...FUNCTION_NAMES)
                .chain((fn) => operandsFor(fn, tie('formula')).map((operands) => call(fn, ...operands))),
            fc
                .tuple(tie('formula'), tie('formula'), fc.constantFrom(...names))
                .map(([left, right, unknown]) => solve(left, right, unknown, [num(0.1), num(10)])),
        ),
    })).formula;
}

function operandsFor(fn: FunctionName, operand: fc.Arbitrary<Expr>): fc.Arbitrary<Expr[]> {
    const [fewest, most] = FUNCTIONS[fn].arity;
    return fc.array(operand, { minLength: fewest, maxLength: Math.max(fewest, Math.min(most, 3)) });
}

/** Random formulas of the names `NAMES`. */
export const formulas = formulasOf(NAMES, [-2, -1, 0, 0.5, 1, 2, 3]);

/** Values for `NAMES`, no two alike: where two kinks meet and cancel there is nothing to compare. */
export const points = fc
    .array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 })
    .filter(([a, b, x]) => Math.min(Math.abs(a - b), Math.abs(b - x), Math.abs(a - x)) > 0.01);

/** By the interpreter, which needs no time to compile, if not by another backend. */
export function evaluate(
    expr: Expr,
    values: readonly number[],
    names: readonly string[] = NAMES,
    backend: Backend = interpreted,
): number {
    return evaluateAll([expr], values, names, backend)[0];
}

function evaluateAll(
    exprs: readonly Expr[],
    values: readonly number[],
    names: readonly string[] = NAMES,
    backend: Backend = interpreted,
): Float64Array {
    const out = new Float64Array(exprs.length);
    compileScalar(exprs, names, backend)(values, out);
    return out;
}

/** Whether every part of the formula is finite and of moderate size there. */
export function isTame(expr: Expr, values: readonly number[]): boolean {
    return evaluateAll(nodesOf([expr]), values).every((value) => Math.abs(value) < 1e4);
}

/** Whether all powers with an exponent that varies have a positive base: others have no derivative nearby. */
export function hasPositiveBases(expr: Expr, values: readonly number[]): boolean {
    const bases = nodesOf([expr]).flatMap((node) =>
        node.kind === 'binary' && node.operator === '^' && node.right.kind !== 'number' ? [node.left] : [],
    );
    return evaluateAll(bases, values).every((base) => base > 0);
}
