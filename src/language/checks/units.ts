/** Quantities that are compared, added or passed on, and do not measure the same. */
import { describeDimension, divide, isDimensionless, sameDimension, type Dimension } from '../../quantity/dimension.js';
import { unitNamed } from '../../quantity/units.js';
import {
    isNumberLiteral,
    type Binder,
    type Bound,
    type Candidates,
    type Choice,
    type Column,
    type Compare,
    type Expression,
    type Fit,
    type Operation,
    type Parameter,
    type PresetRange,
    type Reference,
    type Sweep,
} from '../generated/ast.js';
import { argumentsOf } from '../laws.js';
import { measureOfArgument, type Measure } from '../units.js';
import { quote } from '../wording.js';
import type { Check, Place, Report, CheckContext } from './check.js';
import { COMPARISONS } from './numbers.js';

export const checkOperationUnits: Check<Operation> = ({ operator, left, right }, report, context) => {
    if (operator === '+' || operator === '-' || COMPARISONS.has(operator)) expectSame(left, right, report, context);
};

export const checkOperandUnits: Check<Reference> = (call, report, { units }) => {
    for (const { argument, value } of units.argumentsGiven(call)) {
        const expected = measureOfArgument(argument);
        const subject = `\`${argument.name}\` of \`${call.name}\``;
        reportUnlessSame(subject, expected, value, units.measureOf(value), { node: value }, report);
    }
};

/** The two values of an `if` measure the same. */
export const checkChoiceUnits: Check<Reference> = ({ call, name, operands }, report, context) => {
    if (!call || name !== 'if') return;
    const [, then, otherwise] = operands;
    expectSame(then?.value, otherwise?.value, report, context);
};

export const checkLimitUnits: Check<Binder> = ({ lower, upper }, report, context) =>
    expectSame(lower, upper, report, context);

export const checkBoundUnits: Check<Parameter> = ({ lower, upper }, report, context) =>
    expectSame(lower, upper, report, context);

/** With one another, and with the argument. */
export const checkPresetRangeUnits: Check<PresetRange> = (range, report, context) => {
    const { name, lower, upper } = range;
    expectSame(lower, upper, report, context);
    const argument = argumentsOf(range.$container.$container, context.scope)?.find((each) => each.name === name);
    for (const node of [lower, upper]) {
        if (argument === undefined || node === undefined) continue;
        const [expected, actual] = [measureOfArgument(argument), context.units.measureOf(node)];
        reportUnlessSame(`\`${name}\``, expected, node, actual, { node }, report);
    }
};

/** The ends of a range or of bounds, with one another and with what the name is used for. */
export const checkRangeUnits: Check<Bound | Sweep> = ({ name, lower, upper, $container }, report, context) => {
    const { units } = context;
    expectSame(lower, upper, report, context);
    const expected = units.measureOfVariable($container, name);
    const end = units.measureOf(lower) === undefined ? upper : lower;
    if (end === undefined) return;
    reportUnlessSame(`\`${name}\``, expected, end, units.measureOf(end), { node: end }, report);
};

/** The options of a choice, with one another and with what the name is used for. */
export const checkChoiceRangeUnits: Check<Choice> = ({ name, lower, upper, options, $container }, report, context) => {
    const expected = context.units.measureOfVariable($container, name);
    for (const node of [lower, upper, ...options]) {
        if (node === undefined) continue;
        reportUnlessSame(`\`${name}\``, expected, node, context.units.measureOf(node), { node }, report);
    }
};

/** Of each value, or of both ends. */
export const checkCandidateUnits: Check<Candidates> = ({ name, lower, upper, values, $container }, report, context) => {
    const expected = context.units.measureOfCandidates($container, name);
    for (const node of [lower, upper, ...values]) {
        if (node === undefined) continue;
        reportUnlessSame(`\`${name}\``, expected, node, context.units.measureOf(node), { node }, report);
    }
};

export const checkPinUnits: Check<Parameter> = ({ lower, upper, value, start }, report, context) => {
    const bound = isNumberLiteral(lower) && context.units.measureOf(lower) !== undefined ? lower : upper;
    expectSame(bound, value, report, context);
    expectSame(bound, start, report, context);
};

