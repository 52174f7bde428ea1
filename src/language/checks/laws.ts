/** Laws that call themselves, and what of them is never used. */
import { namesOf } from '../binding.js';
import { CONSTANTS, isFunctionName } from '../functions.js';
import { isParameter, type Law, type Reference } from '../generated/ast.js';
import { aliasOf, letsOf, referencesIn } from '../laws.js';
import type { Scope } from '../scope.js';
import type { Check } from './check.js';

export const checkRecursion: Check<Law> = (law, report, { scope }) => {
    for (const reference of lawsNamedBy(law)) {
        const cycle = cycleThrough(law, reference, scope);
        if (cycle === undefined) continue;
        const path = [law, ...cycle].map(({ name }) => `\`${name}\``).join(' → ');
        const advice =
            cycle.length === 1 ? 'A law cannot be defined by itself.' : 'Laws cannot be defined by each other.';
        report('error', 'recursive-law', `${path}: ${advice}`, { node: reference, property: 'name' });
        return;
    }
};

export const checkReservedName: Check<Law> = (law, report) => {
    if (law.name === undefined || !(isFunctionName(law.name) || CONSTANTS.has(law.name))) return;
    const kind = CONSTANTS.has(law.name) ? 'constant' : 'function';
    const message = `\`${law.name}\` is a ${kind} of the language: give the law another name.`;
    report('error', 'reserved-name', message, { node: law, property: 'name' });
};

export const checkUnused: Check<Law> = (law, report) => {
    if (aliasOf(law) !== undefined || (law.block ?? law.body) === undefined) return;
    const used = new Set(bodyReferences(law).flatMap(namesOf));
    for (const argument of law.arguments.filter(({ name }) => !used.has(name))) {
        const message = `The formula does not use the argument \`${argument.name}\`.`;
        report('warning', 'unused-argument', message, { node: argument, property: 'name' });
    }
    for (const each of letsOf(law).filter(({ name }) => name !== undefined && !used.has(name))) {
        report('warning', 'unused-let', `\`${each.name}\` is never used.`, { node: each, property: 'name' });
    }
};

/** A `let` may use those above it alone. */
export const checkLetOrder: Check<Law> = (law, report) => {
    const lets = letsOf(law);
    lets.forEach((each, index) => {
        const notYet = new Set(lets.slice(index).map(({ name }) => name));
        for (const reference of referencesIn(each.value)) {
            const early = namesOf(reference).find((name) => notYet.has(name));
            if (early === undefined) continue;
            const message = `\`${early}\` is not defined before this line: a \`let\` may use those above it.`;
            report('error', 'let-order', message, { node: reference, property: 'name' });
        }
    });
};

/** The laws from the one that `reference` names back to `law`; undefined where they do not lead back. */
function cycleThrough(law: Law, reference: Reference, scope: Scope): Law[] | undefined {
    const visited = new Set<Law>();
    const path: Law[] = [];
    const leadsBack = (next: Law | undefined): boolean => {
        if (next === undefined || visited.has(next)) return false;
        visited.add(next);
        path.push(next);
        if (next === law || lawsNamedBy(next).some((each) => leadsBack(scope.findLaw(each.name, next)))) return true;
        path.pop();
        return false;
    };
    return leadsBack(scope.findLaw(reference.name, law)) ? path : undefined;
}

/** By the name after `law x =`, by calls, and by parameters that are taken from them. */
function lawsNamedBy(law: Law): Reference[] {
    const alias = aliasOf(law);
    const inBody =
        alias === undefined ? bodyReferences(law).filter(({ call, parameter }) => call || parameter) : [alias];
    const inEntries = law.entries.filter(isParameter).flatMap(referencesIn);
    return [...inBody, ...inEntries.filter(({ parameter }) => parameter !== undefined)];
}

function bodyReferences(law: Law): Reference[] {
    return [...referencesIn(law.block), ...referencesIn(law.body)];
}
