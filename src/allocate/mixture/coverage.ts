/** The share of problems that a mixture solves, kept up to date as samples are added. Nothing is allocated on the way. */
import { costsOf, type Attempts } from './attempts.js';
import { logFactorials, logMissing, rightNext } from './missing.js';

/** A share that is none. */
const NOTHING = 1e-12;

export interface Mixture {
    readonly counts: Int32Array;
    readonly solved: number;
    /** The mean cost of a problem. */
    readonly cost: number;
}

/** Samples of each arm, and what they leave of each problem. */
export interface Samples {
    readonly counts: Int32Array;
    readonly missed: Float64Array;
}

export class Coverage {
    /** Samples of each arm. */
    readonly counts: Int32Array;
    /** The mean cost of a problem, of one sample of each arm. */
    readonly costs: Float64Array;
    /** Of each problem: the chance that every sample is wrong, ∏ₛ C(n − c, kₛ) / C(n, kₛ). */
    readonly missed: Float64Array;
    readonly logFactorial: Float64Array;

    constructor(readonly attempts: Attempts) {
        this.counts = new Int32Array(attempts.arms.length);
        this.costs = costsOf(attempts);
        this.missed = new Float64Array(attempts.problems).fill(1);
        this.logFactorial = logFactorials(attempts);
    }

    /** Starts anew from these counts. */
    set(counts: ArrayLike<number>): void {
        this.counts.fill(0);
        this.missed.fill(1);
        for (let arm = 0; arm < counts.length; arm++) this.take(arm, counts[arm]);
    }

    /** So many samples of an arm that has none. */
    take(arm: number, count: number): void {
        const { problems, drawn, right } = this.attempts.arms[arm];
        this.counts[arm] = count;
        if (count === 0) return;
        for (let i = 0; i < problems.length; i++) {
            this.missed[problems[i]] *= Math.exp(logMissing(drawn[i], right[i], count, this.logFactorial));
        }
    }

    samples(): Samples {
        return { counts: this.counts.slice(), missed: this.missed.slice() };
    }

    restore({ counts, missed }: Samples): void {
        this.counts.set(counts);
        this.missed.set(missed);
    }

    /** One more sample of an arm. */
    add(arm: number): void {
        const { problems, drawn, right } = this.attempts.arms[arm];
        const count = this.counts[arm]++;
        for (let i = 0; i < problems.length; i++) {
            this.missed[problems[i]] *= 1 - rightNext(drawn[i], right[i], count);
        }
    }

    /** By how much one more sample of an arm raises the share that is solved. */
    gainOf(arm: number): number {
        const { problems, drawn, right } = this.attempts.arms[arm];
        const count = this.counts[arm];
        let gain = 0;
        for (let i = 0; i < problems.length; i++) {
            gain += this.missed[problems[i]] * rightNext(drawn[i], right[i], count);
        }
        return gain / this.attempts.problems;
    }

    /** Mean over problems of 1 − ∏ₛ C(n − c, kₛ) / C(n, kₛ). */
    solved(): number {
        let missed = 0;
        for (const each of this.missed) missed += each;
        return 1 - missed / this.missed.length;
    }

    /** What all samples that there are would solve; the counts are left at them. */
    attainable(): number {
        this.set(this.attempts.arms.map(({ limit }) => limit));
        return this.solved();
    }

    cost(): number {
        return this.counts.reduce((cost, count, arm) => cost + count * this.costs[arm], 0);
    }

    /** Whether more samples would solve more, if there were no limit to what they cost. */
    hasMoreToGain(): boolean {
        return this.attempts.arms.some((_, arm) => this.hasRoom(arm) && this.gainOf(arm) > NOTHING);
    }

    hasRoom(arm: number): boolean {
        return this.counts[arm] < this.attempts.arms[arm].limit;
    }
}

export function mixtureOf(coverage: Coverage): Mixture {
    return { counts: coverage.counts.slice(), solved: coverage.solved(), cost: coverage.cost() };
}