/** `in` says what a column measures; its formula must not say something else. */
export const checkColumnUnits: Check<Column> = ({ unit, value, name }, report, { units }) => {
    const dimension = unit === undefined ? undefined : unitNamed(unit)?.dimension;
    if (dimension === undefined || value === undefined) return;
    const declared = { dimension, isConvention: false, hasPlainFactor: false };
    reportUnlessSame(`\`${name}\``, declared, value, units.measureOf(value), { node: value }, report);
};

/** A column that a law takes for one of its arguments measures what the argument does. */
export const checkFitUnits: Check<Fit> = (fit, report, context) => expectColumns(fit.law, fit, report, context);

export const checkComparedUnits: Check<Compare> = (node, report, context) => {
    for (const { law } of node.laws) expectColumns(law, node, report, context);
};

function expectColumns(
    name: string | undefined,
    node: Compare | Fit,
    report: Report,
    { scope, units }: CheckContext,
): void {
    const law = name === undefined ? undefined : scope.findLaw(name, node);
    const runs = node.runs === undefined ? undefined : scope.findRuns(node.runs, node);
    if (law === undefined || runs === undefined) return;
    for (const argument of argumentsOf(law, scope) ?? []) {
        const column = units.measureOfColumn(runs, argument.name);
        const subject = `\`${argument.name}\` of \`${name}\``;
        const given = `the column \`${argument.name}\` of \`${node.runs}\``;
        reportUnlessSame(subject, measureOfArgument(argument), given, column, { node, property: 'runs' }, report);
    }
}

/** Blames the side that is a number with its unit written beside it, else the right one. */
function expectSame(
    left: Expression | undefined,
    right: Expression | undefined,
    report: Report,
    { units }: CheckContext,
): void {
    if (left === undefined || right === undefined) return;
    const [blamed, other] = isNumberLiteral(left) && !isNumberLiteral(right) ? [left, right] : [right, left];
    reportUnlessSame(other, units.measureOf(other), blamed, units.measureOf(blamed), { node: blamed }, report);
}

function reportUnlessSame<N extends Compare | Expression | Fit>(
    subject: string | Expression,
    expected: Measure | undefined,
    given: string | Expression,
    found: Measure | undefined,
    place: Place<N>,
    report: Report,
): void {
    if (expected === undefined || found === undefined || mayBeSame(expected, found)) return;
    const isConvention = expected.isConvention || found.isConvention;
    const message =
        `${phrase(subject)} is ${measureText(expected)}, but ${phrase(given)} is ${measureText(found)}.` +
        (isConvention
            ? ` ${CONVENTION}`
            : isBitsAndBytes(expected, found)
              ? ' A byte has 8 bits: write bytes on both sides.'
              : '');
    report(isConvention ? 'warning' : 'error', 'unit-mismatch', message, place);
}

/** `in tokens`, `a plain number`. */
function measureText({ dimension }: Measure): string {
    return (isDimensionless(dimension) ? '' : 'in ') + describeDimension(dimension);
}

function isBitsAndBytes({ dimension: a }: Measure, { dimension: b }: Measure): boolean {
    return a.bits !== undefined ? b.bytes !== undefined : a.bytes !== undefined && b.bits !== undefined;
}

function phrase(part: string | Expression): string {
    return typeof part === 'string' ? part : quote(part);
}

const CONVENTION =
    'By convention an argument `N` counts params, `D` tokens and `C` FLOP: give it its unit to say otherwise, `law f(N in …)`.';

/** Bytes may be meant for each parameter or token, as in `N * 2 bytes`. */
function mayBeSame(a: Measure, b: Measure): boolean {
    return mayHaveUnwrittenUnit(a) || mayHaveUnwrittenUnit(b) || sameDimension(inBytes(a, b), inBytes(b, a));
}

/** A plain factor may carry a unit that is not written, as in `20 * N`; but not in a ratio, as in `20 * D / N`. */
function mayHaveUnwrittenUnit({ dimension, hasPlainFactor }: Measure): boolean {
    return hasPlainFactor && (dimension.params === undefined || dimension.tokens === undefined);
}

/** What is measured beside bytes, where the other is measured in as many bytes. */
function inBytes({ dimension }: Measure, other: Measure): Dimension {
    const isMemory = dimension.bytes !== undefined && dimension.bytes === other.dimension.bytes;
    return isMemory ? divide(dimension, { params: dimension.params ?? 0, tokens: dimension.tokens ?? 0 }) : dimension;
}
