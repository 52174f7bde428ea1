/** Where the name of a learning-rate schedule stands instead of a number: nothing is declared, the place tells. */
import type { AstNode } from 'langium';
import { isOperand, isReference, type Law, type Operand } from './generated/ast.js';
import { argumentsOf, baseOf, referencesIn } from './laws.js';
import { isBareName, isFirstOfFunction } from './scheduleFunctions.js';
import type { Scope } from './scope.js';

/** Whether an operand is the first one of such a function, or stands for an argument that is a schedule. */
export function takesSchedule(operand: Operand, scope: Scope): boolean {
    return isFirstOfFunction(operand) || isForSchedule(operand, scope, new Map());
}

/** The same for a name in an expression. */
export function isScheduleName(node: AstNode, scope: Scope): boolean {
    const { $container: operand, $containerProperty: property } = node;
    return isBareName(node) && property === 'value' && isOperand(operand) && takesSchedule(operand, scope);
}

/** The arguments of a law that are schedules: they are given to such a function, or for such an argument of another law. */
export function scheduleArguments(law: Law, scope: Scope): ReadonlySet<string> {
    const names = (argumentsOf(law, scope) ?? []).map(({ name }) => name);
    return new Set(names.filter((name) => isSchedule(law, name, scope, new Map())));
}

/** Arguments that were looked at: laws may call one another in many ways, and in circles. */
type Seen = Map<Law, Set<string>>;

function isSchedule(law: Law, argument: string, scope: Scope, seen: Seen): boolean {
    const base = baseOf(law, scope);
    if (base === undefined) return false;
    const known = seen.get(base) ?? new Set<string>();
    if (known.has(argument)) return false;
    seen.set(base, known.add(argument));
    const { first, given } = namesGivenOn(base);
    return (
        first.has(argument) ||
        given.some((operand) => nameOf(operand) === argument && isForSchedule(operand, scope, seen))
    );
}

function isForSchedule({ name, $container: call, $containerIndex: index }: Operand, scope: Scope, seen: Seen): boolean {
    const law = scope.findLaw(call.name, call);
    if (law === undefined) return false;
    const argument = name ?? argumentsOf(law, scope)?.[index ?? 0]?.name;
    return argument !== undefined && isSchedule(law, argument, scope, seen);
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
