import { call, mul } from '../expression/build.js';
import { compileRows } from '../expression/compile.js';
import type { BinaryNode, Expr } from '../expression/expr.js';
import { withOperands } from '../expression/substitute.js';
import { fold, nodesOf } from '../expression/walk.js';
import { dataParts } from './dataFormulas.js';

/**
 * Writes x^a as exp(a · log x) where x is data and positive on every row: the logarithm is then computed once per
 * sample, and the exponential is several times faster than a power.
 */
export function powersAsExponentials(
    law: Expr,
    argumentNames: readonly string[],
    columns: readonly Float64Array[],
    rows: number,
): Expr {
    const isData = dataParts([law], argumentNames);
    const isPositive = (base: Expr): boolean => {
        const argument = base.kind === 'name' ? argumentNames.indexOf(base.name) : -1;
        return areAllPositive(argument >= 0 ? columns[argument] : valuesOf(base, argumentNames, columns, rows));
    };
    const positive = new Map(
        nodesOf([law])
            .filter(isPowerOf(isData))
            .map(({ left }) => [left, isPositive(left)]),
    );
    return fold<Expr>([law], (node, operands) =>
        isPowerOf(isData)(node) && positive.get(node.left) === true
            ? call('exp', mul(operands[1], call('log', operands[0])))
            : withOperands(node, operands),
    )[0];
}

/** Powers of data with an exponent that is to be fitted. */
function isPowerOf(isData: ReadonlySet<Expr>): (node: Expr) => node is BinaryNode {
    return (node): node is BinaryNode =>
        node.kind === 'binary' && node.operator === '^' && isData.has(node.left) && !isData.has(node.right);
}

function valuesOf(
    formula: Expr,
    argumentNames: readonly string[],
    columns: readonly Float64Array[],
    rows: number,
): Float64Array {
    const values = new Float64Array(rows);
    compileRows([formula], argumentNames, [])(columns, [], [values], 0, rows);
    return values;
}

function areAllPositive(values: Float64Array): boolean {
    for (let i = 0; i < values.length; i++) if (!(values[i] > 0)) return false;
    return true;
}
