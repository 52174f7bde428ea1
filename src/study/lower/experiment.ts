/** Plans of the next runs: what is to be narrowed, what a run measures, and which runs there may be. */
import { name } from '../../expression/build.js';
import type { KnownDesign } from '../../experiment/problem.js';
import { constantValue } from '../../language/constants.js';
import {
    isBatchSize,
    isCandidates,
    isConstraint,
    isKnownDesigns,
    isMeasure,
    isNarrow,
    isNumberLiteral,
    isReference,
    isTotal,
    type Candidates,
    type Expression,
    type Narrow,
    type Plan,
} from '../../language/generated/ast.js';
import { KNOWN_DESIGNS } from '../../language/checks/plans.js';
import { narrowedBudget } from '../../language/narrowed.js';
import type { Dimension } from '../../quantity/dimension.js';
import { parseQuantity } from '../../quantity/parse.js';
import { usualUnit } from '../../quantity/shownUnit.js';
import { rangeOf, rangeOfProperty, textOf } from '../places.js';
import { lowerConstraint } from './constraint.js';
import { dimensionOf } from './dimensions.js';
import { writtenUnit } from './shownUnits.js';
import { callOf, constantNamed, ExpressionLowering } from './expression.js';
import type { LawLowering } from './law.js';
import type { BudgetPlan } from './budgetPlan.js';
import type { AxisPlan, CallPlan, ExperimentPlan, FitPlan, LawUse, Sources, TargetPlan } from './plan.js';
import { lowerTarget } from './prediction.js';

/** Undefined for a plan without a target; `budgets` and `fits` are those of the spec that have no errors. */
export function lowerExperiment(
    plan: Plan,
    budgets: readonly BudgetPlan[],
    fits: readonly FitPlan[],
    laws: LawLowering,
): ExperimentPlan | undefined {
    const narrow = plan.entries.find(isNarrow);
    if (narrow === undefined) return undefined;
    const target = targetOf(narrow, budgets, laws);
    const expressions = new ExpressionLowering({
        lowerName: (text) => constantNamed(text) ?? name(text),
        scheduleNamed: laws.scheduleNamed,
        findLaw: laws.findLaw,
        planOf: laws.planOf,
    });
    const candidates = plan.entries.filter(isCandidates);
    const measure = plan.entries.find(isMeasure);
    const measured =
        measure === undefined ? usualCall(target.sources, candidates, fits) : explicitCall(measure.value, expressions);
    const dimensions = new Map(candidates.map((each) => [each.name, dimensionAmong(each, measured)]));
    return {
        name: plan.name,
        range: rangeOfProperty(plan, 'name'),
        target,
        measured,
        measuredRange: rangeOf(measure?.value ?? narrow.value),
        axes: candidates.map((each) => axisOf(each, dimensions.get(each.name))),
        limits: plan.entries.filter(isConstraint).map(({ condition }) => lowerConstraint(condition, expressions)),
        total: totalOf(plan, expressions, dimensions),
        batch: batchOf(plan),
        against: plan.entries
            .filter(isKnownDesigns)
            .flatMap(({ designs }) =>
                designs
                    .filter((each) => KNOWN_DESIGNS.includes(each.name))
                    .map((each) => ({ kind: each.name as KnownDesign, range: rangeOf(each) })),
            ),
        ...joined(target.sources, expressions.sources, measured),
    };
}

function targetOf({ value }: Narrow, budgets: readonly BudgetPlan[], laws: LawLowering): TargetPlan {
    const written = { text: textOf(value), range: rangeOf(value) };
    const named = narrowedBudget(value);
    if (named === undefined) {
        const { value: formula, ...sources } = lowerTarget(value, laws);
        return { kind: 'prediction', ...written, value: formula, sources };
    }
    const budget = budgets.find((each) => each.name === named.name);
    const variable = isReference(value) ? (value.parameter ?? null) : null;
    const nothing = { calls: [], borrowed: [], solutions: [], unusable: [named.name] };
    return { kind: 'budget', ...written, budget, variable, sources: budget ?? nothing };
}

