/** Parameters that are tied to others of their law, as in `beta = alpha`. */
import { AstUtils } from 'langium';
import { namesOf } from '../binding.js';
import { isReference, type Law, type Parameter } from '../generated/ast.js';
import { isTie, referencesIn, settlingEntry } from '../laws.js';
import type { Scope } from '../scope.js';
import type { Check } from './check.js';

export const checkTie: Check<Parameter> = (parameter, report, { scope }) => {
    const { name, value, lower, start, $container: law } = parameter;
    if (value === undefined || !isTie(parameter)) return;
    const called = AstUtils.streamAst(value).find(
        (each) => isReference(each) && each.call && each.parameter === undefined && isLawName(each.name, law, scope),
    );
    if (called !== undefined && isReference(called)) {
        const message = `\`${called.name}\` is a law: \`${name}\` can be tied by a formula of parameters alone.`;
        report('error', 'law-in-tie', message, { node: called, property: 'name' });
    } else if (leadsTo(name, name, law, scope, new Set())) {
        const message = `\`${name}\` is tied to itself: leave one parameter of the circle free.`;
        report('error', 'circular-tie', message, { node: value });
    } else if (lower !== undefined) {
        const message = `\`${name}\` is tied, so bounds of its own change nothing: bound what it is tied to.`;
        report('error', 'bounds-of-tied', message, { node: lower });
    }
    if (start !== undefined) {
        const message = `\`${name}\` is tied, so a start changes nothing: leave it out.`;
        report('warning', 'start-of-pinned', message, { node: parameter, property: 'start' });
    }
};

function isLawName(name: string, law: Law, scope: Scope): boolean {
    return scope.findLaw(name, law) !== undefined;
}

/** Whether the ties of a parameter come back to another, or to itself. */
function leadsTo(goal: string, name: string, law: Law, scope: Scope, seen: Set<string>): boolean {
    if (seen.has(name)) return false;
    seen.add(name);
    const names = referencesIn(settlingEntry(law, name, scope)?.value).flatMap(namesOf);
    return names.some((each) => each === goal || leadsTo(goal, each, law, scope, seen));
}
