/** What is said of a law's parameters: bounds, pinned values, starts. */
import { formatQuantity } from '../../quantity/print.js';
import { isBound, type Expression, type Law, type Parameter } from '../generated/ast.js';
import { baseOf, borrows, letsOf, parametersOf } from '../laws.js';
import { textOf } from '../spans.js';
import { quote, suggestion } from '../wording.js';
import type { Check, Report } from './check.js';
import { constantOf } from './numbers.js';

export const checkParameterName: Check<Parameter> = (parameter, report, { scope, syntax }) => {
    const law = parameter.$container;
    const base = baseOf(law, scope);
    const parameters = parametersOf(law, scope);
    if (parameter.name === undefined || base === undefined || parameters === undefined) return;
    if (parameters.includes(parameter.name) || syntax.isHeadDamaged(base)) return;
    const message = notAParameter(parameter.name, law, base, parameters);
    report('error', 'unknown-parameter', message, { node: parameter, property: 'name' });
};

/** Of a name in a law's entries or presets. */
export function notAParameter(name: string, law: Law, base: Law, parameters: readonly string[]): string {
    const isBound = [...base.arguments, ...letsOf(base)].some((each) => each.name === name);
    if (isBound) return `\`${name}\` is not a parameter: it is an argument or a \`let\` of \`${base.name}\`.`;
    const there = parameters.length === 0 ? ' It has none.' : suggestion(name, parameters, 'It has');
    return `\`${law.name}\` has no parameter \`${name}\`.${there}`;
}

export const checkParameterValues: Check<Parameter> = (parameter, report) => {
    const { lower, upper, value, start } = parameter;
    const low = constantOf(lower, report) ?? -Infinity;
    const high = constantOf(upper, report) ?? Infinity;
    const pin = constantOf(value, report);
    const from = borrows(start) ? undefined : constantOf(start, report);
    if (lower !== undefined && upper !== undefined && !checkBounds(lower, low, high, parameter.name, report)) return;
    const bounds = `${quote(lower)} .. ${quote(upper)}`;
    if (pin !== undefined && (pin < low || pin > high)) {
        const message = `${quote(value)} is outside the bounds ${bounds} of \`${parameter.name}\`.`;
        report('error', 'pin-outside-bounds', message, { node: parameter, property: 'value' });
    }
    if (from !== undefined && (from < low || from > high)) {
        const message = `The start ${quote(start)} is outside the bounds ${bounds} of \`${parameter.name}\`.`;
        report('error', 'start-outside-bounds', message, { node: parameter, property: 'start' });
    }
    if (pin !== undefined && start !== undefined) {
        const message = `\`${parameter.name}\` is pinned, so a start changes nothing: leave it out.`;
        report('warning', 'start-of-pinned', message, { node: parameter, property: 'start' });
    }
};

/** Whether bounds leave something between them; reported where they do not. */
export function checkBounds(node: Expression, low: number, high: number, name: string, report: Report): boolean {
    if (low < high) return true;
    const isDecided = isBound(node.$container);
    const pin = isDecided ? `subject to ${name} == ${textOf(node)}` : `${name} = ${formatQuantity(low)}`;
    const message =
        low === high
            ? `The bounds leave one value: pin it with \`${pin}\`.`
            : `The bounds are empty: ${quote(node)} is above the upper bound. Exchange the two.`;
    report('error', 'empty-bounds', message, { node });
    return false;
}
