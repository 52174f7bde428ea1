/**
 * Training curves as another repetition of the experiment might have given them: a smooth surface (`curveSurface.ts`) plus the
 * noise of whole runs plus that of their checkpoints. With r the residual of a loss,
 *
 *     r = ε + η,  ε = r̄ over the checkpoints of the run
 *
 * The surface follows a run as far as its leverage h: ε/√(1 − h) is as large as the noise (Wu 1986, Ann. Statist. 14). Each run gets
 * one of these, drawn from all runs, with a random sign, times √(ν/χ²), ν = Σ (1 − h), as in a fit to rows that are few
 * (`../resampling.ts`), or (wild) its own; and its own η, turned as a whole, so that they stay as correlated as they are.
 *
 * How far noise moves an envelope depends on the surface, which is itself known only as well as noise allows. So each time it is
 * another: such noise pulls it along first, and then noise is added to it.
 */
import { sizeOfNoise } from '../noise.js';
import type { Random } from '../random.js';
import type { Curve } from './curves.js';
import { surfaceThrough } from './curveSurface.js';

export interface CurveNoise {
    /** The surface. */
    readonly smooth: readonly Curve[];
    draw(random: Random): readonly Curve[];
}

/** A surface takes about three of them, and some must be left to tell how runs scatter about it. */
export const FEWEST_CURVES = 6;
/** A run that the surface follows wholly has no residual, and none is made up for it. */
const LARGEST_LEVERAGE = 1 - 1e-9;

/** Null where the curves are too few to tell how runs scatter about a surface. */
export function curveNoiseOf(curves: readonly Curve[], wild: boolean): CurveNoise | null {
    if (curves.length < FEWEST_CURVES) return null;
    const surface = surfaceThrough(curves);
    const left = surface.leverages.map((h) => 1 - Math.min(h, LARGEST_LEVERAGE));
    const degrees = left.reduce((sum, one) => sum + one, 0);
    const residuals = curves.map(({ logLoss }, g) => logLoss.map((value, i) => Math.exp(value) - surface.loss[g][i]));
    const means = residuals.map((ofRun) => ofRun.reduce((sum, r) => sum + r, 0) / ofRun.length);
    const ofRuns = means.map((mean, g) => mean / Math.sqrt(left[g]));
    const ofCheckpoints = residuals.map((ofRun, g) => ofRun.map((r) => r - means[g]));
    const noise = (random: Random, size: number): Float64Array[] => {
        const sign = (): number => (random.below(2) === 0 ? -1 : 1);
        return ofCheckpoints.map((own, g) => {
            const ofRun = size * sign() * ofRuns[wild ? g : random.below(ofRuns.length)];
            const turned = sign();
            return own.map((value) => ofRun + turned * value);
        });
    };
    /** ln(L + ε) to first order, which is a number for any ε. */
    const withNoise = (of: (run: number, checkpoint: number) => number): Curve[] =>
        curves.map((curve, g) => ({
            ...curve,
            logLoss: surface.loss[g].map((loss, i) => Math.log(loss) + of(g, i) / loss),
        }));
    return {
        smooth: withNoise(() => 0),
        draw: (random) => {
            const moved = surface.followed(noise(random, 1));
            const drawn = noise(random, sizeOfNoise(1 - random.uniform(), degrees));
            return withNoise((g, i) => moved[g][i] + drawn[g][i]);
        },
    };
}
