/** Runs the statements of one spec, each once, in the order in which they need one another. */
import type { Constants } from '../allocate/problem.js';
import type { AllocationResult } from '../allocate/result.js';
import type { MixtureAnswer } from '../allocate/mixture/mixture.js';
import type { PlanResult } from '../experiment/result.js';
import type { RollingHoldout } from '../fit/methods/rollingHoldout.js';
import type { Prediction } from '../fit/predict.js';
import type { Patience } from '../fit/problem.js';
import {
    isObstacle,
    joinConstants,
    lawValues,
    type FitOutcome,
    type LawValues,
    type Obstacle,
} from './answers/constants.js';
import { Problems } from './diagnostics.js';
import type { FitReport } from './report.js';
import { fitDiagnostics } from './answers/fitDiagnostics.js';
import type { Compared } from './answers/comparisons.js';
import type { Influences } from './answers/influences.js';
import { lawsNeededToFit } from './answers/parameterSpecs.js';
import { setUpFit } from './answers/fitSetup.js';
import { solveFit, type Fitted } from './answers/solveFit.js';
import { distinctUses, type EstimationPlan, type FitPlan, type LawUse, type SpecificationPlan } from './lower/plan.js';
import type { RunsPlan } from './lower/runsPlan.js';
import type { Memo } from './memo.js';
import type { RunsTable, StudyHost, TableLoader } from './tables/tables.js';

export interface StudyPatience extends Patience {
    /** Names the work that the pauses after it belong to, for example `fit of surface`. */
    begin?(activity: string): void;
    /** Told of a fit as soon as its optimum is found, before the refits that intervals need. */
    fitted?(report: FitReport): void;
}

/** What outlives a run: answers by the content of their questions. */
export interface Memory {
    readonly tables: TableLoader;
    readonly fits: Memo<Fitted>;
    readonly rolling: Memo<RollingHoldout>;
    readonly influences: Memo<Influences>;
    readonly comparisons: Memo<Compared>;
    readonly allocations: Memo<AllocationResult>;
    readonly plans: Memo<PlanResult>;
    readonly mixtures: Memo<MixtureAnswer | null>;
    /** The laws' values at the rows of their tables. */
    readonly predictions: Memo<readonly Prediction[]>;
}

export class StudyRun {
    readonly problems: Problems;
    /** Files that the answers rest on. */
    readonly dependencies = new Set<string>();
    private readonly tables = new Map<RunsPlan, Promise<RunsTable | undefined>>();
    private readonly outcomes = new Map<FitPlan, Promise<readonly FitOutcome[]>>();

    constructor(
        readonly plan: SpecificationPlan,
        readonly memory: Memory,
        private readonly host: StudyHost,
        readonly patience: StudyPatience,
    ) {
        this.problems = new Problems(plan.uri);
        for (const problem of plan.problems) this.problems.add(plan.uri, problem);
    }

    /** Undefined where the rows cannot be read; the problems say why. */
    tableOf(runs: RunsPlan): Promise<RunsTable | undefined> {
        return once(this.tables, runs, () => this.load(runs));
    }

    /** One outcome per group; none where the statement cannot be carried out, or its file cannot be read. */
    outcomesOf(fit: FitPlan): Promise<readonly FitOutcome[]> {
        return once(this.outcomes, fit, () => this.fit(fit));
    }

    async valuesOf(use: LawUse): Promise<LawValues> {
        const { law } = use;
        const fits = this.plan.fitsOf.get(law) ?? [];
        const outcomes: FitOutcome[] = [];
        for (const each of fits) outcomes.push(...(await this.outcomesOf(each)));
        return lawValues(
            use,
            outcomes,
            fits.some((each) => this.plan.fits.includes(each)),
        );
    }

    /** Constants of some laws and of those that they use. */
    async constantsOf(uses: readonly LawUse[]): Promise<Constants | Obstacle> {
        const parts: Constants[] = [];
        for (const use of distinctUses(uses.flatMap((each) => [each, ...each.law.uses]))) {
            const values = await this.valuesOf(use);
            if (isObstacle(values)) return values;
            parts.push(values.constants);
        }
        return joinConstants(parts);
    }

    /** Whether work just done was not cut short for lack of time: the next run may have time for it. */
    readonly hadTime = (): boolean => !(this.patience.expired?.() ?? false);

    private async load(runs: RunsPlan): Promise<RunsTable | undefined> {
        if (runs.source?.kind === 'files') for (const { uri } of runs.source.files) this.dependencies.add(uri);
        this.patience.begin?.(`reading ${runs.name}`);
        const origin = runs.source?.kind === 'runs' ? await this.tableOf(runs.source.runs) : undefined;
        const loaded = await this.memory.tables.load(runs, this.host, this.patience, origin);
        const table = 'plan' in loaded ? loaded : undefined;
        for (const problem of table?.problems ?? (loaded as Exclude<typeof loaded, RunsTable>)) {
            this.problems.add(runs.uri, problem);
        }
        return table;
    }

    private async fit(plan: FitPlan): Promise<readonly FitOutcome[]> {
        const table = await this.tableOf(plan.runs);
        if (table === undefined) return [];
        const constants = await this.constantsOf(lawsNeededToFit(plan.law));
        if (isObstacle(constants)) {
            const { message } = constants;
            this.report(plan, [{ code: 'no-values', severity: 'error', message, range: plan.range }]);
            return [];
        }
        const { setups, problems } = setUpFit(plan, table, constants);
        this.report(plan, problems);
        const outcomes: FitOutcome[] = [];
        for (const setup of setups) outcomes.push(await solveFit(setup, this));
        this.report(plan, fitDiagnostics(plan, table, outcomes, constants));
        return outcomes;
    }

    /** Problems of a fit or comparison belong to the spec that asks for it. */
    report(plan: EstimationPlan, problems: readonly Parameters<Problems['add']>[1][]): void {
        const own: readonly EstimationPlan[] = [...this.plan.fits, ...this.plan.comparisons];
        if (!own.includes(plan)) return;
        for (const problem of problems) this.problems.add(this.plan.uri, problem);
    }
}

function once<K, V>(known: Map<K, Promise<V>>, key: K, start: () => Promise<V>): Promise<V> {
    let answer = known.get(key);
    if (answer === undefined) {
        answer = start();
        known.set(key, answer);
    }
    return answer;
}
