import type { Sample } from './sample.js';
import type { LocalSolver, Solution, Start } from './solver.js';

/** What a refit costs however few its rows, in the pacer's operations. */
export const OPERATIONS_OF_A_REFIT = 20_000;

/** A law fitted again, to another sample: the best optimum near those known; null where none can be computed. */
export async function refitFrom(known: readonly Start[], sample: Sample, solve: LocalSolver): Promise<Solution | null> {
    let best: Solution | null = null;
    for (const start of known) {
        const end = await solve(start, sample, 'refit');
        if (end.value < (best?.value ?? Infinity)) best = end;
    }
    return best;
}
