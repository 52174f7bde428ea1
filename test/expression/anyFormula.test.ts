/** Whatever can be written down can be differentiated, simplified, compiled and asked for its value. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRows, compileScalar } from '../../src/expression/compile.js';
import { differentiate } from '../../src/expression/differentiate.js';
import type { Expr } from '../../src/expression/expr.js';
import { generated } from '../../src/expression/generate.js';
import { interpreted } from '../../src/expression/interpret.js';
import { formatExpr } from '../../src/expression/print.js';
import { simplify } from '../../src/expression/simplify.js';
import { formula } from '../fit/support/formula.js';
import { formulasOf } from './formulas.js';

/** Names that mean something to JavaScript or to our own generated code. */
const HOSTILE = ['__proto__', 'constructor', 'out', 'v0', 'i', 'functions', 'scalars', 'column0'];
const EXTREMES = [0, -0, 1, 2, 5e-324, 1.7976931348623157e308, Infinity, -Infinity, NaN];

const anyFormula = formulasOf(HOSTILE, EXTREMES);

describe('any formula', () => {
    it('goes the whole way without an exception', () => {
        fc.assert(
            fc.property(anyFormula, fc.constantFrom(...HOSTILE), (any, variable) => {
                const derivative = simplify(differentiate(any, variable));
                const exprs = [any, simplify(any), derivative];
                for (const backend of [generated, interpreted]) {
                    const out = exprs.map(() => new Float64Array(3));
                    compileScalar(
                        exprs,
                        HOSTILE,
                        backend,
                    )(
                        HOSTILE.map(() => 0.5),
                        out[0],
                    );
                    const [column, ...scalars] = HOSTILE;
                    compileRows(exprs, [column], scalars, backend)(
                        [new Float64Array(3)],
                        new Float64Array(7),
                        out,
                        0,
                        3,
                    );
                }
            }),
            { numRuns: 1000, seed: 8 },
        );
    });

    it('is read back from its print with the same value', () => {
        const written = formulasOf(['a', 'b', 'x'], [0.5, 1, 2, 30, 4e9, Math.PI]);
        const valueOf = (expr: Expr): number => {
            const out = new Float64Array(1);
            compileScalar([expr], ['a', 'b', 'x'])([0.7, 1.9, 0.3], out);
            return out[0];
        };
        fc.assert(
            fc.property(written, (any) => {
                expect(valueOf(formula(formatExpr(any)))).toBe(valueOf(any));
            }),
            { numRuns: 1000, seed: 9 },
        );
    });
});
