/** The JSON of `scaling fit --json`: a contract, described in docs/command-line.md. Plain numbers, null where there is none. */
import type { BudgetAnswer, BudgetReport, FitReport, PredictionReport, StudyReport } from '../study/report.js';
import { problemJson, type ProblemJson } from './problems.js';

type IntervalJson = readonly [number, number] | null;

interface EstimateJson {
    readonly estimate: number | null;
    readonly interval: IntervalJson;
}

export interface ReportJson {
    readonly file: string;
    readonly diagnostics: readonly ProblemJson[];
    readonly fits: readonly FitJson[];
    readonly predictions: readonly (EstimateJson & { readonly text: string })[];
    readonly budgets: readonly BudgetJson[];
}

interface FitJson {
    readonly law: string;
    readonly runs: string;
    readonly group: string | null;
    readonly rows: number;
    readonly objective: number | null;
    readonly parameters: Readonly<Record<string, EstimateJson & { readonly status: string }>>;
    readonly stopped: string;
}

interface AnswerJson {
    readonly status: string;
    readonly objective: EstimateJson;
    readonly variables: Readonly<Record<string, EstimateJson>>;
    readonly binding: readonly string[];
}

interface BudgetJson extends AnswerJson {
    readonly name: string;
    readonly sweep: readonly (AnswerJson & { readonly value: number })[] | null;
}

export function reportJson(file: string, report: StudyReport): ReportJson {
    return {
        file,
        diagnostics: report.diagnostics.map(problemJson),
        fits: report.fits.map(fitJson),
        predictions: report.predictions.map(predictionJson),
        budgets: report.budgets.map(budgetJson),
    };
}

function fitJson({ law, runs, group, rows, objective, parameters, stopped }: FitReport): FitJson {
    return {
        law,
        runs,
        group,
        rows,
        objective,
        parameters: Object.fromEntries(
            parameters.map((each) => [each.name, { ...estimateJson(each), status: each.status }]),
        ),
        stopped: stopped.code,
    };
}

function predictionJson(prediction: PredictionReport): ReportJson['predictions'][number] {
    return { text: prediction.text, ...estimateJson(prediction) };
}

function budgetJson({ name, sweep, ...answer }: BudgetReport): BudgetJson {
    const points = sweep?.points.map(({ value, ...point }) => ({ value, ...answerJson(point) })) ?? null;
    return { name, ...answerJson(answer), sweep: points };
}

function answerJson({ status, objective, variables, binding }: BudgetAnswer): AnswerJson {
    return {
        status,
        objective: estimateJson(objective),
        variables: Object.fromEntries(variables.map((variable) => [variable.name, estimateJson(variable)])),
        binding,
    };
}

function estimateJson(
    value: { readonly estimate: number | null; readonly interval: IntervalJson } | null,
): EstimateJson {
    return { estimate: value?.estimate ?? null, interval: value?.interval ?? null };
}
