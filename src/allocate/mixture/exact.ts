/**
 * Branch and bound. What more arms can add to some samples is at most the sum of what each could add alone (the share solved is
 * submodular), and alone each adds less and less: the best of these sums is a knapsack that may be cut, filled in the order of gain
 * per cost (Dantzig 1957).
 */
import type { Pacer } from '../../fit/pacing.js';
import type { Attempts } from './attempts.js';
import type { Coverage, Mixture } from './coverage.js';
import { rightNext } from './missing.js';

export interface Proof {
    readonly best: Mixture;
    /** No mixture within the limit solves more. */
    readonly bound: number;
}

/** Counted work, in problems looked at. */
const MOST_WORK = 1e7;
/** A branch that promises less than this above the best is left. */
const WORTH = 1e-12;
/** Relative: a cost that exceeds the limit by less does not. */
const SLACK = 1e-9;

export async function prove(known: Mixture, coverage: Coverage, limit: number, pacer: Pacer): Promise<Proof> {
    const tree = new Tree(known, coverage, pacer);
    const room = limit * (1 + SLACK);
    const bound = tree.boundAt(0, room);
    await tree.visit(0, room);
    return { best: tree.best, bound: tree.isCut ? Math.max(bound, tree.best.solved) : tree.best.solved };
}

class Tree {
    /** Of each problem, before each arm is decided. */
    private readonly missed: readonly Float64Array[];
    private readonly counts: Int32Array;
    private readonly rest: readonly Float64Array[];
    private readonly gains: Float64Array;
    private readonly taken: Int32Array;
    private work = 0;

    constructor(
        public best: Mixture,
        private readonly coverage: Coverage,
        private readonly pacer: Pacer,
    ) {
        const { arms, problems } = coverage.attempts;
        this.missed = Array.from({ length: arms.length + 1 }, () => new Float64Array(problems).fill(1));
        this.rest = arms.map((arm) => new Float64Array(arm.problems.length));
        this.counts = new Int32Array(arms.length);
        this.gains = new Float64Array(arms.length);
        this.taken = new Int32Array(arms.length);
    }

    /** Whether it was left before everything was looked at. */
    get isCut(): boolean {
        return this.work > MOST_WORK;
    }

    private get attempts(): Attempts {
        return this.coverage.attempts;
    }

    /** Decides the arms from this one on, with what is left to spend. */
    async visit(arm: number, left: number): Promise<void> {
        const { arms, problems } = this.attempts;
        if (arm === arms.length) return this.keep();
        if (this.isCut || this.boundAt(arm, left) <= this.best.solved + WORTH) return;
        const cost = this.coverage.costs[arm];
        this.missed[arm + 1].set(this.missed[arm]);
        for (let count = 0; count <= arms[arm].limit && count * cost <= left; count++) {
            if (count > 0) this.addSample(arm, count - 1);
            this.counts[arm] = count;
            await this.visit(arm + 1, left - count * cost);
            await this.pacer.spend(problems);
            if (this.isCut) return;
        }
    }

    /** What can be solved at most, the arms before this one being decided. */
    boundAt(first: number, room: number): number {
        const { arms, problems } = this.attempts;
        const { costs } = this.coverage;
        let bound = this.solvedAt(first);
        for (let arm = first; arm < arms.length; arm++) {
            arms[arm].problems.forEach((problem, i) => (this.rest[arm][i] = this.missed[first][problem]));
            this.taken[arm] = 0;
            this.gains[arm] = arms[arm].limit === 0 ? 0 : this.gainOf(arm);
        }
        for (let left = room; left > 0;) {
            let next = first;
            for (let arm = first; arm < arms.length; arm++) {
                if (this.gains[arm] / costs[arm] > this.gains[next] / costs[next]) next = arm;
            }
            if (first === arms.length || this.gains[next] <= 0) break;
            bound += this.gains[next] * Math.min(1, left / costs[next]);
            left -= costs[next];
            this.take(next);
        }
        this.work += problems;
        return Math.min(1, bound);
    }

    private gainOf(arm: number): number {
        const { drawn, right } = this.attempts.arms[arm];
        const rest = this.rest[arm];
        let gain = 0;
        for (let i = 0; i < rest.length; i++) {
            gain += rest[i] * Math.min(1, rightNext(drawn[i], right[i], this.taken[arm]));
        }
        this.work += rest.length;
        return gain / this.attempts.problems;
    }

    /** One sample of an arm, as if it were the only one. */
    private take(arm: number): void {
        const { drawn, right, limit } = this.attempts.arms[arm];
        const rest = this.rest[arm];
        const count = this.taken[arm]++;
        for (let i = 0; i < rest.length; i++) rest[i] *= Math.max(0, 1 - rightNext(drawn[i], right[i], count));
        this.gains[arm] = this.taken[arm] < limit ? this.gainOf(arm) : 0;
    }

    private addSample(arm: number, count: number): void {
        const { problems, drawn, right } = this.attempts.arms[arm];
        const missed = this.missed[arm + 1];
        for (let i = 0; i < problems.length; i++) {
            missed[problems[i]] *= Math.max(0, 1 - rightNext(drawn[i], right[i], count));
        }
    }

    private solvedAt(arm: number): number {
        return 1 - this.missed[arm].reduce((sum, each) => sum + each, 0) / this.attempts.problems;
    }

    private keep(): void {
        const solved = this.solvedAt(this.counts.length);
        if (solved <= this.best.solved + WORTH) return;
        const cost = this.counts.reduce((sum, count, arm) => sum + count * this.coverage.costs[arm], 0);
        this.best = { counts: this.counts.slice(), solved, cost };
    }
}
