/** Joint second moments of what is wanted and of what each candidate run would measure, from joint draws of the law's parameters. */
import type { Pacer } from '../fit/pacing.js';
import { halfCentral68, median } from '../fit/quantiles.js';

/** One value for each draw. */
export type Drawn = Float64Array;

/**
 * What lies farther from the median than this many robust standard deviations is brought there: a few refits that went astray must
 * not decide which run is best. Of normal values that takes 0.5 % from the variance.
 */
const FARTHEST = 3;

export class Moments {
    /** Var t. */
    readonly ofTarget: number;
    /** Var yᵢ and Cov(t, yᵢ), one of each per candidate. */
    readonly variances: Float64Array;
    readonly withTarget: Float64Array;
    private readonly centred: readonly Drawn[];
    private readonly rows = new Map<number, Float64Array>();

    /** @param outcomes what each candidate would measure without noise, in as many draws as the target has */
    constructor(target: Drawn, outcomes: readonly Drawn[]) {
        const wanted = centre(target);
        this.centred = outcomes.map(centre);
        this.ofTarget = covariance(wanted, wanted);
        this.variances = Float64Array.from(this.centred, (y) => covariance(y, y));
        this.withTarget = Float64Array.from(this.centred, (y) => covariance(y, wanted));
    }

    get count(): number {
        return this.centred.length;
    }

    /** Cov(yᵢ, y) of one candidate i with each. */
    covariancesOf(candidate: number): Float64Array {
        let row = this.rows.get(candidate);
        if (row === undefined) {
            row = Float64Array.from(this.centred, (y) => covariance(y, this.centred[candidate]));
            this.rows.set(candidate, row);
        }
        return row;
    }
}

/** The same of many candidates, with pauses. */
export async function momentsOf(target: Drawn, outcomes: readonly Drawn[], pacer: Pacer): Promise<Moments> {
    for (const values of outcomes) {
        centre(values);
        await pacer.spend(values.length * OPERATIONS_PER_DRAW);
    }
    return new Moments(target, outcomes);
}

/** Two sorts. */
const OPERATIONS_PER_DRAW = 20;

const known = new WeakMap<Drawn, Drawn>();

/** Values less their mean, those far out drawn in. Draws are never changed, so each array is centred once. */
function centre(values: Drawn): Drawn {
    const centred = known.get(values) ?? withoutMean(tamed(values));
    known.set(values, centred);
    return centred;
}

function tamed(values: Drawn): Drawn {
    const middle = median(values);
    const reach = FARTHEST * halfCentral68(values);
    if (!(reach > 0)) return values;
    return values.map((value) => Math.min(Math.max(value, middle - reach), middle + reach));
}

function withoutMean(values: Drawn): Drawn {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
}

/** Of centred values. */
function covariance(a: Drawn, b: Drawn): number {
    let sum = 0;
    for (let draw = 0; draw < a.length; draw++) sum += a[draw] * b[draw];
    return sum / a.length;
}
