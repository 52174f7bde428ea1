import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, binary, call, div, name, num, pow } from '../../src/expression/build.js';
import { compileRows, compileScalar } from '../../src/expression/compile.js';
import { AREA, RATE, STEP } from '../../src/expression/drops.js';
import { inPlace, residualOf } from '../../src/expression/equation.js';
import type { Expr } from '../../src/expression/expr.js';
import { FUNCTIONS } from '../../src/expression/functions.js';
import { generated } from '../../src/expression/generate.js';
import { interpreted } from '../../src/expression/interpret.js';
import { freeNames } from '../../src/expression/names.js';
import { dropNodes } from '../../src/expression/rates/dropNodes.js';
import { rootBetween } from '../../src/expression/root.js';
import { share } from '../../src/expression/share.js';
import { substitute } from '../../src/expression/substitute.js';
import { fold, nodesOf } from '../../src/expression/walk.js';
import { NAMES, evaluate, formulas, points } from './formulas.js';

/** A second, plain evaluator to compare with. */
function interpret(expr: Expr, point: readonly number[]): number {
    return fold<number>([expr], (node, [a, b, ...rest]) => {
        switch (node.kind) {
            case 'number':
                return node.value;
            case 'name':
                return point[NAMES.indexOf(node.name as (typeof NAMES)[number])];
            case 'negate':
                return -a;
            case 'binary':
                return { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '^': a ** b }[node.operator];
            case 'call':
                return FUNCTIONS[node.function].evaluate(...[a, b, ...rest].slice(0, node.operands.length));
            case 'solve':
                return rootBetween((x) => interpret(inPlace(residualOf(node.equation), node, num(x)), point), a, b);
            case 'drops': {
                const { steps, rates, areas, weights } = dropNodes(a, b, rest[0]);
                return weights.reduce((sum, weight, k) => {
                    const inputs = [steps[k], rates[k], areas[k], ...rest.slice(1)].map(num);
                    const names = [STEP, RATE, AREA, ...node.term.placeholders];
                    const inputOf = new Map(names.map((each, index) => [each, inputs[index]]));
                    return sum + weight * interpret(substitute(node.term.body, inputOf), point);
                }, 0);
            }
        }
    })[0];
}

describe.each([
    ['generated', generated],
    ['interpreted', interpreted],
])('compileScalar, %s', (_, backend) => {
    const valueOf = (expr: Expr, point: readonly number[], names?: readonly string[]): number =>
        evaluate(expr, point, names, backend);

    it('agrees with a plain evaluation to the last digit', () => {
        fc.assert(
            fc.property(formulas, points, (formula, point) => {
                expect(valueOf(formula, point)).toBe(interpret(formula, point));
            }),
            { numRuns: 1000, seed: 3 },
        );
    });

    it('shares subexpressions: a tree of 2^60 leaves costs 61 nodes', () => {
        let doubled = name('x');
        for (let i = 0; i < 60; i++) doubled = add(doubled, doubled);
        expect(valueOf(doubled, [0, 0, 3])).toBe(3 * 2 ** 60);
    });

    it('shares what is equal, not only what is identical', () => {
        const power = (): Expr => pow(name('x'), name('a'));
        expect(nodesOf(share([add(power(), div(name('b'), power()))]))).toHaveLength(6);
    });

    it('computes 10,000 nested operations', () => {
        let deep: Expr = name('x');
        for (let i = 0; i < 10_000; i++) deep = add(deep, num(1));
        expect(valueOf(deep, [0, 0, 1])).toBe(10_001);
    });

    it('refuses a name that is not an input', () => {
        expect(() => compileScalar([name('y')], NAMES, backend)).toThrow("'y' is not among its inputs");
    });

    it('never pastes a name', () => {
        const hostile = '0; throw 1; //';
        expect(valueOf(name(hostile), [7], [hostile])).toBe(7);
    });

    it('keeps the sign of zero', () => {
        expect(valueOf(binary('/', num(1), num(-0)), [0, 0, 0])).toBe(-Infinity);
    });
});

describe('compileRows', () => {
    it('agrees row by row with the scalar form and touches no other row', () => {
        fc.assert(
            fc.property(formulas, formulas, fc.array(points, { minLength: 4, maxLength: 4 }), (f, g, rows) => {
                const [a, b] = rows[0];
                const out = [new Float64Array(4).fill(7), new Float64Array(4).fill(7)];
                const x = Float64Array.from(rows, (row) => row[2]);
                compileRows([f, g], ['x'], ['a', 'b'])([x], [a, b], out, 1, 3);
                for (const [k, formula] of [f, g].entries()) {
                    const expected = [7, evaluate(formula, [a, b, x[1]]), evaluate(formula, [a, b, x[2]]), 7];
                    expect([...out[k]]).toEqual(expected);
                }
            }),
            { numRuns: 500, seed: 4 },
        );
    });
});

describe('names and substitution', () => {
    it('lists names in order of first occurrence', () => {
        const expr = add(name('E'), div(name('A'), pow(name('N'), add(name('alpha'), name('E')))));
        expect(freeNames(expr)).toEqual(['E', 'A', 'N', 'alpha']);
    });

    it('substitutes all names at once and keeps what does not change', () => {
        const kept = call('exp', name('x'));
        const swapped = substitute(
            add(add(name('a'), name('b')), kept),
            new Map([
                ['a', name('b')],
                ['b', num(5)],
            ]),
        );
        expect(evaluate(swapped, [100, 10, 0])).toBe(16);
        expect(swapped.kind === 'binary' && swapped.right).toBe(kept);
    });
});
