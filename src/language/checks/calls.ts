/** Whether a call has the operands that its law or function takes. */
import { FUNCTIONS, isFunctionName, type LanguageFunction } from '../functions.js';
import type { Argument, Reference } from '../generated/ast.js';
import { isGroupOperand } from '../groups.js';
import { baseOf } from '../laws.js';
import { AGGREGATES, isAggregate, rowsOfCall } from '../rowFunctions.js';
import type { Scope } from '../scope.js';
import { count, list, suggestion } from '../wording.js';
import type { Check, Report } from './check.js';

export const checkCall: Check<Reference> = (call, report, { scope, syntax }) => {
    if (!call.call || call.name === undefined) return;
    const law = scope.findLaw(call.name, call);
    if (law === undefined) {
        if (isFunctionName(call.name)) checkFunctionCall(call, functionOf(call, scope), report);
        return;
    }
    const base = baseOf(law, scope);
    if (call.parameter !== undefined) checkGroupsOnly(call, report, scope);
    else if (base !== undefined && !syntax.isHeadDamaged(base)) checkLawCall(call, base.arguments, report, scope);
};

/** `mine(dataset = "c4").E` is the parameter of a group: arguments have no say in it. */
function checkGroupsOnly(call: Reference, report: Report, scope: Scope): void {
    const given = new Set<string>();
    for (const operand of call.operands) {
        const { name } = operand;
        if (name === undefined || !isGroupOperand(operand, scope)) {
            const message = `Before \`.${call.parameter}\` only a group of the fit can be named, such as \`dataset = "c4"\`.`;
            report('error', 'unknown-argument', message, { node: operand });
        } else if (given.has(name)) {
            report('error', 'doubled-argument', `\`${name}\` is given twice.`, { node: operand, property: 'name' });
        }
        if (name !== undefined) given.add(name);
    }
}

/** `min(x by N)` is another function than `min(a, b)`. */
function functionOf(call: Reference, scope: Scope): LanguageFunction {
    const rows = rowsOfCall(call, scope);
    return isAggregate(call.name) && (rows === 'group' || rows === 'members')
        ? AGGREGATES[call.name]
        : FUNCTIONS[call.name];
}

function checkFunctionCall(call: Reference, { arity, signature }: LanguageFunction, report: Report): void {
    const [fewest, most] = arity;
    const named = call.operands.find(({ name }) => name !== undefined);
    if (named !== undefined) {
        const message = `\`${signature}\` takes its operands by position: leave out \`${named.name} =\`.`;
        report('error', 'named-operand', message, { node: named, property: 'name' });
    } else if (call.operands.length < fewest) {
        const message = `\`${signature}\` needs ${count(fewest, 'operand')}, but has ${call.operands.length}.`;
        report('error', 'missing-argument', message, { node: call, property: 'name' });
    } else if (call.operands.length > most) {
        const message = `\`${signature}\` takes ${count(most, 'operand')}: this one is too many.`;
        report('error', 'extra-argument', message, { node: call, property: 'operands', index: most });
    }
}

function checkLawCall(call: Reference, args: readonly Argument[], report: Report, scope: Scope): void {
    const names = args.map(({ name }) => name);
    const given = new Set<string>();
    const takes = `\`${call.name}\` takes ${names.length === 0 ? 'no arguments' : list(names)}`;
    call.operands.forEach((operand, index) => {
        const { name } = operand;
        const isNamed = name !== undefined;
        const argument = isNamed ? name : names[index];
        const place = isNamed ? ({ node: operand, property: 'name' } as const) : { node: operand };
        if (argument === undefined) report('error', 'extra-argument', `${takes}: this one is too many.`, place);
        else if (!names.includes(argument) && !isGroupOperand(operand, scope)) {
            const message = `\`${call.name}\` has no argument \`${argument}\`.${suggestion(argument, names, 'It takes')}`;
            report('error', 'unknown-argument', message, place);
        } else if (given.has(argument)) {
            report('error', 'doubled-argument', `\`${argument}\` is given twice.`, place);
        }
        if (argument !== undefined) given.add(argument);
    });
    const missing = names.filter((name) => !given.has(name));
    const isExplained =
        call.operands.length > given.size ||
        call.operands.some(
            (operand) => operand.name !== undefined && !names.includes(operand.name) && !isGroupOperand(operand, scope),
        );
    if (missing.length > 0 && !isExplained) {
        const message = `${takes}: ${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`;
        report('error', 'missing-argument', message, { node: call, property: 'name' });
    }
}
