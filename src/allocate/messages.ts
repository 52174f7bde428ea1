/** What an optimum, or the lack of one, is called in words. */
import { quantityIn } from '../quantity/shownUnit.js';
import type { AllocationProblem, Constraint, Variable } from './problem.js';
import type { Optimum } from './result.js';
import type { Drift } from './solver/verdict.js';

export const NOT_COMPUTABLE =
    'The objective and the constraints cannot be computed together for any values of the variables: look for a logarithm or root of a negative number.';

export const GOAL_NOT_COMPUTABLE =
    'The objective cannot be computed for any values that meet the constraints: look for a logarithm or root of a negative number in it.';

/** Where each constraint can be met under the others, as far as the search saw. */
export function noPointMessage(constraints: readonly Constraint[]): string {
    const [only] = constraints;
    return constraints.length === 1
        ? `No values were found that meet \`${only.text}\`: loosen it.`
        : 'No values were found that meet all constraints together, although each of them can be met under the others: loosen one of them.';
}

/** Where constraints can be met, and no search comes to rest. */
export function noOptimumMessage(problem: AllocationProblem, point: Float64Array): string {
    const { sense, variables, constraints, units } = problem;
    const values = variables.map(({ name }, j) => `${name} = ${quantityIn(units?.[name], point[j])}`);
    const what = constraints.length === 0 ? 'the objective can be computed' : 'the constraints can be met';
    const extreme = sense === 'minimize' ? 'minimum' : 'maximum';
    return `No ${extreme} was found, although ${what}, as at ${list(values)}: look for steps and kinks in the formulas.`;
}

export function optimalMessage(
    problem: AllocationProblem,
    { binding, atBound }: Pick<Optimum, 'binding' | 'atBound'>,
    undetermined: readonly string[],
): string {
    const limits = [...new Set(binding.map((index) => `\`${problem.constraints[index].text}\``))];
    const isLimited = limits.length > 0 || atBound.length > 0;
    return [
        ...(limits.length > 0 ? [`Limited by ${list(limits)}.`] : []),
        ...atBound.map((end) => edgeSentence(end, problem)),
        ...(isLimited ? [] : ['No constraint limits the answer.']),
        ...(undetermined.length > 0 ? [`Other values of ${list(undetermined)} do equally well.`] : []),
    ].join(' ');
}

/** An optimum at the end of its range may lie beyond it. */
function edgeSentence({ name, bound }: Optimum['atBound'][number], { variables, units }: AllocationProblem): string {
    const variable = variables.find((each) => each.name === name)!;
    return `${name} ends at its ${bound} bound ${quantityIn(units?.[name], variable[bound])}: widen it if it is no limit.`;
}

/** Names the variables and a constraint that would bound them. */
export function unboundedMessage(problem: AllocationProblem, drifts: readonly Drift[]): string {
    const named = (direction: Drift['direction']) => [
        ...new Set(
            drifts
                .filter((drift) => drift.direction === direction)
                .map(({ variable }) => problem.variables[variable].name),
        ),
    ];
    const growing = named('grow');
    const shrinking = named('shrink');
    const motion = [...(growing.length > 0 ? ['grow'] : []), ...(shrinking.length > 0 ? ['shrink'] : [])].join(' or ');
    const bound = growing.length > 0 ? `${growing.join(' * ')} <= …` : `${shrinking.join(' * ')} >= …`;
    const names = list([...growing, ...shrinking]);
    const pronoun = growing.length + shrinking.length > 1 ? 'they' : 'it';
    return `Nothing limits ${names}: the objective keeps improving as ${pronoun} ${motion}${pronoun === 'it' ? 's' : ''}. Add a constraint such as \`subject to ${bound}\`.`;
}

export function emptyBoundsMessage({ name, lower, upper }: Variable, { units }: AllocationProblem): string {
    const [from, to] = [lower, upper].map((end) => quantityIn(units?.[name], end));
    return `The bounds of \`${name}\`, ${from} .. ${to}, leave it no positive value.`;
}

/** `unknown`: of what it cannot be told on which side the draws without an answer lie. */
export function failedDrawsMessage(failed: number, count: number, unknown: readonly string[]): string {
    const lost = `${failed} of ${count} draws of the fitted constants have no answer`;
    const none = `On which side of ${list(unknown)} they lie cannot be told: no interval is given.`;
    const open = 'intervals are open on the side where they lie, and differences have none.';
    return unknown.length === 0 ? `${lost}: ${open}` : `${lost}. ${none}`;
}

export function list(items: readonly string[]): string {
    return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
