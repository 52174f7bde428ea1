/** The study of specs: what it was asked before and is asked again unchanged, it does not compute again. */
import type { MixtureAnswer } from '../allocate/mixture/mixture.js';
import type { AllocationResult } from '../allocate/result.js';
import type { PlanResult } from '../experiment/result.js';
import type { RollingHoldout } from '../fit/methods/rollingHoldout.js';
import type { Prediction } from '../fit/predict.js';
import type { FitResult } from '../fit/result.js';
import { pictureBudget } from './pictures/allocation.js';
import { answerBudget, type BudgetOutcome } from './answers/budgets.js';
import { curvesOf } from './pictures/curves.js';
import { Documents, type SourceDocument } from './documents.js';
import { answerComparison, type Compared } from './answers/comparisons.js';
import type { Influences } from './answers/influences.js';
import { fitReport, runsReport } from './answers/fitReports.js';
import { lowerSpecification } from './lower/specification.js';
import type { Fitted } from './answers/solveFit.js';
import { Memo } from './memo.js';
import type { BudgetPicture } from './pictures/budgetPictures.js';
import type { CurvesPicture } from './pictures/curvePictures.js';
import { picturePlan, type PlanPicture } from './pictures/planPicture.js';
import { inTextOrder } from './places.js';
import { answerPlan } from './answers/plans.js';
import { answerPrediction } from './answers/predictions.js';
import type { PlanReport } from './planReport.js';
import type { ComparisonReport } from './comparisonReport.js';
import type { Diagnostic, FitReport, PredictionReport, RunsReport, StudyReport } from './report.js';
import { StudyRun, type Memory, type StudyPatience } from './run.js';
import { TableLoader, type StudyHost } from './tables/tables.js';

export interface StudyOptions {
    /** Replaces the seeds of all bootstraps. */
    readonly seed?: number;
}

/** Another value of a budget's adjustable limit, in the unit of the text. */
export interface Trial {
    readonly budget: string;
    readonly limit: number;
}

export interface AllocationPicture {
    readonly budgets: readonly BudgetPicture[];
    readonly plans: readonly PlanPicture[];
}

/**
 * `documents` are the texts of the spec and of its siblings in the folder, as they stand in the editor or on disk.
 * All methods reject only with what `patience.pause` throws.
 */
export interface Study {
    analyse(
        uri: string,
        documents: readonly SourceDocument[],
        host: StudyHost,
        patience: StudyPatience,
    ): Promise<StudyReport>;
    /** What the Curves panel draws: one entry per fit and per comparison, in the order of the text. */
    curves(
        uri: string,
        documents: readonly SourceDocument[],
        host: StudyHost,
        patience: StudyPatience,
    ): Promise<readonly CurvesPicture[]>;
    /** What the Allocation panel draws: one entry per budget and per plan of the report, in its order. */
    allocation(
        uri: string,
        documents: readonly SourceDocument[],
        host: StudyHost,
        patience: StudyPatience,
        trial?: Trial,
    ): Promise<AllocationPicture>;
    /** A file changed on disk. */
    invalidate(uri: string): void;
}

/** Numbers kept in memory: about 100 MB. Answers of usual size weigh next to nothing. */
const REMEMBERED_NUMBERS = 12e6;
const REMEMBERED_ALLOCATIONS = 256;
/** Tables of cuts, of influences and of laws compared. */
const REMEMBERED_ANSWERS = 32;

