/** The least that a law of model size and tokens predicts for a given compute: what its best allocation reaches. */
import { call, mul, name as nameNode, neg } from '../../expression/build.js';
import { compileScalar } from '../../expression/compile.js';
import { differentiate } from '../../expression/differentiate.js';
import { simplifyAll } from '../../expression/simplify.js';
import { substitute } from '../../expression/substitute.js';
import { compileLaw } from '../lawOnRows.js';
import type { Curve, FittedLaw } from './curves.js';

/** Training compute C = 6·N·D (Kaplan et al. 2020, section 2.1). */
const FLOP_PER_PARAMETER_AND_TOKEN = 6;

/** Points of a first look over all sizes. */
const LOOKS = 32;
const STEPS = 60;
/** Of ln N. Where the loss is least it is flat, and known to the last digits. */
const CLOSE = 1e-8;

// The blanks keep these names apart from those of the language.
const LOG_SIZE = 'log size';
const PRODUCT = 'size times tokens';

/** A law of (N, D), in this order, along compute in FLOP: min over N of L(N, C/(6N)), N and D at least 1. */
export function alongFrontier({ name, law, argumentNames: [size, tokens], fitted }: FittedLaw): Curve {
    const logSize = nameNode(LOG_SIZE);
    const allocation = new Map([
        [size, call('exp', logSize)],
        [tokens, mul(nameNode(PRODUCT), call('exp', neg(logSize)))],
    ]);
    const loss = substitute(law, allocation);
    const slope = differentiate(loss, LOG_SIZE);
    const formulas = simplifyAll([loss, slope, differentiate(slope, LOG_SIZE)]);
    const look = compileLaw(formulas[0], [LOG_SIZE], [PRODUCT, ...fitted.names]);
    const expand = compileScalar(formulas, [LOG_SIZE, PRODUCT, ...fitted.names]);
    return {
        name,
        fitted,
        valuesAt: (compute, parameters) =>
            compute.map((flop) => {
                const product = flop / FLOP_PER_PARAMETER_AND_TOKEN;
                const constants = [product, ...Array.from(parameters)];
                const sizes = Float64Array.from({ length: LOOKS }, (_, k) => (Math.log(product) * k) / (LOOKS - 1));
                const losses = look([sizes], LOOKS, constants);
                return leastNear(sizes, indexOfLeast(losses), (at, out) => expand([at, ...constants], out));
            }),
    };
}

/**
 * The minimum between the neighbours of the best place: where the slope is 0, by Newton's method, halving where that leaves the
 * bracket.
 * @param expand writes value, slope and curvature at a place
 */
function leastNear(places: Float64Array, best: number, expand: (at: number, out: Float64Array) => void): number {
    let [low, high] = [places[Math.max(0, best - 1)], places[Math.min(places.length - 1, best + 1)]];
    const expansion = new Float64Array(3);
    let at = places[best];
    for (let step = 0; step < STEPS; step++) {
        expand(at, expansion);
        const [, slope, curvature] = expansion;
        if (slope > 0) high = at;
        else low = at;
        const newton = at - slope / curvature;
        const next = newton > low && newton < high ? newton : 0.5 * (low + high);
        if (Math.abs(next - at) <= CLOSE) break;
        at = next;
    }
    return expansion[0];
}

/** 0 where nothing can be compared. */
function indexOfLeast(values: Float64Array): number {
    return values.reduce((best, value, k) => (value < values[best] || Number.isNaN(values[best]) ? k : best), 0);
}
