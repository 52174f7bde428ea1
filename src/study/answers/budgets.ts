/** Answers to budgets: the problem, its optimum or the optima of its sweep, and how far they lie outside the data. */
import { allocate } from '../../allocate/allocate.js';
import type { AllocationProblem, Constants, Constraint } from '../../allocate/problem.js';
import type { AllocationResult, ChoiceAnswer, Optimum } from '../../allocate/result.js';
import { num } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { formatQuantity } from '../../quantity/print.js';
import { fingerprint, fingerprintExpr } from '../fingerprint.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import { cautionOf } from './caution.js';
import {
    allocationChoices,
    choicesOf,
    meaningOfChosen,
    NOTHING_CHOSEN,
    type BudgetChoices,
    type ChosenMeaning,
} from './choices.js';
import { isObstacle, type Obstacle } from './constants.js';
import { decisionOf, NO_DECISION } from './decisions.js';
import { equationProblem } from './equations.js';
import { outsidePreset } from './extrapolation.js';
import { answerMixture } from './mixtures.js';
import { extrapolationOfCalls, reportTurns } from './predictions.js';
import { scheduleEnds } from './scheduleProblem.js';
import type { BudgetAnswer, BudgetReport, Severity } from '../report.js';
import type { StudyRun } from '../run.js';

export interface BudgetOutcome {
    readonly plan: BudgetPlan;
    readonly report: BudgetReport;
    /** Null where the question cannot be put, because a law has no values. */
    readonly solved: { readonly problem: AllocationProblem; readonly result: AllocationResult } | null;
}

/** `trial` puts another value, in base terms, in the place of the budget's limit. */
export async function answerBudget(plan: BudgetPlan, run: StudyRun, trial?: number): Promise<BudgetOutcome> {
    const unusable = plan.unusable.map((name): Obstacle => ({ message: `\`${name}\` has errors.` })).at(0);
    if (plan.mixture !== null) return answerMixture(plan, plan.mixture, run, trial);
    const choices = unusable ?? (await choicesOf(plan, run));
    const constants = isObstacle(choices) ? choices : await run.constantsOf(choices.uses);
    if (isObstacle(choices) || isObstacle(constants)) {
        const { message, range = plan.range } = constants as Obstacle;
        if (unusable === undefined) report({ range }, run, 'no-values', 'error', message);
        return {
            plan,
            report: { ...header(plan), ...unanswered(message), caution: null, sweep: null },
            solved: null,
        };
    }
    const problem = { ...problemOf(plan, constants, trial), choices: allocationChoices(plan, choices, constants) };
    const result = await solve(problem, plan, run);
    const answered = await reportOf(plan, choices, problem, result, run);
    if (trial === undefined) {
        reportProblems(plan, answered, run);
        if (problem.choices === undefined) reportEquations(plan, result, constants, run);
        await reportTurnsOf(plan, choices, result, constants, run);
    }
    return { plan, report: answered, solved: { problem, result } };
}

function problemOf(plan: BudgetPlan, constants: Constants, trial: number | undefined): AllocationProblem {
    const { sense, objective, constraints, variables, sweep, limit, rivals, units } = plan;
    return {
        sense,
        objective,
        constraints: constraints.map((constraint, index) =>
            trial !== undefined && index === limit?.constraint ? { ...constraint, right: num(trial) } : constraint,
        ),
        variables: variables.map(({ name, lower, upper }) => ({ name, lower, upper })),
        constants,
        sweep: sweep && { name: sweep.name, values: sweep.values },
        rivals: rivals.map(({ constraints, goal }) => ({ constraints, goal })),
        units,
    };
}

async function solve(problem: AllocationProblem, { name }: BudgetPlan, run: StudyRun): Promise<AllocationResult> {
    const { objective, constraints, rivals = [], ...rest } = problem;
    const compared = rivals.map(({ constraints, goal }) => [
        constraints.map(keyOf),
        goal && [goal.sense, fingerprintExpr(goal.objective)],
    ]);
    const key = fingerprint([fingerprintExpr(objective), constraints.map(keyOf), compared, rest]);
    return run.memory.allocations.get(key, () => {
        run.patience.begin?.(`budget ${name}`);
        return allocate(problem, run.patience);
    });
}

function keyOf({ left, relation, right, text }: Constraint): readonly string[] {
    return [fingerprintExpr(left), relation, fingerprintExpr(right), text];
}