export function createStudy({ seed }: StudyOptions = {}): Study {
    const documents = new Documents();
    const memory: Memory = {
        tables: new TableLoader(),
        fits: new Memo<Fitted>(REMEMBERED_NUMBERS, ({ result }) => numbersIn(result)),
        rolling: new Memo<RollingHoldout>(REMEMBERED_ANSWERS),
        influences: new Memo<Influences>(REMEMBERED_ANSWERS),
        comparisons: new Memo<Compared>(REMEMBERED_ANSWERS),
        allocations: new Memo<AllocationResult>(REMEMBERED_ALLOCATIONS),
        plans: new Memo<PlanResult>(REMEMBERED_ANSWERS),
        mixtures: new Memo<MixtureAnswer | null>(REMEMBERED_ALLOCATIONS),
        predictions: new Memo<readonly Prediction[]>(
            REMEMBERED_NUMBERS,
            (rows) => rows.length * NUMBERS_PER_PREDICTION,
        ),
    };
    let checking: Promise<unknown> = Promise.resolve();

    const start: Start = async (uri, sources, host, patience) => {
        // The language's documents are shared, so that one text is read at a time.
        const reading = checking.then(async () => {
            const checked = await documents.check(uri, sources);
            const { root, scope, hasErrors } = checked;
            return { checked, plan: lowerSpecification(root, { uri, scope, hasErrors, seed }) };
        });
        checking = reading.catch(() => undefined);
        const { checked, plan } = await reading;
        return { diagnostics: checked.diagnostics, run: new StudyRun(plan, memory, host, patience) };
    };

    return {
        async analyse(uri, sources, host, patience) {
            const { diagnostics, run } = await start(uri, sources, host, patience);
            return reportOf(run, diagnostics, sources);
        },
        async curves(uri, sources, host, patience) {
            const { run } = await start(uri, sources, host, patience);
            return curvesOf(run);
        },
        async allocation(uri, sources, host, patience, trial) {
            const { run } = await start(uri, sources, host, patience);
            const budgets: BudgetPicture[] = [];
            for (const plan of run.plan.budgets) {
                const factor = plan.limit?.factor ?? 1;
                const limit = trial?.budget === plan.name ? trial.limit * factor : undefined;
                budgets.push(await pictureBudget(await answerBudget(plan, run, limit), run, limit));
            }
            const plans: PlanPicture[] = [];
            for (const plan of run.plan.experiments) plans.push(await picturePlan(plan, run));
            return { budgets, plans };
        },
        invalidate(uri) {
            memory.tables.invalidate(uri);
        },
    };
}

/** An object with an interval takes as much room as this many numbers. */
const NUMBERS_PER_PREDICTION = 12;

function numbersIn({ predicted, residuals, noise, draws }: FitResult): number {
    return predicted.length + residuals.length + noise.length + (draws?.values.length ?? 0);
}

type Start = (
    uri: string,
    sources: readonly SourceDocument[],
    host: StudyHost,
    patience: StudyPatience,
) => Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly run: StudyRun }>;

async function reportOf(
    run: StudyRun,
    diagnostics: readonly Diagnostic[],
    sources: readonly SourceDocument[],
): Promise<StudyReport> {
    const { plan } = run;
    const runs: RunsReport[] = [];
    for (const each of plan.runs) {
        const table = await run.tableOf(each);
        if (table !== undefined) runs.push(runsReport(table));
    }
    const fits: FitReport[] = [];
    for (const each of plan.fits) {
        for (const outcome of await run.outcomesOf(each)) fits.push(await fitReport(outcome, run));
    }
    const comparisons: ComparisonReport[] = [];
    for (const each of plan.comparisons) {
        const answered = await answerComparison(each, run);
        if (answered !== null) comparisons.push(answered);
    }
    const predictions: PredictionReport[] = [];
    for (const each of plan.predictions) predictions.push(await answerPrediction(each, run));
    const budgets: BudgetOutcome[] = [];
    for (const each of plan.budgets) budgets.push(await answerBudget(each, run));
    const plans: PlanReport[] = [];
    for (const each of plan.experiments) plans.push(await answerPlan(each, run));
    const siblings = sources.map(({ uri }) => uri).filter((uri) => uri !== plan.uri);
    return {
        uri: plan.uri,
        diagnostics: [...diagnostics, ...run.problems.list()].sort(inTextOrder),
        runs,
        fits,
        comparisons,
        predictions,
        budgets: budgets.map(({ report }) => report),
        plans,
        dependencies: [...siblings, ...run.dependencies].sort(),
    };
}
