/** Which of the values of a law that was fitted in groups a question means. */
import { list, suggestion } from '../../language/wording.js';
import type { GroupChoice, LawPlan, ParameterPlan } from '../lower/plan.js';
import type { FitOutcome, Obstacle } from './constants.js';
import { constantOf } from './groupedConstants.js';

export interface ChosenGroup {
    readonly outcome: FitOutcome;
    /** Of the fit's parameters, in the order of those needed. */
    readonly names: readonly string[];
}

/** The fit of the group where there is one for each, and the group's values of constants that have several; what all groups share needs no choice. */
export function chooseGroup(
    law: LawPlan,
    needed: readonly ParameterPlan[],
    groups: readonly GroupChoice[],
    outcomes: readonly FitOutcome[],
): ChosenGroup | Obstacle {
    const { group } = outcomes[0].plan;
    const known = outcomes.flatMap((each) => each.group ?? []);
    const problem = group && obstacle(law, needed[0]?.name, group.name, known, groups);
    if (problem !== undefined) return problem;
    const outcome =
        outcomes.find((each) => each.group === null || each.group === valueOf(groups, group?.name)) ?? outcomes[0];
    const isNeeded = ({ parameter }: { parameter: string }): boolean => needed.some(({ name }) => name === parameter);
    for (const constant of outcome.constants.filter((each) => isNeeded(each) || isChosen(groups, each.column))) {
        const missing = obstacle(law, constant.parameter, constant.column, constant.groups, groups);
        if (missing !== undefined) return missing;
    }
    const names = needed.map(({ name }) => {
        const constant = outcome.constants.find(({ parameter }) => parameter === name);
        return constant === undefined ? name : constantOf(name, valueOf(groups, constant.column)!);
    });
    return { outcome, names };
}

function isChosen(groups: readonly GroupChoice[], column: string): boolean {
    return groups.some((each) => each.column === column);
}

function valueOf(groups: readonly GroupChoice[], column: string | undefined): string | undefined {
    return groups.find((each) => each.column === column)?.value;
}

function obstacle(
    law: LawPlan,
    parameter: string | undefined,
    column: string,
    known: readonly string[],
    groups: readonly GroupChoice[],
): Obstacle | undefined {
    const chosen = groups.find((each) => each.column === column);
    if (chosen === undefined) {
        const choice = `${column} = "${known[0] ?? '…'}"`;
        const message =
            `\`${law.name}\` has values of its own for each \`${column}\`, and it is open which are meant: ` +
            `write \`${law.name}(…, ${choice})\`, and \`${law.name}(${choice}).${parameter}\` for a parameter.`;
        return { message: known.length > 1 ? `${message} There are ${list(known)}.` : message };
    }
    if (known.includes(chosen.value)) return undefined;
    const there = suggestion(chosen.value, known, 'There are');
    return {
        message: `\`${law.name}\` has no values for \`${column} = "${chosen.value}"\`.${there}`,
        range: chosen.range,
    };
}
