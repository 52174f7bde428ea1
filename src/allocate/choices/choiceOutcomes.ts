/** What every combination costs and gives, where nothing is decided continuously: the points of a Pareto plot. */
import { freeNames } from '../../expression/names.js';
import type { Pacer } from '../../fit/pacing.js';
import type { Enumeration } from './enumerate.js';
import type { AllocationProblem, Choices } from '../problem.js';
import type { Question } from '../question.js';
import type { ChoiceOutcomes } from '../result.js';
import { optionsOf } from './slots.js';

/** Beyond so many combinations only those are kept that no other one beats in both. */
const MOST_POINTS = 4000;
/** Counted work, in the pacer's operations, of one combination. */
const COST = 300;

interface Outcome {
    readonly combination: number;
    readonly cost: number;
    readonly objective: number;
    readonly isFeasible: boolean;
}

/** Null where something is decided besides, and where no constraint limits what is chosen. */
export async function outcomesOf(
    question: Question,
    choices: Choices,
    { count, ranked }: Enumeration,
    pacer: Pacer,
): Promise<ChoiceOutcomes | null> {
    const { problem } = question;
    const constraint = costConstraint(problem, choices);
    if (problem.variables.length > 0 || constraint < 0) return null;
    const feasible = new Set(ranked.map(({ combination }) => combination));
    const options = new Int32Array(choices.factors.length);
    const all: Outcome[] = [];
    for (let combination = 0; combination < count; combination++) {
        question.take(optionsOf(combination, choices, options));
        const { objective, left } = question.plainValues(new Float64Array(0));
        const outcome = { combination, cost: left[constraint], objective, isFeasible: feasible.has(combination) };
        if (Number.isFinite(outcome.cost) && Number.isFinite(objective)) all.push(outcome);
        await pacer.spend(COST);
    }
    const kept = all.length > MOST_POINTS ? undominated(all, problem.sense) : all;
    return {
        constraint,
        labels: kept.map(({ combination }) =>
            Array.from(optionsOf(combination, choices, options), (option, f) => choices.factors[f].labels[option]),
        ),
        cost: Float64Array.from(kept, ({ cost }) => cost),
        objective: Float64Array.from(kept, ({ objective }) => objective),
        isFeasible: kept.map(({ isFeasible }) => isFeasible),
    };
}

/** The first constraint of which the left side depends on the choice and the right side does not; −1 without one. */
function costConstraint({ constraints }: AllocationProblem, { slots }: Choices): number {
    const names = new Set(slots.map(({ name }) => name));
    const depends = (side: Parameters<typeof freeNames>[0]): boolean => freeNames(side).some((name) => names.has(name));
    return constraints.findIndex(({ left, right, relation }) => relation === '<=' && depends(left) && !depends(right));
}

/** Those that nothing cheaper equals. */
function undominated(outcomes: readonly Outcome[], sense: AllocationProblem['sense']): Outcome[] {
    const sign = sense === 'minimize' ? 1 : -1;
    const sorted = [...outcomes].sort((a, b) => a.cost - b.cost || sign * (a.objective - b.objective));
    let best = Infinity;
    return sorted.filter(({ objective }) => {
        const isBetter = sign * objective < best;
        if (isBetter) best = sign * objective;
        return isBetter;
    });
}
