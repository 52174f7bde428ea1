/** The share solved with chances of being wrong that are powers of the counts: concave, in counts that need not be whole. */
import type { Pacer } from '../../fit/pacing.js';
import type { Coverage } from './coverage.js';

/** Relative: slopes that differ by less are the same. */
const LEVEL = 1e-4;
const MOST_MOVES = 400;
const NEWTON_STEPS = 30;

export class Relaxation {
    readonly counts: Float64Array;
    /** Of each problem: ∏ₛ e^(−θk). */
    readonly missed: Float64Array;
    readonly slopes: Float64Array;
    private readonly direction: Float64Array;
    private readonly exponents: Float64Array;

    /** `powers`: per arm, per problem of it, θ. */
    constructor(
        private readonly coverage: Coverage,
        counts: Int32Array,
        private readonly powers: readonly Float64Array[],
        private readonly limit: number,
    ) {
        const { arms, problems } = coverage.attempts;
        this.counts = Float64Array.from(counts);
        this.exponents = new Float64Array(problems);
        this.direction = new Float64Array(problems);
        this.missed = new Float64Array(problems);
        this.slopes = new Float64Array(arms.length);
        this.set(this.counts);
    }

    /** Starts anew from these counts. */
    set(counts: Float64Array): void {
        this.counts.set(counts);
        this.exponents.fill(0);
        this.powers.forEach((_, arm) => this.addTo(this.exponents, arm, this.counts[arm]));
        this.update();
    }

    solved(): number {
        return 1 - this.missed.reduce((sum, each) => sum + each, 0) / this.missed.length;
    }

    cost(): number {
        return this.counts.reduce((cost, count, arm) => cost + count * this.coverage.costs[arm], 0);
    }

    /**
     * Moves what is spent from where it adds least to where it adds most, until it adds the same everywhere. Answers counts on the way,
     * after 0, 1, 2, 4, 8, … moves.
     */
    async maximise(pacer: Pacer): Promise<readonly Float64Array[]> {
        const way: Float64Array[] = [];
        for (let moves = 0; moves < MOST_MOVES; moves++) {
            if ((moves & (moves - 1)) === 0) way.push(this.counts.slice());
            const { up, down, isLevel } = this.ends();
            if (isLevel) break;
            const step = this.lineSearch(up, down);
            if (!(step > 0)) break;
            this.move(up, down, step);
            const pause = pacer.spend(this.missed.length * (this.slopes.length + NEWTON_STEPS));
            if (pause !== undefined) await pause;
        }
        return [...way, this.counts.slice()];
    }

    /** The arm that adds most for its cost and has room, and the one that adds least and has samples; −1: money not spent. */
    private ends(): { readonly up: number; readonly down: number; readonly isLevel: boolean } {
        const { arms } = this.coverage.attempts;
        const worth = this.slopes.map((slope, arm) => slope / this.coverage.costs[arm]);
        const hasMoney = this.limit - this.cost() > LEVEL * this.limit;
        let [up, down] = [-1, -1];
        worth.forEach((each, arm) => {
            if (this.counts[arm] < arms[arm].limit && (up < 0 || each > worth[up])) up = arm;
            if (!hasMoney && this.counts[arm] > 0 && (down < 0 || each < worth[down])) down = arm;
        });
        const lowest = hasMoney ? 0 : down < 0 ? Infinity : worth[down];
        return { up, down, isLevel: up < 0 || up === down || worth[up] - lowest <= LEVEL * worth[up] };
    }

    /** How much cost to move: Newton's method on the slope along the direction, which falls. */
    private lineSearch(up: number, down: number): number {
        const { costs, attempts } = this.coverage;
        const roomAbove = (attempts.arms[up].limit - this.counts[up]) * costs[up];
        const most = Math.min(roomAbove, down < 0 ? this.limit - this.cost() : this.counts[down] * costs[down]);
        this.direction.fill(0);
        this.addTo(this.direction, up, 1 / costs[up]);
        if (down >= 0) this.addTo(this.direction, down, -1 / costs[down]);
        let [low, high, step] = [0, most, 0];
        const first = this.slopeAt(0).slope;
        for (let iteration = 0; iteration < NEWTON_STEPS; iteration++) {
            const { slope, curvature } = this.slopeAt(step);
            if (Math.abs(slope) <= LEVEL * first) return step;
            if (slope > 0) low = step;
            else high = step;
            const next = step + slope / curvature;
            step = next > low && next < high ? next : next >= most && slope > 0 ? most : (low + high) / 2;
            if (step === most && this.slopeAt(most).slope >= 0) return most;
        }
        return low;
    }

    /** Of the share solved along the direction, and minus how the slope changes. */
    private slopeAt(step: number): { readonly slope: number; readonly curvature: number } {
        let [slope, curvature] = [0, 0];
        for (let i = 0; i < this.missed.length; i++) {
            const direction = this.direction[i];
            if (direction === 0) continue;
            const weight = direction * Math.exp(-this.exponents[i] - step * direction);
            slope += weight;
            curvature += weight * direction;
        }
        return { slope, curvature };
    }

    private move(up: number, down: number, step: number): void {
        const { costs } = this.coverage;
        this.counts[up] += step / costs[up];
        if (down >= 0) this.counts[down] = Math.max(0, this.counts[down] - step / costs[down]);
        for (let i = 0; i < this.exponents.length; i++) this.exponents[i] += step * this.direction[i];
        this.update();
    }

    /** What more of an arm adds. */
    private slopeOf(arm: number): number {
        const { problems } = this.coverage.attempts.arms[arm];
        const powers = this.powers[arm];
        let sum = 0;
        for (let i = 0; i < problems.length; i++) sum += this.missed[problems[i]] * powers[i];
        return sum / this.missed.length;
    }

    private addTo(sums: Float64Array, arm: number, times: number): void {
        if (times === 0) return;
        const { problems } = this.coverage.attempts.arms[arm];
        const powers = this.powers[arm];
        for (let i = 0; i < problems.length; i++) sums[problems[i]] += times * powers[i];
    }

    private update(): void {
        for (let i = 0; i < this.missed.length; i++) this.missed[i] = Math.exp(-this.exponents[i]);
        this.powers.forEach((_, arm) => (this.slopes[arm] = this.slopeOf(arm)));
    }
}
