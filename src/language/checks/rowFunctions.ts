/** Functions over several rows: whether there are rows for them to go over where they stand. */
import { bindersAround, isNumberWithin } from '../binding.js';
import { constantValue } from '../constants.js';
import { FUNCTIONS, isFunctionName } from '../functions.js';
import { isRuns, type Reference, type Runs } from '../generated/ast.js';
import { statementOf } from '../meaning.js';
import { isCountCall } from '../mixtures.js';
import {
    AGGREGATES,
    hasSeries,
    isAggregate,
    isOverMembers,
    isSeriesFunction,
    rowsOfCall,
    runsAround,
    sourceOf,
} from '../rowFunctions.js';
import type { Scope } from '../scope.js';
import { quote } from '../wording.js';
import type { Check, Report } from './check.js';

export const checkRowFunction: Check<Reference> = (call, report, { scope }) => {
    if (!call.call || call.name === undefined || takesNoGroups(call, report, scope)) return;
    const rows = rowsOfCall(call, scope);
    if (rows === undefined) return;
    const place = { node: call, property: 'name' } as const;
    const runs = runsAround(call);
    if (runs === undefined) {
        const of = isRuns(statementOf(call)) ? 'in the head of runs' : 'here';
        const message =
            `\`${call.name}\` goes over the rows of runs, and there are none ${of}: ` +
            'make it a column of the runs, and use that.';
        report('error', 'rows-outside-runs', message, place);
        return;
    }
    if (rows === 'group') checkGroups(call, report);
    if (rows === 'series') checkSeriesIsThere(call, runs, report, scope);
    if (rows === 'members' && isSeriesFunction(call.name)) checkSeriesIsThere(call, runs, report, scope, true);
    checkUnknowns(call, report);
};

/** A law, or a function of numbers, with `by`. */
function takesNoGroups(call: Reference, report: Report, scope: Scope): boolean {
    if (call.groups.length === 0 || (isAggregate(call.name) && scope.findLaw(call.name, call) === undefined))
        return false;
    const place = { node: call.groups[0] };
    if (isSeriesFunction(call.name)) {
        const message = `\`${call.name}\` goes along the \`series\` of the runs: leave out \`by\`.`;
        report('error', 'misplaced-by', message, place);
    } else if (
        !isCountCall(call, scope) &&
        (isFunctionName(call.name) || scope.findLaw(call.name, call) !== undefined)
    ) {
        const message = `\`${call.name}\` takes no \`by\`: it does not go over rows.`;
        report('error', 'misplaced-by', message, place);
    }
    return true;
}

function checkGroups(call: Reference, report: Report): void {
    if (call.groups.length > 0) return;
    const signature = isAggregate(call.name) ? AGGREGATES[call.name].signature : call.name;
    const message = `\`${call.name}\` goes over rows: say which, \`${signature}\`.`;
    report('error', 'missing-by', message, { node: call, property: 'name' });
}

/** In a call over the members of a group it is the runs that these come from whose rows are in order. */
function checkSeriesIsThere(
    call: Reference,
    runs: Runs,
    report: Report,
    scope: Scope,
    isOfMembers = isOverMembers(call, scope),
): void {
    const ordered = isOfMembers ? sourceOf(runs, scope) : runs;
    if (ordered === undefined || hasSeries(ordered, scope)) return;
    const message =
        `\`${call.name}\` needs the order of the rows: ` +
        `add \`series along step by run\` to \`${ordered.name}\`, with the columns that say it.`;
    report('error', 'no-series', message, { node: call, property: 'name' });
}

/** The unknown of an equation, or the step of a schedule, is a number and no value of a row. */
function checkUnknowns(call: Reference, report: Report): void {
    const unknown = bindersAround(call).find(isNumberWithin);
    if (unknown === undefined) return;
    const message = `\`${call.name}\` cannot stand in an equation or in \`drops\`: make it a column, and use that.`;
    report('error', 'rows-outside-runs', message, { node: call, property: 'name' });
}

/** `smooth(x, 0)` */
export const checkSpan: Check<Reference> = (call, report, { scope }) => {
    if (!call.call || call.name !== 'smooth' || rowsOfCall(call, scope) !== 'series') return;
    const span = call.operands[1]?.value;
    const value = constantValue(span);
    if (span === undefined || value === undefined || value > 0) return;
    const message = `${quote(span)} is no span: \`${FUNCTIONS.smooth.signature}\` takes a positive number of steps.`;
    report('error', 'bad-range', message, { node: span });
};
