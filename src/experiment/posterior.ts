/**
 * What runs would tell, before they are made: with Gaussian draws and noise of variance s², a run that measures y leaves of the
 * variance of t
 *
 *     Var(t | y) = Var t − Cov(t, y)²/(Var y + s²)
 *
 * whatever it measures. For a law linear in its parameters that is the c-optimality of Bayesian design (Chaloner and Verdinelli
 * 1995, Stat. Sci. 10, section 2.2). After one run the same holds of the moments given it: conditioning goes on run by run, as the
 * columns of a Cholesky factor do.
 */
import type { Moments } from './moments.js';

export class Posterior {
    /** Var(t | runs). */
    variance: number;
    private readonly variances: Float64Array;
    private readonly withTarget: Float64Array;
    /** Of each run observed so far: its covariance with each candidate, given those before it, over the deviation of what it measures. */
    private readonly factors: Float64Array[] = [];

    /** @param noise variance of what one run measures about the law */
    constructor(
        private readonly moments: Moments,
        private readonly noise: number,
        runs: readonly number[] = [],
    ) {
        this.variance = moments.ofTarget;
        this.variances = moments.variances.slice();
        this.withTarget = moments.withTarget.slice();
        for (const run of runs) this.observe(run);
    }

    /** By how much a candidate would lower the variance of t. */
    gainOf(candidate: number): number {
        const spread = this.variances[candidate] + this.noise;
        return spread > 0 ? this.withTarget[candidate] ** 2 / spread : 0;
    }

    observe(run: number): void {
        const deviation = Math.sqrt(this.variances[run] + this.noise);
        if (!(deviation > 0)) return;
        const factor = this.covariancesWith(run);
        const ofTarget = this.withTarget[run] / deviation;
        for (let i = 0; i < factor.length; i++) {
            factor[i] /= deviation;
            this.variances[i] = Math.max(0, this.variances[i] - factor[i] ** 2);
            this.withTarget[i] -= factor[i] * ofTarget;
        }
        this.variance = Math.max(0, this.variance - ofTarget ** 2);
        this.factors.push(factor);
    }

    /**
     * The gain of each candidate if one of the runs, observed with some noise, were not made. What it tells is taken back:
     * Cov(a, b) = Cov(a, b | y) + Cov(a, y | y) Cov(b, y | y)/(s² − Var(y | y)).
     */
    gainsWithout(run: number): Float64Array {
        const share = 1 / (this.noise - this.variances[run]);
        const ofTarget = share * this.withTarget[run];
        return this.covariancesWith(run).map((own, i) => {
            const spread = this.variances[i] + share * own * own + this.noise;
            return (this.withTarget[i] + ofTarget * own) ** 2 / spread;
        });
    }

    /** Cov(yᵢ, y | runs) of one candidate y with each. */
    private covariancesWith(candidate: number): Float64Array {
        const row = this.moments.covariancesOf(candidate).slice();
        for (const factor of this.factors) {
            const share = factor[candidate];
            for (let i = 0; i < row.length; i++) row[i] -= share * factor[i];
        }
        return row;
    }
}

/** What is left of the variance of t after some runs, as a share of what it is now. */
export function varianceLeft(moments: Moments, noise: number, runs: readonly number[]): number {
    return moments.ofTarget > 0 ? new Posterior(moments, noise, runs).variance / moments.ofTarget : 1;
}
