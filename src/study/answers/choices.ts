/** What a budget chooses as the allocation sees it, and what its formulas mean once it is chosen. */
import type { Choices, Constants, Slot } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import { qualifiedIn, slotOf, type CallPlan, type GroupChoice, type LawUse } from '../lower/plan.js';
import type { StudyRun } from '../run.js';
import { isObstacle, type Obstacle } from './constants.js';
import { readOptions, type Options } from './options.js';

/** More are not tried one by one. */
const MOST_COMBINATIONS = 1_000_000;

export interface BudgetChoices {
    readonly options: readonly Options[];
    /** Every use of a law that any combination needs, with its groups named. */
    readonly uses: readonly LawUse[];
    /** Those of the goal and the constraints. */
    readonly judgingUses: readonly LawUse[];
}

export async function choicesOf(plan: BudgetPlan, run: StudyRun): Promise<BudgetChoices | Obstacle> {
    const options: Options[] = [];
    for (const each of plan.choices) {
        const read = await readOptions(each, plan.units[each.name], run);
        if (isObstacle(read)) return read;
        options.push(read);
    }
    const count = options.reduce((product, { labels }) => product * labels.length, 1);
    if (count > MOST_COMBINATIONS) {
        const counts = options.map(({ labels }) => labels.length).join(' × ');
        const message = `${counts} combinations are more than can be tried (${MOST_COMBINATIONS / 1e6} million): choose from fewer options.`;
        return { message, range: plan.choices[0].range };
    }
    const named = (uses: readonly LawUse[]): LawUse[] => uses.flatMap((use) => usesOf(use, options));
    return {
        options,
        uses: named([...plan.calls, ...plan.borrowed]),
        judgingUses: named([...plan.judging, ...plan.borrowed]),
    };
}

/** A use for each combination of the options that say which groups are meant. */
function usesOf(use: LawUse, options: readonly Options[]): LawUse[] {
    const factors = factorsOf(use.groups, options);
    return combinationsOf(factors, options).flatMap((chosen) => {
        const groups = groupsWith(use.groups, options, (factor) => chosen[factors.indexOf(factor)]);
        return groups === undefined ? [] : [{ ...use, groups }];
    });
}

/** The indices of the choices that the groups rest on, ascending. */
function factorsOf(groups: readonly GroupChoice[], options: readonly Options[]): number[] {
    const found = groups.flatMap(({ chosen }) => (chosen === undefined ? [] : [indexOf(chosen.choice, options)]));
    return [...new Set(found)].sort((a, b) => a - b);
}

function indexOf(choice: string, options: readonly Options[]): number {
    return options.findIndex(({ name }) => name === choice);
}

/** The last factor's options fastest. */
function combinationsOf(factors: readonly number[], options: readonly Options[]): number[][] {
    return factors.reduce<number[][]>(
        (all, factor) => all.flatMap((before) => options[factor].labels.map((_, option) => [...before, option])),
        [[]],
    );
}

/** Undefined where a row says no group. */
function groupsWith(
    groups: readonly GroupChoice[],
    options: readonly Options[],
    optionOf: (factor: number) => number,
): GroupChoice[] | undefined {
    const named = groups.map(({ chosen, ...group }): GroupChoice | undefined => {
        if (chosen === undefined) return group;
        const factor = indexOf(chosen.choice, options);
        const value = options[factor].groupOf(optionOf(factor), chosen.column);
        return value === undefined ? undefined : { ...group, value };
    });
    return named.every((group) => group !== undefined) ? named : undefined;
}

/** Undefined for a budget that chooses nothing. */
export function allocationChoices(
    plan: BudgetPlan,
    { options }: BudgetChoices,
    constants: Constants,
): Choices | undefined {
    if (options.length === 0) return undefined;
    const factors = options.map(({ name, labels, numbers, isRange }) => ({ name, labels, numbers, isRange }));
    const all = [
        ...options.flatMap((each, factor) => numberSlots(each, factor)),
        ...[...plan.calls, ...plan.borrowed].flatMap((use) => parameterSlots(use, options, constants)),
    ];
    const needed = new Set(formulasOf(plan).flatMap(freeNames));
    const slots = new Map(all.filter(({ name }) => needed.has(name)).map((slot) => [slot.name, slot]));
    return { factors, slots: [...slots.values()] };
}

function formulasOf({ objective, constraints }: BudgetPlan): readonly Expr[] {
    return [objective, ...constraints.flatMap(({ left, right }) => [left, right])];
}

/** The number itself, and the columns of a row. */
function numberSlots({ name: choice, numbers, columns }: Options, factor: number): Slot[] {
    const slot = (column: string | undefined, values: Float64Array): Slot => ({
        name: slotOf({ choice, column }),
        factors: [factor],
        values,
        constants: null,
    });
    return [
        ...(numbers === null ? [] : [slot(undefined, numbers)]),
        ...[...columns].map(([column, values]) => slot(column, values)),
    ];
}

/** Parameters of a law in the groups that are chosen. */
function parameterSlots({ law, groups }: LawUse, options: readonly Options[], constants: Constants): Slot[] {
    const factors = factorsOf(groups, options);
    if (factors.length === 0) return [];
    const places = new Map(constants.names.map((name, index) => [name, index]));
    const combinations = combinationsOf(factors, options).map((chosen) =>
        groupsWith(groups, options, (factor) => chosen[factors.indexOf(factor)]),
    );
    return law.parameters.map(({ qualified }) => ({
        name: qualifiedIn(groups, qualified),
        factors,
        values: new Float64Array(combinations.length).fill(NaN),
        constants: Int32Array.from(combinations, (named) =>
            named === undefined ? -1 : (places.get(qualifiedIn(named, qualified)) ?? -1),
        ),
    }));
}

/** What the names of a budget stand for once something is chosen, by the labels of the options. */
export interface ChosenMeaning {
    /** Of numbers, and columns of rows, by their names in formulas. */
    readonly values: ReadonlyMap<string, number>;
    readonly callOf: (call: CallPlan) => CallPlan;
}

export function meaningOfChosen(labels: readonly string[], { options }: BudgetChoices): ChosenMeaning {
    const option = options.map((each, factor) => each.labels.indexOf(labels[factor]));
    const values = options.flatMap((each, factor) =>
        numberSlots(each, factor).map((slot) => [slot.name, slot.values[option[factor]]] as const),
    );
    return {
        values: new Map(values),
        callOf: (call) => ({ ...call, groups: groupsWith(call.groups, options, (factor) => option[factor]) ?? [] }),
    };
}

export const NOTHING_CHOSEN: ChosenMeaning = { values: new Map(), callOf: (call) => call };
