/** What a law is made of. An alias (`law surface = chinchilla`) has the arguments and parameters of the law it names. */
import { AstUtils, type AstNode } from 'langium';
import { namesOf } from './binding.js';
import { CONSTANTS } from './functions.js';
import {
    isObjectiveOption,
    isParameter,
    isPreset,
    isReference,
    type Argument,
    type Expression,
    type Law,
    type Let,
    type ObjectiveOption,
    type Parameter,
    type Preset,
    type Reference,
} from './generated/ast.js';
import { isNameOfFunction } from './scheduleFunctions.js';
import type { Scope } from './scope.js';

/** The name on the right of `law surface = chinchilla`; undefined for a law with a formula of its own. */
export function aliasOf(law: Law): Reference | undefined {
    const { close, arguments: args, body } = law;
    return close === undefined && args.length === 0 && isReference(body) && isPlainName(body) ? body : undefined;
}

function isPlainName({ call, index, parameter }: Reference): boolean {
    return !call && index === undefined && parameter === undefined;
}

/** The law whose formula this one has: itself, or where its chain of aliases ends; undefined if it ends nowhere. */
export function baseOf(law: Law, scope: Scope): Law | undefined {
    return aliasChain(law, scope).base;
}

/** The law, then the laws it is an alias of; `base` is the last one if that has a formula. */
export function aliasChain(law: Law, scope: Scope): { readonly chain: readonly Law[]; readonly base: Law | undefined } {
    const chain: Law[] = [];
    for (let current: Law | undefined = law; current !== undefined && !chain.includes(current);) {
        chain.push(current);
        const alias = aliasOf(current);
        if (alias === undefined) return { chain, base: current };
        current = scope.findLaw(alias.name, current);
    }
    return { chain, base: undefined };
}

export function letsOf(law: Law): readonly Let[] {
    return law.block?.lets ?? [];
}

/** Undefined where the law that an alias names is unknown. */
export function argumentsOf(law: Law, scope: Scope): readonly Argument[] | undefined {
    return baseOf(law, scope)?.arguments;
}

/** The parameters of a law in the order of their first occurrence; undefined where the law that an alias names is unknown. */
export function parametersOf(law: Law, scope: Scope): readonly string[] | undefined {
    const base = baseOf(law, scope);
    return base && [...parameterOccurrences(base).keys()];
}

const occurrences = new WeakMap<Law, ReadonlyMap<string, Reference>>();

/** Of a law with a formula of its own: each parameter, and where it first occurs, which declares it. */
export function parameterOccurrences(law: Law): ReadonlyMap<string, Reference> {
    let found = occurrences.get(law);
    if (found === undefined) {
        found = firstOccurrences(law);
        occurrences.set(law, found);
    }
    return found;
}

function firstOccurrences(law: Law): Map<string, Reference> {
    const bound = new Set([...law.arguments, ...letsOf(law)].map(({ name }) => name));
    const found = new Map<string, Reference>();
    for (const root of [law.block, law.body]) {
        if (root === undefined) continue;
        for (const node of AstUtils.streamAst(root)) {
            if (isNameOfFunction(node)) continue; // an argument, or a schedule
            for (const name of isReference(node) ? namesOf(node) : []) {
                if (!bound.has(name) && !CONSTANTS.has(name) && !found.has(name)) found.set(name, node as Reference);
            }
        }
    }
    return found;
}

/** What is said of one parameter, nearest first: an alias's own entries before those of the law it names. */
export function parameterEntries(law: Law, name: string, scope: Scope): readonly Parameter[] {
    return aliasChain(law, scope).chain.flatMap((each) =>
        each.entries.filter(isParameter).filter((entry) => entry.name === name),
    );
}

/** The entry that pins a parameter or ties it to others; undefined for one that is free, if only within bounds. */
export function settlingEntry(law: Law, name: string, scope: Scope): Parameter | undefined {
    const deciding = parameterEntries(law, name, scope).find((entry) => entry.value ?? entry.lower);
    return deciding?.value === undefined ? undefined : deciding;
}

/** Whether an entry ties its parameter to others, as in `beta = alpha` or `beta = surface.beta`, and does not give it a number. */
export function isTie({ value }: Parameter): boolean {
    return borrows(value) || referencesIn(value).some((each) => namesOf(each).some((name) => !CONSTANTS.has(name)));
}

/** Whether a formula names a parameter of another law, `surface.alpha`. */
export function borrows(expression: Expression | undefined): boolean {
    return referencesIn(expression).some(({ parameter }) => parameter !== undefined);
}

export function referencesIn(node: AstNode | undefined): Reference[] {
    return node === undefined ? [] : AstUtils.streamAst(node).filter(isReference).toArray();
}

/** The presets that `with` can name: the law's own, then those of the law it is an alias of. */
export function presetsOf(law: Law, scope: Scope): readonly Preset[] {
    return aliasChain(law, scope).chain.flatMap((each) => each.entries.filter(isPreset));
}

/** How the law is fitted unless a fit says otherwise: the nearest law of its chain that says so. */
export function objectiveOf(law: Law, scope: Scope): ObjectiveOption | undefined {
    return aliasChain(law, scope).chain.flatMap((each) => each.entries.filter(isObjectiveOption))[0];
}

/** The preset whose values the law takes: its own `with`, else that of the nearest law of its chain that has one. */
export function chosenPreset(law: Law, scope: Scope): Preset | undefined {
    const { chain } = aliasChain(law, scope);
    const chooser = chain.find(({ preset }) => preset !== undefined);
    return chooser && presetsOf(chooser, scope).find(({ name }) => name === chooser.preset);
}
