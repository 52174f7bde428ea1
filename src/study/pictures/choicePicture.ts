/** What a budget chose: the ranked combinations, and what each costs and gives. */
import type { ChoiceAnswer, ChoiceOutcomes } from '../../allocate/result.js';
import { factorOf, headingIn } from '../../quantity/shownUnit.js';
import { certaintyText, chosenOption, rankedTable } from '../choiceWords.js';
import { objectiveOf } from '../decisionWords.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import type { ChoicePicture, OutcomesPicture } from './budgetPictures.js';

/** `trial` is the limit that was asked for instead of the written one, in base terms. */
export function choicePicture(plan: BudgetPlan, choice: ChoiceAnswer, trial: number | undefined): ChoicePicture {
    const { chosen, contenders, outcomes } = choice;
    return {
        chosen: chosen.map((each) => ({
            name: each.name,
            option: chosenOption(each, plan.units),
            certainty: certaintyText(each) ?? null,
        })),
        ranked: rankedTable(choice, 'goal', plan),
        outcomes: outcomes && outcomesPicture(plan, outcomes, contenders[0].labels, trial),
    };
}

function outcomesPicture(
    { constraints, limit, sense, units, goal }: BudgetPlan,
    { constraint, labels, cost, objective, isFeasible }: ChoiceOutcomes,
    best: readonly string[],
    trial: number | undefined,
): OutcomesPicture {
    const { text } = constraints[constraint];
    const [unit, objectiveUnit] = [units[text], units[objectiveOf(goal)]];
    const isLimit = limit?.constraint === constraint;
    return {
        cost: headingIn(unit, text.split(/\s*<=?\s*/)[0]),
        limit: isLimit ? (trial ?? limit.written * limit.factor) / factorOf(unit) : null,
        labels: labels.map((each) => each.join(', ')),
        x: Array.from(cost, (value) => value / factorOf(unit)),
        y: Array.from(objective, (value) => value / factorOf(objectiveUnit)),
        isFeasible,
        frontier: frontierOf(cost, objective, sense),
        best: labels.findIndex((each) => each.every((label, factor) => label === best[factor])),
    };
}

/** Those that nothing cheaper equals, whatever the limit is. */
function frontierOf(cost: Float64Array, objective: Float64Array, sense: BudgetPlan['sense']): number[] {
    const sign = sense === 'minimize' ? 1 : -1;
    const byCost = Array.from(cost.keys()).sort((a, b) => cost[a] - cost[b] || sign * (objective[a] - objective[b]));
    let best = Infinity;
    return byCost.filter((index) => {
        const isBetter = sign * objective[index] < best;
        if (isBetter) best = sign * objective[index];
        return isBetter;
    });
}
