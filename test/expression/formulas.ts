import fc from 'fast-check';
import { binary, call, name, negate, num } from '../../src/expression/build.js';
import { compileScalar } from '../../src/expression/compile.js';
import type { BinaryOperator, Expr } from '../../src/expression/expr.js';
import { nodesOf } from '../../src/expression/walk.js';
import { FUNCTIONS } from '../../src/expression/functions.js';
import type { FunctionName } from '../../src/expression/functions.js';

export const NAMES = ['a', 'b', 'x'] as const;

const UNARY_NAMES = (Object.keys(FUNCTIONS) as FunctionName[]).filter((key) => FUNCTIONS[key].arity[1] === 1);

/** Random formulas of the names `NAMES`. */
export const formulas: fc.Arbitrary<Expr> = fc.letrec<{ formula: Expr }>((tie) => ({
    formula: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(...NAMES).map(name),
        fc.constantFrom(-2, -1, 0, 0.5, 1, 2, 3).map(num),
        tie('formula').map(negate),
        fc
            .tuple(fc.constantFrom<BinaryOperator>('+', '-', '*', '/', '^'), tie('formula'), tie('formula'))
            .map(([operator, left, right]) => binary(operator, left, right)),
        fc.tuple(fc.constantFrom(...UNARY_NAMES), tie('formula')).map(([fn, operand]) => call(fn, operand)),
        fc.tuple(tie('formula'), tie('formula')).map(([left, right]) => call('max', left, right)),
        fc.tuple(tie('formula'), tie('formula')).map(([left, right]) => call('min', left, right)),
    ),
})).formula;

/** Values for `NAMES`, no two alike: where two kinks meet and cancel there is nothing to compare. */
export const points = fc
    .array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 })
    .filter(([a, b, x]) => Math.min(Math.abs(a - b), Math.abs(b - x), Math.abs(a - x)) > 0.01);

export function evaluate(expr: Expr, values: readonly number[], names: readonly string[] = NAMES): number {
    const out = new Float64Array(1);
    compileScalar([expr], names)(values, out);
    return out[0];
}

/** Whether every part of the formula is finite and of moderate size there. */
export function isTame(expr: Expr, values: readonly number[]): boolean {
    return nodesOf([expr]).every((node) => Math.abs(evaluate(node, values)) < 1e4);
}