async function reportOf(
    plan: BudgetPlan,
    choices: BudgetChoices,
    problem: AllocationProblem,
    { optimum, sweep, exponents }: AllocationResult,
    run: StudyRun,
): Promise<BudgetReport> {
    const { constants } = problem;
    const caution = await cautionOf(choices.judgingUses, run);
    if (optimum !== null) {
        return {
            ...header(plan),
            ...(await answerOf(plan, choices, optimum, constants, new Map(), run)),
            caution,
            sweep: null,
        };
    }
    const points: (BudgetAnswer & { readonly value: number })[] = [];
    for (const { value, optimum: each } of sweep ?? []) {
        const swept = new Map([[plan.sweep?.name ?? '', value]]);
        points.push({ value, ...(await answerOf(plan, choices, each, constants, swept, run)) });
    }
    const failed = points.filter(({ status }) => status !== 'optimal');
    const [first] = failed;
    const solved = `${points.length - failed.length} of ${points.length} points are solved`;
    return {
        ...header(plan),
        ...unanswered(
            first === undefined
                ? `All ${points.length} points are solved.`
                : `${solved}; at ${plan.sweep?.name} = ${formatQuantity(first.value)}: ${first.message}`,
        ),
        status: first?.status ?? 'optimal',
        caution,
        sweep: { name: plan.sweep?.name ?? '', points, exponents: exponents ?? [] },
    };
}

async function answerOf(
    plan: BudgetPlan,
    choices: BudgetChoices,
    optimum: Optimum,
    constants: Constants,
    swept: ReadonlyMap<string, number>,
    run: StudyRun,
): Promise<BudgetAnswer> {
    const { status, message, objective, variables, choice, binding, atBound } = optimum;
    const { values: given, callOf } = chosenMeaning(optimum, choices);
    const values = new Map([...swept, ...given, ...variables.map(({ name, estimate }) => [name, estimate] as const)]);
    const bounds = atBound.map(
        ({ name }) => plan.variables.find((variable) => variable.name === name)?.boundText ?? name,
    );
    const ends = status === 'optimal' ? [] : scheduleEnds(formulasOf(plan), run.plan.scheduleNames);
    return {
        status,
        message: [message, ...ends].join(' '),
        objective,
        variables,
        choice: choice && reportOfChoice(choice),
        mixture: null,
        binding: [...binding.map((index) => plan.constraints[index].text), ...bounds],
        undetermined: optimum.undetermined,
        extrapolation:
            status === 'optimal' ? await extrapolationOfCalls(plan.judging.map(callOf), values, constants, run) : [],
        ...decisionOf(plan, optimum),
    };
}

/** The points of a plot are the picture's. */
function reportOfChoice({ chosen, contenders, tried, feasible }: ChoiceAnswer): BudgetAnswer['choice'] {
    return { chosen, contenders, tried, feasible };
}

function formulasOf({ objective, constraints }: BudgetPlan): readonly Expr[] {
    return [objective, ...constraints.flatMap(({ left, right }) => [left, right])];
}

export function header({
    name,
    range,
    goal,
    units,
}: BudgetPlan): Pick<BudgetReport, 'name' | 'range' | 'goal' | 'units'> {
    return { name, range, goal, units };
}

export function unanswered(message: string): BudgetAnswer {
    const none = { variables: [], binding: [], undetermined: [], extrapolation: [] };
    return { status: 'not-computable', message, objective: null, choice: null, mixture: null, ...none, ...NO_DECISION };
}

async function reportTurnsOf(
    plan: BudgetPlan,
    choices: BudgetChoices,
    { optimum }: AllocationResult,
    constants: Constants,
    run: StudyRun,
): Promise<void> {
    if (optimum?.status !== 'optimal') return;
    const { values, callOf } = chosenMeaning(optimum, choices);
    const decided = optimum.variables.map(({ name, estimate }) => [name, estimate] as const);
    const question = { calls: plan.judging.map(callOf), range: plan.range };
    await reportTurns(question, new Map([...values, ...decided]), constants, run);
}

function chosenMeaning({ choice }: Optimum, choices: BudgetChoices): ChosenMeaning {
    return choice === null ? NOTHING_CHOSEN : meaningOfChosen(choice.contenders[0].labels, choices);
}

/** Equations in the goal and the constraints are looked at where the optimum is. */
function reportEquations(plan: BudgetPlan, { optimum }: AllocationResult, constants: Constants, run: StudyRun): void {
    if (optimum?.status !== 'optimal') return;
    const { solutions } = plan;
    const formulas = formulasOf(plan);
    const names = [...constants.names, ...optimum.variables.map(({ name }) => name)];
    const values = [...constants.values, ...optimum.variables.map(({ estimate }) => estimate)];
    const problem = equationProblem(formulas, solutions, names, values);
    if (problem === undefined) return;
    const { code, message, range = plan.range } = problem;
    report({ range }, run, code, 'warning', message);
}

function reportProblems(
    plan: BudgetPlan,
    { status, message, caution, extrapolation }: BudgetReport,
    run: StudyRun,
): void {
    outsidePreset(extrapolation, plan.range).forEach((each) => run.problems.add(run.plan.uri, each));
    if (status !== 'optimal') report(plan, run, `budget-${status}`, 'warning', message);
    else if (caution !== null) report(plan, run, 'not-determined', 'warning', caution);
}

function report(
    { range }: Pick<BudgetPlan, 'range'>,
    run: StudyRun,
    code: string,
    severity: Severity,
    message: string,
): void {
    run.problems.add(run.plan.uri, { code, severity, message, range });
}
