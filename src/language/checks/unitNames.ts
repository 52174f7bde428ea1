/** Units where names stand: `40 PFLOP/s*days` would be a product with a variable `days`. */
import {
    isNumberLiteral,
    isOperation,
    type Expression,
    type NumberLiteral,
    type Operation,
    type Reference,
} from '../generated/ast.js';
import { parseQuantity } from '../../quantity/parse.js';
import { unitNamed } from '../../quantity/units.js';
import { compoundUnitName } from '../../quantity/unitSpelling.js';
import { meaningOfReference, statementOf } from '../meaning.js';
import type { Scope } from '../scope.js';
import { spanOf, textOf } from '../spans.js';
import type { Check } from './check.js';

export const checkUnitAsName: Check<Reference> = (reference, report, { scope }) => {
    const literal = literalBefore(reference, scope);
    const quantity = literal && parseQuantity(literal.text);
    if (literal === undefined || !quantity?.ok || quantity.unitName === undefined) return;
    const { name } = reference;
    const sign = operationBefore(reference)?.operator ?? '';
    const compound = compoundUnitName(quantity.unitName, sign, name);
    const number = textOf(literal).slice(0, -quantity.unitName.length).trim();
    const advice =
        compound === undefined
            ? `Put a number before it, \`1 ${name}\`, or choose another name.`
            : `Did you mean \`${number} ${compound}\`?`;
    const span = { start: spanOf(literal).start, end: spanOf(reference).end };
    report('error', 'unit-as-name', `\`${name}\` is a unit, not a variable. ${advice}`, { node: reference, span });
};

/** Whether a name is that of a unit beside a number with a unit, and means nothing else. */
export function isUnitAsName(reference: Reference, scope: Scope): boolean {
    return literalBefore(reference, scope) !== undefined;
}

function literalBefore(reference: Reference, scope: Scope): NumberLiteral | undefined {
    const { name, call, index, parameter } = reference;
    const operation = operationBefore(reference);
    if (operation === undefined || call || index !== undefined || parameter !== undefined) return undefined;
    const literal = SIGNS.has(operation.operator) ? lastOf(operation.left) : undefined;
    if (unitNamed(name) === undefined || !isNumberLiteral(literal) || !hasUnit(literal)) return undefined;
    return isDeclared(reference, scope) ? undefined : literal;
}

const SIGNS: ReadonlySet<string> = new Set(['-', '*', '/']);

/** The one whose right side begins with this. */
function operationBefore(expression: Expression): Operation | undefined {
    const { $container: container } = expression;
    if (!isOperation(container)) return undefined;
    return container.right === expression ? container : operationBefore(container);
}

/** What stands directly before the sign. */
function lastOf(expression: Expression | undefined): Expression | undefined {
    return isOperation(expression) ? lastOf(expression.right) : expression;
}

function hasUnit({ text }: NumberLiteral): boolean {
    const quantity = parseQuantity(text);
    return quantity.ok && quantity.unit !== undefined;
}

/** Of what is free to be named anything, what an entry of the statement names (`days in 1 .. 30`) is meant. */
function isDeclared(reference: Reference, scope: Scope): boolean {
    const kind = meaningOfReference(reference, scope)?.kind;
    if (kind !== undefined && kind !== 'variable' && kind !== 'parameter') return true;
    const statement = statementOf(reference);
    const entries = statement !== undefined && 'entries' in statement ? statement.entries : [];
    return entries.some((entry) => 'name' in entry && entry.name === reference.name);
}
