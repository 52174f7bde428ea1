/** Simulated runs: the law of Besiroglu et al. 2024 (refit of Chinchilla) with 0.5 % log-normal noise. */
import { createRandom } from '../../src/fit/random.js';

export interface SimulatedRuns {
    readonly N: Float64Array;
    readonly D: Float64Array;
    readonly loss: Float64Array;
}

export function simulateRuns(rows: number, seed: number): SimulatedRuns {
    const random = createRandom(seed);
    const between = (low: number, high: number) => low * (high / low) ** random.uniform();
    const N = Float64Array.from({ length: rows }, () => between(5e7, 1.6e10));
    const D = Float64Array.from({ length: rows }, () => between(1e9, 3e11));
    const loss = N.map((n, row) => {
        const noise = 0.005 * Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
        return (1.8172 + 482.01 / n ** 0.3478 + 2085.43 / D[row] ** 0.3658) * Math.exp(noise);
    });
    return { N, D, loss };
}
