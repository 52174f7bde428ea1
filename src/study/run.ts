/** Runs the statements of one spec, each once, in the order in which they need one another. */
import type { Constants } from '../allocate/problem.js';
import type { AllocationResult } from '../allocate/result.js';
import { fit } from '../fit/fit.js';
import type { Prediction } from '../fit/predict.js';
import type { FitResult } from '../fit/result.js';
import type { Patience } from '../fit/problem.js';
import { joinConstants, lawValues, NO_CONSTANTS, type FitOutcome, type LawValues } from './answers/constants.js';
import { Problems } from './diagnostics.js';
import { fitDiagnostics } from './answers/fitDiagnostics.js';
import { setUpFit, type FitSetup } from './answers/fitSetup.js';
import { fingerprint, fingerprintExpr } from './fingerprint.js';
import type { FitPlan, LawPlan, RunsPlan, SpecificationPlan } from './lower/plan.js';
import type { Memo } from './memo.js';
import type { RunsTable, StudyHost, TableLoader } from './tables/tables.js';

export interface StudyPatience extends Patience {
    /** Names the work that the pauses after it belong to, for example `fit of surface`. */
    begin?(activity: string): void;
}

/** What outlives a run: answers by the content of their questions. */
export interface Memory {
    readonly tables: TableLoader;
    readonly fits: Memo<FitResult>;
    readonly allocations: Memo<AllocationResult>;
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

    async valuesOf(law: LawPlan): Promise<LawValues> {
        const fits = this.plan.fitsOf.get(law) ?? [];
        const outcomes: FitOutcome[] = [];
        for (const each of fits) outcomes.push(...(await this.outcomesOf(each)));
        return lawValues(
            law,
            outcomes,
            fits.some((each) => this.plan.fits.includes(each)),
        );
    }

    /** Constants of some laws and of those that they use; a message where one has no values. */
    async constantsOf(laws: readonly LawPlan[]): Promise<Constants | string> {
        const parts: Constants[] = [];
        for (const law of new Set(laws.flatMap((each) => [each, ...each.uses]))) {
            const values = await this.valuesOf(law);
            if (!values.ok) return values.message;
            parts.push(values.constants);
        }
        return joinConstants(parts);
    }

    private async load(runs: RunsPlan): Promise<RunsTable | undefined> {
        if (runs.source?.kind === 'file') this.dependencies.add(runs.source.uri);
        this.patience.begin?.(`reading ${runs.name}`);
        const loaded = await this.memory.tables.load(runs, this.host, this.patience);
        const table = 'plan' in loaded ? loaded : undefined;
        for (const problem of table?.problems ?? (loaded as Exclude<typeof loaded, RunsTable>)) {
            this.problems.add(runs.uri, problem);
        }
        return table;
    }

    private async fit(plan: FitPlan): Promise<readonly FitOutcome[]> {
        const table = await this.tableOf(plan.runs);
        if (table === undefined) return [];
        const constants = plan.law.uses.length > 0 ? await this.constantsOf(plan.law.uses) : NO_CONSTANTS;
        if (typeof constants === 'string') {
            this.report(plan, [{ code: 'no-values', severity: 'error', message: constants, range: plan.range }]);
            return [];
        }
        const { setups, problems } = setUpFit(plan, table, constants);
        this.report(plan, problems);
        const outcomes: FitOutcome[] = [];
        for (const setup of setups) outcomes.push(await this.solve(setup));
        this.report(plan, fitDiagnostics(plan, table, outcomes, constants));
        return outcomes;
    }

    private async solve(setup: FitSetup): Promise<FitOutcome> {
        const { problem, group, plan } = setup;
        const { law, ...rest } = problem;
        const key = fingerprint([fingerprintExpr(law), rest]);
        const result = await this.memory.fits.get(key, () => {
            this.patience.begin?.(`fit of ${plan.law.name}${group === null ? '' : ` to ${group}`}`);
            return fit(problem, this.patience);
        });
        return { ...setup, result, key };
    }

    /** Problems of a fit belong to the spec that asks for it. */
    private report(plan: FitPlan, problems: readonly Parameters<Problems['add']>[1][]): void {
        if (!this.plan.fits.includes(plan)) return;
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
