/**
 * The envelope of training curves as another repetition of the experiment might have given it. Curves get other noise about a
 * smooth surface (`curveNoise.ts`), whose own envelope tells what the lowest of noisy losses is too low by, and moves by: refits are
 * reversed about it. Of curves that do not tell their noise, whole ones are drawn with replacement; few touch the envelope,
 * and each that is missing changes it, so that this is too cautious.
 */
import type { Random } from '../random.js';
import { curveNoiseOf } from './curveNoise.js';
import type { Curve } from './curves.js';
import type { ReducedRows, Reducer, ReductionReport } from './reduction.js';

/** @param resampling null where nothing will be redrawn */
export function redrawnEnvelope(
    curves: readonly Curve[],
    resampling: 'rows' | 'wild' | null,
    envelopeOf: (curves: readonly Curve[]) => ReducedRows,
): Pick<Reducer<ReductionReport>, 'withoutNoise' | 'redraw'> {
    const noise = resampling && curveNoiseOf(curves, resampling === 'wild');
    const withoutNoise = noise && envelopeOf(noise.smooth);
    if (noise !== null && withoutNoise !== null && tellsTrend(withoutNoise)) {
        return { withoutNoise, redraw: (random) => envelopeOf(noise.draw(random)) };
    }
    return { withoutNoise: null, redraw: (random) => envelopeOf(someOf(curves, random)) };
}

function tellsTrend({ size }: ReducedRows): boolean {
    return new Set(size).size > 1;
}

/** A curve that is drawn twice is no lower for that. */
function someOf(curves: readonly Curve[], random: Random): Curve[] {
    const drawn = new Set(curves.map(() => random.below(curves.length)));
    return curves.filter((_, k) => drawn.has(k));
}
