/** Noise of simulated runs. */
import type { Random } from '../../../src/fit/random.js';

/** One value for each of so many rows. */
export type Noise = (random: Random, rows: number) => Float64Array;

export function normal(deviation: number): Noise {
    return (random, rows) => Float64Array.from({ length: rows }, () => deviation * standardNormal(random));
}

/** A share of the rows has several times the noise. */
export function contaminated(deviation: number, share: number, times: number): Noise {
    return (random, rows) =>
        Float64Array.from(
            { length: rows },
            () => (random.uniform() < share ? times : 1) * deviation * standardNormal(random),
        );
}

/** Each run has a deviation of its own, besides those of its checkpoints. */
export function perRun(shared: number, own: number, runs: Uint32Array): Noise {
    return (random, rows) => {
        const ofRun = normal(shared)(random, Math.max(...runs) + 1);
        return normal(own)(random, rows).map((value, row) => value + ofRun[runs[row]]);
    };
}

/** Box and Muller (1958). */
function standardNormal(random: Random): number {
    return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}
