import fc from 'fast-check';
import type { Backend } from '../../src/expression/backend.js';
import { binary, call, name, negate, num } from '../../src/expression/build.js';
import { compileScalar } from '../../src/expression/compile.js';
import { drops } from '../../src/expression/drops.js';
import { solve } from '../../src/expression/equation.js';
import type { BinaryOperator, Expr } from '../../src/expression/expr.js';
import { interpreted } from '../../src/expression/interpret.js';
import { nodesOf } from '../../src/expression/walk.js';
import { FUNCTIONS } from '../../src/expression/functions.js';
import type { FunctionName } from '../../src/expression/functions.js';
import { registerSchedule } from '../../src/expression/rates/registry.js';

export const NAMES = ['a', 'b', 'x'] as const;

const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[];

/** A warm-up, a plateau, a cosine and a jump. */
export const SCHEDULE = num(
    registerSchedule({
        initial: 0,
        stages: [
            { shape: 'linear', last: 10, rate: 1 },
            { shape: 'constant', last: 20, rate: 1 },
            { shape: 'cosine', last: 60, rate: 0.1 },
            { shape: 'constant', last: 80, rate: 0.05 },
        ],
    }),
);

/** Random formulas of all operators and functions over some names and numbers. */
export function formulasOf(names: readonly string[], numbers: readonly number[]): fc.Arbitrary<Expr> {
    return fc.letrec<{ formula: Expr; term: Expr }>((tie) => ({
        formula: fc.oneof(
            { depthSize: 'small', withCrossShrink: true },
            ...operationsOn(tie('formula'), names, numbers),
            fc
                .tuple(tie('formula'), tie('formula'), fc.constantFrom(...names))
                .map(([left, right, unknown]) => solve(left, right, unknown, [num(0.1), num(10)])),
            fc
                .tuple(tie('term'), fc.constantFrom(...names), fc.constantFrom(...numbers, 70))
                .map(([term, step, to]) => dropsOfRate(term, step, num(to))),
        ),
        // Sums in sums, and equations in them, would multiply their work level by level.
        term: fc.oneof({ depthSize: 'small', withCrossShrink: true }, ...operationsOn(tie('term'), names, numbers)),
    })).formula;
}

function operationsOn(
    operand: fc.Arbitrary<Expr>,
    names: readonly string[],
    numbers: readonly number[],
): [fc.Arbitrary<Expr>, ...fc.Arbitrary<Expr>[]] {
    return [
        fc.constantFrom(...names).map(name),
        fc.constantFrom(...numbers).map(num),
        operand.map(negate),
        fc
            .tuple(fc.constantFrom<BinaryOperator>('+', '-', '*', '/', '^'), operand, operand)
            .map(([operator, left, right]) => binary(operator, left, right)),
        fc
            .constantFrom(...FUNCTION_NAMES)
            .chain((fn) => operandsFor(fn, operand, numbers).map((operands) => call(fn, ...operands))),
    ];
}

function dropsOfRate(term: Expr, step: string, to: Expr): Expr {
    const [rate, area] = [call('rate', SCHEDULE, name(step)), call('area', SCHEDULE, name(step))];
    const factor = binary('/', rate, binary('+', area, num(1)));
    return drops({ schedule: SCHEDULE, from: num(0), to }, binary('*', term, factor), step);
}

/** A schedule and a step are constants: no law is differentiated by them. */
function operandsFor(fn: FunctionName, operand: fc.Arbitrary<Expr>, numbers: readonly number[]): fc.Arbitrary<Expr[]> {
    const step = fc.constantFrom(...numbers, 15, 33).map(num);
    if (fn === 'rate' || fn === 'area') return fc.tuple(fc.constant(SCHEDULE), step);
    if (fn === 'peak') return fc.constant([SCHEDULE]);
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
