import { call, mul } from '../expression/build.js';
import type { Expr } from '../expression/expr.js';
import { withOperands } from '../expression/substitute.js';
import { fold, nodesOf } from '../expression/walk.js';
import { dataParts } from './dataFormulas.js';
import { dataRanges } from './dataRanges.js';

/**
 * Writes x^a as exp(a · log x) where x is data and positive on every row: the logarithm is then computed once per sample,
 * and the exponential is several times faster than a power.
 */
export function powersAsExponentials(
    law: Expr,
    argumentNames: readonly string[],
    columns: readonly Float64Array[],
    rows: number,
): Expr {
    const isData = dataParts([law], argumentNames);
    const bases = nodesOf([law]).flatMap((node) =>
        node.kind === 'binary' && node.operator === '^' && isData.has(node.left) ? [node.left] : [],
    );
    const ranges = dataRanges(bases, argumentNames, columns, rows);
    return fold<Expr>([law], (node, operands) => {
        const power = node.kind === 'binary' && node.operator === '^' && !isData.has(node);
        return power && (ranges.get(node.left)?.low ?? 0) > 0
            ? call('exp', mul(operands[1], call('log', operands[0])))
            : withOperands(node, operands);
    })[0];
}
