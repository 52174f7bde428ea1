/** The JSON of `scaling fit --json`: a contract, described in docs/command-line.md. Plain numbers, null where there is none. */
import type { BudgetAnswer, BudgetReport, PredictionReport, StudyReport } from '../study/report.js';
import { comparisonJson, type ComparisonJson } from './comparisonJson.js';
import { estimateJson, type EstimateJson } from './estimateJson.js';
import { fitJson, type FitJson } from './fitJson.js';
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
}

interface AnswerJson {
    readonly status: string;
    readonly objective: EstimateJson;
    readonly variables: Readonly<Record<string, EstimateJson>>;
    readonly binding: readonly string[];
}

type Exponent = NonNullable<BudgetReport['sweep']>['exponents'][number];

interface BudgetJson extends AnswerJson {
    readonly name: string;
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
    return { text: prediction.text, ...estimateJson(prediction), newRun: prediction.newRun };
}

function budgetJson({ name, sweep, ...answer }: BudgetReport): BudgetJson {
    const points = sweep?.points.map(({ value, ...point }) => ({ value, ...answerJson(point) })) ?? null;
    return { name, ...answerJson(answer), sweep: points, exponents: sweep && exponentsJson(sweep.exponents) };
}

function exponentsJson(exponents: readonly Exponent[]): NonNullable<BudgetJson['exponents']> {
    return Object.fromEntries(exponents.map((each) => [each.name, { ...estimateJson(each), ends: each.ends }]));
}

function answerJson({ status, objective, variables, binding }: BudgetAnswer): AnswerJson {
    return { status, objective: estimateJson(objective), variables: byName(variables), binding };
}

function byName(values: BudgetAnswer['variables']): Readonly<Record<string, EstimateJson>> {
    return Object.fromEntries(values.map((value) => [value.name, estimateJson(value)]));
}
