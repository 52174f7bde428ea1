/** Numbers with units in formulas whose arguments are seen in other multiples of them. */
import { AstUtils } from 'langium';
import type { Dimension } from '../../quantity/dimension.js';
import { parseQuantity } from '../../quantity/parse.js';
import { formatQuantity } from '../../quantity/print.js';
import { unitOfArgument } from '../argumentUnits.js';
import { isNumberLiteral, type Argument, type Law } from '../generated/ast.js';
import type { Check } from './check.js';

/** In `law cost(rent in USD/GPU-hour) = rent / (312 TFLOP/s/GPU)` hours meet seconds: a literal is in base terms. */
export const checkLiteralScales: Check<Law> = ({ arguments: args, block, body }, report) => {
    const formula = block ?? body;
    if (formula === undefined) return;
    for (const literal of AstUtils.streamAst(formula).filter(isNumberLiteral)) {
        const quantity = parseQuantity(literal.text);
        const dimension = quantity.ok ? quantity.dimension : undefined;
        const argument = dimension && args.find((each) => isSeenOtherwise(each, dimension));
        if (!quantity.ok || argument === undefined) continue;
        const message =
            `\`${literal.text}\` is ${formatQuantity(quantity.base)} here, in base terms, while \`${argument.name}\` counts ${argument.unit ?? argument.scale}: ` +
            'write a number without a unit that goes with it, or make it another argument.';
        report('warning', 'literal-scale', message, { node: literal });
    }
};

/** Whether an argument measures something in common with a literal, in another multiple. */
function isSeenOtherwise(argument: Argument, ofLiteral: Dimension): boolean {
    const unit = unitOfArgument(argument);
    if (unit?.dimension === undefined || unit.factor === 1) return false;
    const measured = new Set(Object.keys(ofLiteral));
    return Object.keys(unit.dimension).some((base) => measured.has(base));
}