/**
 * The one law with parameters that the target calls, or names a parameter of, whose arguments all have candidates; of several the
 * one that is fitted: published constants, as of a law that a budget is compared `against`, cannot be known better.
 */
function usualCall(
    { calls, borrowed }: Sources,
    candidates: readonly Candidates[],
    fits: readonly FitPlan[],
): CallPlan | undefined {
    const names = candidates.map((each) => each.name);
    const uses = new Map<string, LawUse>();
    for (const { law, groups } of [...calls, ...borrowed]) {
        if (law.parameters.length > 0 && law.arguments.every((argument) => names.includes(argument.name))) {
            uses.set(JSON.stringify([law.uri, law.name, groups.map(({ value }) => value)]), { law, groups });
        }
    }
    const all = [...uses.values()];
    const fitted = all.filter(({ law }) => law.preset === undefined || fits.some((fit) => fit.law === law));
    const [use, other] = fitted.length > 0 ? fitted : all;
    if (use === undefined || other !== undefined) return undefined;
    return callOf(
        use,
        use.law.arguments.map((argument) => name(argument.name)),
    );
}

function explicitCall(value: Expression, expressions: ExpressionLowering): CallPlan | undefined {
    const formula = expressions.lower(value);
    return expressions.sources.calls.find((call) => call.value === formula);
}

function axisOf(each: Candidates, dimension: Dimension | undefined): AxisPlan {
    const { name: axis, list, values, lower, upper } = each;
    const written = { name: axis, range: rangeOfProperty(each, 'name'), dimension };
    if (list) return { ...written, values: values.map((value) => constantValue(value) ?? NaN) };
    return { ...written, lower: constantValue(lower) ?? NaN, upper: constantValue(upper) ?? NaN };
}

/** What the argument measures that the values are given for, else the unit of a value. */
function dimensionAmong({ name: axis, values, lower }: Candidates, measured: CallPlan | undefined) {
    const place = measured?.operands.findIndex((operand) => operand.kind === 'name' && operand.name === axis) ?? -1;
    return measured?.law.arguments[place]?.dimension ?? literalDimension([lower, ...values]);
}

function literalDimension(values: readonly (Expression | undefined)[]): Dimension | undefined {
    const quantities = values.filter(isNumberLiteral).map(({ text }) => parseQuantity(text));
    return quantities.flatMap((quantity) => (quantity.ok ? (quantity.dimension ?? []) : []))[0];
}

function totalOf(
    plan: Plan,
    expressions: ExpressionLowering,
    dimensions: ReadonlyMap<string, Dimension | undefined>,
): ExperimentPlan['total'] {
    const condition = plan.entries.find(isTotal)?.condition;
    if (condition?.$type !== 'Operation') return null;
    const cost = expressions.lower(condition.left);
    const known = new Map([...dimensions].flatMap(([axis, dimension]) => (dimension ? [[axis, dimension]] : [])));
    const limit = constantValue(condition.right) ?? NaN;
    const dimension = dimensionOf(cost, known);
    return {
        cost,
        limit,
        unit: writtenUnit(condition.right) ?? (dimension && usualUnit(dimension)),
        text: textOf(condition),
    };
}

function batchOf(plan: Plan): number | null {
    const size = plan.entries.find(isBatchSize)?.size;
    const quantity = size === undefined ? undefined : parseQuantity(size);
    return quantity?.ok ? quantity.base : null;
}

function joined(target: Sources, own: Sources, measured: CallPlan | undefined): Sources {
    return {
        calls: [...target.calls, ...own.calls, ...(measured === undefined ? [] : [measured])],
        borrowed: [...target.borrowed, ...own.borrowed],
        solutions: [...target.solutions, ...own.solutions],
        unusable: [...target.unusable, ...own.unusable],
    };
}
