/** The JSON of `scaling fit --json`: a contract, described in docs/command-line.md. Plain numbers, null where there is none. */
import type { ShownUnits } from '../quantity/shownUnit.js';
import type { BudgetAnswer, BudgetReport, Extrapolation, PredictionReport, StudyReport } from '../study/report.js';
import { comparisonJson, type ComparisonJson } from './comparisonJson.js';
import { decisionJson, type DecisionJson } from './decisionJson.js';
import { estimateJson, estimatesJson, type EstimateJson } from './estimateJson.js';
import { fitJson, type FitJson } from './fitJson.js';
import { mixtureJson, type MixtureJson } from './mixtureJson.js';
import { planJson, type PlanJson } from './planJson.js';
import { problemJson, type ProblemJson } from './problems.js';

export interface ReportJson {
    readonly file: string;
    readonly diagnostics: readonly ProblemJson[];
    readonly fits: readonly FitJson[];
    readonly comparisons: readonly ComparisonJson[];
    readonly predictions: readonly PredictionJson[];
    readonly budgets: readonly BudgetJson[];
    readonly plans: readonly PlanJson[];
}

interface PredictionJson extends EstimateJson {
    readonly text: string;
    /** Of one new run, its own noise included. */
    readonly newRun: EstimateJson['interval'];
    /** Why there is no estimate or no interval, or why it is not to be relied on. */
    readonly message: string | null;
}

interface AnswerJson extends DecisionJson {
    readonly status: string;
    /** What limits the answer, or why there is none. */
    readonly message: string;
    readonly objective: EstimateJson;
    readonly variables: Readonly<Record<string, EstimateJson>>;
    /** What is chosen from lists; null where nothing is. */
    readonly choice: ChoiceJson | null;
    /** How good a mixture of samples is; null for any other budget. */
    readonly mixture: MixtureJson | null;
    readonly binding: readonly string[];
    /** Variables of which other values do equally well. */
    readonly undetermined: readonly string[];
    readonly extrapolation: readonly Extrapolation[];
}

interface ChoiceJson {
    readonly chosen: Readonly<
        Record<string, { readonly option: string; readonly number: EstimateJson | null; readonly share: number | null }>
    >;
    /** Best first. */
    readonly ranked: readonly {
        readonly options: Readonly<Record<string, string>>;
        readonly objective: EstimateJson;
        readonly variables: Readonly<Record<string, EstimateJson>>;
        /** In the objective's terms. */
        readonly worse: EstimateJson;
        readonly share: number | null;
    }[];
    readonly tried: number;
    readonly feasible: number;
}

type Exponent = NonNullable<BudgetReport['sweep']>['exponents'][number];

interface BudgetJson extends AnswerJson {
    readonly name: string;
    /** In which the texts show what is in base terms here, by name, and by goal and constraints as written; `factor` is one in base terms. */
    readonly units: ShownUnits;
    readonly sweep: readonly (AnswerJson & { readonly value: number })[] | null;
    /**
     * Of each variable in the swept value; null without a sweep. `ends` are those where the sweep begins and ends, where it is no
     * one power.
     */
    readonly exponents: Readonly<Record<string, EstimateJson & Pick<Exponent, 'ends'>>> | null;
}

export function reportJson(file: string, report: StudyReport): ReportJson {
    return {
        file,
        diagnostics: report.diagnostics.map(problemJson),
        fits: report.fits.map(fitJson),
        comparisons: report.comparisons.map(comparisonJson),
        predictions: report.predictions.map(predictionJson),
        budgets: report.budgets.map(budgetJson),
        plans: report.plans.map(planJson),
    };
}

function predictionJson(prediction: PredictionReport): PredictionJson {
    const { text, newRun, message, caution } = prediction;
    return { text, ...estimateJson(prediction), newRun, message: message ?? caution };
}

function budgetJson({ name, units, sweep, ...answer }: BudgetReport): BudgetJson {
    const points = sweep?.points.map(({ value, ...point }) => ({ value, ...answerJson(point) })) ?? null;
    return { name, units, ...answerJson(answer), sweep: points, exponents: sweep && exponentsJson(sweep.exponents) };
}

function exponentsJson(exponents: readonly Exponent[]): NonNullable<BudgetJson['exponents']> {
    return Object.fromEntries(exponents.map((each) => [each.name, { ...estimateJson(each), ends: each.ends }]));
}

function answerJson({
    status,
    message,
    objective,
    variables,
    choice,
    mixture,
    binding,
    undetermined,
    extrapolation,
    ...answer
}: BudgetAnswer): AnswerJson {
    return {
        status,
        message,
        objective: estimateJson(objective),
        variables: estimatesJson(variables),
        choice: choice && choiceJson(choice),
        mixture: mixture && mixtureJson(mixture),
        binding,
        undetermined,
        extrapolation,
        ...decisionJson(answer),
    };
}

function choiceJson({ chosen, contenders, tried, feasible }: NonNullable<BudgetAnswer['choice']>): ChoiceJson {
    return {
        chosen: Object.fromEntries(
            chosen.map(({ name, label, number, share }) => [
                name,
                { option: label, number: number && estimateJson(number), share },
            ]),
        ),
        ranked: contenders.map(({ labels, objective, variables, worse, share }) => ({
            options: Object.fromEntries(labels.map((label, factor) => [chosen[factor].name, label])),
            objective: estimateJson(objective),
            variables: estimatesJson(variables),
            worse: estimateJson(worse),
            share,
        })),
        tried,
        feasible,
    };
}
