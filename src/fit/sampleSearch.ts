/**
 * The search for the optimum on one sample: candidates scored on a part of its rows, the best of them that differ
 * polished for a few steps there, the best of those to the end on the sample. Repeated with fresh candidates until the
 * local searches agree. Then a few more probe what might rival the best.
 */
import { boxOf } from './coordinates.js';
import type { Criterion } from './criterion.js';
import { lossOf, lossStages } from './objectives.js';
import type { Loss } from './objectives.js';
import { bestOfEachSign, countBest, distinct } from './optima.js';
import type { Pacer } from './pacing.js';
import type { Objective } from './problem.js';
import { createRandom } from './random.js';
import { disadvantage, HOPELESS } from './rivals.js';
import { thin } from './sample.js';
import type { Sample } from './sample.js';
import type { LocalSolver, Solution } from './solver.js';
import { typicalResidual } from './stagedSolver.js';
import { StartGenerator } from './starts.js';
import type { ScoredStart } from './starts.js';

/** Rows that candidates are scored on. */
const SCORED_ROWS = 64;
/** Rounds of fresh starts: at most, while the local searches disagree, and while less than half of them agree. */
const ROUNDS = 10;
const ROUNDS_IF_DISAGREED = 2;
const ROUNDS_IN_DOUBT = 4;
const MOST_CANDIDATES = 4096;
/** Candidates that take a few steps, and those of them that go on to the end: in the first round, and later. */
const BRIEFLY_SOLVED = { first: 12, later: 24 };
const FULLY_SOLVED = { first: 3, later: 6 };
/** Searches for rivals, of each kind. */
const PROBES = 3;
/** Relative error of a computed law, generously. */
const ROUNDING = 16 * Number.EPSILON;
/** Starts nearer than this in the unit cube are the same. */
const NEIGHBOURHOOD = 0.05;

export interface SearchTask {
    readonly criterion: Criterion;
    readonly objective: Objective;
    readonly solve: LocalSolver;
    readonly pacer: Pacer;
}

export class SampleSearch {
    /** Where the local searches ended. */
    readonly found: Solution[] = [];
    /** Where the searches for rivals ended. */
    readonly probed: Solution[] = [];
    /** The candidates that were worth a few steps, and where these led. */
    private readonly scattered: ScoredStart[] = [];
    private readonly brief: Solution[] = [];
    private readonly generator: StartGenerator;
    private readonly scored: Sample;

    constructor(
        private readonly task: SearchTask,
        private readonly sample: Sample,
    ) {
        const { criterion, objective, pacer } = task;
        this.scored = thin(sample, SCORED_ROWS, createRandom(2));
        const box = boxOf(criterion.model.parameters);
        this.generator = new StartGenerator(criterion, this.scored, box, lossOf(objective), pacer);
    }

    /** Points at which the objective was computed before any local search. */
    get candidates(): number {
        return this.generator.drawn;
    }

    async run(): Promise<this> {
        for (const start of await this.generator.suggested()) this.found.push(await this.solve(start));
        for (let round = 0; round < ROUNDS && !this.isSettled(round); round++) await this.searchRound(round);
        await this.probe();
        return this;
    }

    private async searchRound(round: number): Promise<void> {
        const { generator, task, scored } = this;
        const effort = round === 0 ? 'first' : 'later';
        const starts = await generator.draw(candidatesInRound(round, generator.searched.length));
        const chosen = diverseBest(starts, BRIEFLY_SOLVED[effort]);
        const brief: Solution[] = [];
        for (const start of chosen) {
            brief.push(await task.solve(start, scored, 'brief'));
        }
        for (const start of distinct(brief).slice(0, FULLY_SOLVED[effort])) this.found.push(await this.solve(start));
        this.scattered.push(...chosen);
        this.brief.push(...brief);
    }

    private solve(start: Solution | ScoredStart): Promise<Solution> {
        return this.task.solve(start, this.sample, 'full');
    }

    private isSettled(rounds: number): boolean {
        const { found, task } = this;
        if (task.pacer.isOutOfTime && found.length > 0) return true;
        const exact = exactObjective(this.sample, lossOf(task.objective));
        if (rounds > 0 && found.some(({ value }) => value <= exact)) return true;
        const best = countBest(found);
        if (best < 2) return false;
        const needed = best === found.length ? 1 : 2 * best >= found.length ? ROUNDS_IF_DISAGREED : ROUNDS_IN_DOUBT;
        return rounds >= needed;
    }

    /**
     * What the rounds pass over: laws with other signs of their parameters; and, where the loss is approached from wider
     * ones, optima that only the loss itself has.
     */
    private async probe(): Promise<void> {
        await this.probeOtherSigns();
        if (this.hasStages()) {
            const near = [...distinct(this.brief).slice(0, PROBES), ...this.scattered.slice(0, PROBES)];
            for (const start of near) this.probed.push(await this.task.solve(start, this.sample, 'refit'));
        }
        const [best] = distinct([...this.probed, ...this.found]);
        if (this.probed.includes(best)) this.found.push(await this.solve(best));
    }

    /** First on the few rows, which most of them do not survive. */
    private async probeOtherSigns(): Promise<void> {
        const { found, brief, probed, task, sample, scored } = this;
        const [best, ...others] = bestOfEachSign([...distinct(found).slice(0, 1), ...brief]);
        for (let k = 0, probes = 0; k < others.length && probes < PROBES; k++) {
            if (!(await this.mayRival(best, others[k]))) continue;
            probes++;
            const end = await task.solve(others[k], scored, 'probe');
            if (await this.mayRival(best, end)) probed.push(await task.solve(end, sample, 'probe'));
        }
    }

    private async mayRival(best: Solution, other: Solution): Promise<boolean> {
        const { criterion, objective } = this.task;
        return (await disadvantage(criterion, lossOf(objective), this.scored, best, other)) < HOPELESS;
    }

    private hasStages(): boolean {
        const { task, sample, found } = this;
        const [best] = distinct(found);
        return (
            best !== undefined && lossStages(task.objective, typicalResidual(task.criterion, sample, best)).length > 1
        );
    }
}

/** Four times as many in each direction that is searched, and four times as many again where the first were not enough. */
function candidatesInRound(round: number, dimensions: number): number {
    return Math.min(MOST_CANDIDATES, 16 * 4 ** (dimensions + Math.min(round, 1)));
}

/** What the objective may be where the law is exact: its value if each residual is some rounding errors. */
function exactObjective({ target, counts, precisions }: Sample, loss: Loss): number {
    return target.reduce((sum, t, i) => sum + counts[i] * loss.value(ROUNDING * precisions[i] * (1 + Math.abs(t))), 0);
}

/** The best starts, none in the near neighbourhood of a better one. */
function diverseBest(starts: readonly ScoredStart[], count: number): ScoredStart[] {
    const chosen: ScoredStart[] = [];
    for (const start of [...starts].sort((a, b) => a.score - b.score)) {
        if (chosen.length === count) break;
        if (chosen.every((other) => distance(start.place, other.place) > NEIGHBOURHOOD)) chosen.push(start);
    }
    return chosen;
}

function distance(a: Float64Array, b: Float64Array): number {
    return a.reduce((largest, x, d) => Math.max(largest, Math.abs(x - b[d])), 0);
}
