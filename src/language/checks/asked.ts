/** What a budget asks about. */
import { AstUtils, type AstNode } from 'langium';
import { namesOf } from '../binding.js';
import { isConstraint, isGoal, isLet, isReference, type Budget } from '../generated/ast.js';
import { meaningOfReference } from '../meaning.js';
import type { Scope } from '../scope.js';

export interface Asked {
    /** All names that are used, directly or through `let`s. */
    readonly names: ReadonlySet<string>;
    readonly variables: ReadonlySet<string>;
}

/** In some parts of a budget: its goal and its constraints, unless others are given. */
export function askedNames(
    budget: Budget,
    scope: Scope,
    parts: readonly AstNode[] = budget.entries.filter((entry) => isGoal(entry) || isConstraint(entry)),
): Asked {
    const names = new Set<string>();
    const variables = new Set<string>();
    const waiting = [...parts];
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
        for (const reference of AstUtils.streamAst(entry).filter(isReference)) {
            const meaning = meaningOfReference(reference, scope);
            if (reference.parameter !== undefined && meaning?.kind === 'choice') names.add(meaning.name);
            for (const name of namesOf(reference)) {
                if (meaning?.kind === 'variable') variables.add(name);
                if (meaning?.kind === 'let' && !names.has(name)) {
                    waiting.push(...budget.entries.filter((each) => isLet(each) && each.name === name));
                }
                names.add(name);
            }
        }
    }
    return { names, variables };
}
