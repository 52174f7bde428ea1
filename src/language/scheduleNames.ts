/** Where the name of a learning-rate schedule stands instead of a number: nothing is declared, the place tells. */
import type { AstNode } from 'langium';
import { isOperand, isReference, type Law, type Operand } from './generated/ast.js';
import { argumentsOf, baseOf, referencesIn } from './laws.js';
import { isBareName, isFirstOfFunction } from './scheduleFunctions.js';
import type { Scope } from './scope.js';

/** Whether an operand is the first one of such a function, or stands for an argument that is a schedule. */
export function takesSchedule(operand: Operand, scope: Scope): boolean {
    return isFirstOfFunction(operand) || isForSchedule(operand, scope, new Set());
}

/** The same for a name in an expression. */
export function isScheduleName(node: AstNode, scope: Scope): boolean {
    const { $container: operand, $containerProperty: property } = node;
    return isBareName(node) && property === 'value' && isOperand(operand) && takesSchedule(operand, scope);
}

/** The arguments of a law that are schedules: they are given to such a function, or for such an argument of another law. */
export function scheduleArguments(law: Law, scope: Scope): ReadonlySet<string> {
    return argumentsGivenOn(law, scope, new Set());
}

function argumentsGivenOn(law: Law, scope: Scope, seen: Set<Law>): ReadonlySet<string> {
    const base = baseOf(law, scope);
    if (base === undefined || seen.has(base)) return new Set();
    seen.add(base);
    const { first, given } = namesGivenOn(base);
    const others = given.filter((operand) => isForSchedule(operand, scope, seen)).map(nameOf);
    seen.delete(base);
    return new Set([...first, ...others]);
}

function isForSchedule(
    { name, $container: call, $containerIndex: index }: Operand,
    scope: Scope,
    seen: Set<Law>,
): boolean {
    const law = scope.findLaw(call.name, call);
    if (law === undefined) return false;
    const argument = name ?? argumentsOf(law, scope)?.[index ?? 0]?.name;
    return argument !== undefined && argumentsGivenOn(law, scope, seen).has(argument);
}

interface GivenOn {
    /** Arguments that are the first operand of a function of schedules. */
    readonly first: ReadonlySet<string>;
    /** Operands of other calls that are an argument as it is. */
    readonly given: readonly Operand[];
}

const givenOn = new WeakMap<Law, GivenOn>();

/** What the text of a law alone tells. */
function namesGivenOn(base: Law): GivenOn {
    let found = givenOn.get(base);
    if (found === undefined) {
        const names = new Set(base.arguments.map(({ name }) => name));
        const operands = [base.block, base.body]
            .flatMap(referencesIn)
            .filter((reference) => isBareName(reference) && names.has(reference.name))
            .map(({ $container }) => $container)
            .filter(isOperand);
        const first = operands.filter(isFirstOfFunction);
        found = { first: new Set(first.map(nameOf)), given: operands.filter((operand) => !first.includes(operand)) };
        givenOn.set(base, found);
    }
    return found;
}

function nameOf({ value }: Operand): string {
    return isReference(value) ? value.name : '';
}
