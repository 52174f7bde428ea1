/**
 * Branch and bound. What more arms can add to some samples is at most the sum of what each could add alone (the share solved is
 * submodular), and alone each adds less and less: the best of these sums is a knapsack that may be cut, filled in the order of gain
 * per cost (Dantzig 1957).
 */
import type { Pacer } from '../../fit/pacing.js';
import type { Attempts } from './attempts.js';
import type { Coverage, Mixture } from './coverage.js';
import { isBetter, reaches, roomIn, SAME, type Demand } from './demand.js';
import { rightNext } from './missing.js';

/** No mixture within the limit solves more of the share, and none that reaches it costs less. */
export interface Bounds {
    readonly solved: number;
    readonly cost: number;
}

export interface Proof {
    readonly best: Mixture;
    readonly bounds: Bounds;
}

/** Counted work, in problems looked at. */
const MOST_WORK = 1e7;

export async function prove(known: Mixture, coverage: Coverage, demand: Demand, pacer: Pacer): Promise<Proof> {
    const tree = new Tree(known, coverage, demand, pacer);
    const atRoot = tree.promiseOf(0, 0, demand.share);
    await tree.visit(0, 0);
    const { best, isCut } = tree;
    const { solved, cost } = isCut ? atRoot : best;
    return { best, bounds: { solved: Math.max(solved, best.solved), cost: Math.min(cost, best.cost) } };
}

class Tree {
    /** Of each problem, before each arm is decided. */
    private readonly missed: readonly Float64Array[];
    private readonly counts: Int32Array;
    /** Of each arm, in a knapsack: the samples taken, what they leave of its problems, and what the next adds. */
    private readonly taken: Int32Array;
    private readonly rest: readonly Float64Array[];
    private readonly gains: Float64Array;
    private work = 0;

    constructor(
        public best: Mixture,
        private readonly coverage: Coverage,
        private readonly demand: Demand,
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

    /** What a better mixture solves and may cost. */
    private get better(): Bounds {
        const { best, demand } = this;
        return reaches(best.solved, demand)
            ? { solved: demand.share - SAME, cost: best.cost * (1 - SAME) }
            : { solved: best.solved + SAME, cost: roomIn(demand) };
    }

    /** Decides the arms from this one on, `spent` being what those before it cost. */
    async visit(arm: number, spent: number): Promise<void> {
        const { arms } = this.attempts;
        if (arm === arms.length) return this.keep(spent);
        const { solved } = this.better;
        const before = this.work;
        const isWorthwhile = !this.isCut && this.promiseOf(arm, spent, solved).solved >= solved;
        await this.pacer.spend(this.work - before);
        if (!isWorthwhile) return;
        const cost = this.coverage.costs[arm];
        this.missed[arm + 1].set(this.missed[arm]);
        for (let count = 0; count <= arms[arm].limit && spent + count * cost <= this.better.cost; count++) {
            if (count > 0) this.addSample(arm, count - 1);
            this.counts[arm] = count;
            await this.visit(arm + 1, spent + count * cost);
            if (this.isCut) return;
        }
    }

    /** The most that can be solved for a better mixture's cost, or the least cost of what is `wanted`, the arms before this one being decided. */
    promiseOf(first: number, spent: number, wanted: number): Bounds {
        const { costs } = this.coverage;
        const room = this.better.cost;
        let [solved, cost] = [this.solvedAt(first), spent];
        this.begin(first);
        while (solved < wanted && cost < room) {
            const next = this.mostForItsCost(first);
            const gain = this.gains[next];
            if (!(gain > 0)) break;
            const part = Math.min(1, (room - cost) / costs[next]);
            if (solved + part * gain >= wanted) {
                return { solved: wanted, cost: cost + ((wanted - solved) / gain) * costs[next] };
            }
            solved += part * gain;
            cost += costs[next];
            this.take(next, first);
        }
        return { solved, cost: solved < wanted ? Infinity : cost };
    }

    /** Empties the knapsack for arms that come after those that are decided. */
    private begin(first: number): void {
        const { arms } = this.attempts;
        const missed = this.missed[first];
        for (let arm = first; arm < arms.length; arm++) {
            const { problems, drawn, right, limit } = arms[arm];
            let gain = 0;
            for (let i = 0; i < problems.length; i++) gain += missed[problems[i]] * rightNext(drawn[i], right[i], 0);
            this.taken[arm] = 0;
            this.gains[arm] = limit === 0 ? 0 : gain / missed.length;
            this.work += problems.length;
        }
    }

    private mostForItsCost(first: number): number {
        const { costs } = this.coverage;
        let next = first;
        for (let arm = first; arm < costs.length; arm++) {
            if (this.gains[arm] / costs[arm] > this.gains[next] / costs[next]) next = arm;
        }
        return next;
    }

    /** One sample of an arm, as if it were the only one. */
    private take(arm: number, first: number): void {
        const { problems, drawn, right, limit } = this.attempts.arms[arm];
        const [rest, missed] = [this.rest[arm], this.missed[first]];
        const count = this.taken[arm]++;
        const hasNext = this.taken[arm] < limit;
        let gain = 0;
        for (let i = 0; i < rest.length; i++) {
            const before = count === 0 ? missed[problems[i]] : rest[i];
            rest[i] = before * (1 - rightNext(drawn[i], right[i], count));
            if (hasNext) gain += rest[i] * rightNext(drawn[i], right[i], count + 1);
        }
        this.gains[arm] = gain / this.attempts.problems;
        this.work += rest.length;
    }

    private addSample(arm: number, count: number): void {
        const { problems, drawn, right } = this.attempts.arms[arm];
        const missed = this.missed[arm + 1];
        for (let i = 0; i < problems.length; i++) missed[problems[i]] *= 1 - rightNext(drawn[i], right[i], count);
    }

    private solvedAt(arm: number): number {
        this.work += this.attempts.problems;
        let missed = 0;
        for (const each of this.missed[arm]) missed += each;
        return 1 - missed / this.attempts.problems;
    }

    private keep(cost: number): void {
        const mixture = { counts: this.counts, solved: this.solvedAt(this.counts.length), cost };
        if (isBetter(mixture, this.best, this.demand)) this.best = { ...mixture, counts: this.counts.slice() };
    }
}
