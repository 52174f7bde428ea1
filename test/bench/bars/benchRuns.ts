/** The rows of the standard job: 240 runs and L(N, D) = E + A/N^alpha + B/D^beta. */
import { CHINCHILLA, HUBER_OF_LOG, problemOf } from '../../fit/support/problems.js';
import { chinchillaRuns } from '../../fit/support/publishedRuns.js';
import type { BootstrapSpec, FitProblem } from '../../../src/fit/problem.js';
import { simulateRuns } from '../simulatedRuns.js';

export interface BenchRuns {
    /** Where the rows are from. */
    readonly source: string;
    readonly columns: { readonly N: Float64Array; readonly D: Float64Array };
    readonly loss: Float64Array;
    /** For the reference scripts. */
    readonly csv: string;
    /** The best known objective, where it is known. */
    readonly bestKnown: number | null;
}

/** Polished from many starts; data/chinchilla-epoch of Besiroglu et al. (2024), arXiv 2404.10102. */
const BEST_KNOWN = 0.0010182740178;

/** The 240 points of the replication where they are present, else as many simulated ones. */
export function benchRuns(): BenchRuns {
    const published = chinchillaRuns();
    if (published !== undefined) {
        const { N, D } = published.columns;
        const source = 'the 240 points of Besiroglu et al. (2024)';
        return {
            source,
            columns: { N, D },
            loss: published.loss,
            csv: csvOf(N, D, published.loss),
            bestKnown: BEST_KNOWN,
        };
    }
    const { N, D, loss } = simulateRuns(240, 1);
    const source = '240 simulated runs (the published ones are absent)';
    return { source, columns: { N, D }, loss, csv: csvOf(N, D, loss), bestKnown: null };
}

/** The standard job as the engine is asked it: Huber's loss of the log, δ = 1e-3, no starts, no bounds. */
export function standardProblem(
    { columns, loss }: Pick<BenchRuns, 'columns' | 'loss'>,
    bootstrap: BootstrapSpec | null = null,
): FitProblem {
    return problemOf(CHINCHILLA, columns, loss, { objective: HUBER_OF_LOG, bootstrap });
}

function csvOf(N: Float64Array, D: Float64Array, loss: Float64Array): string {
    return `N,D,loss\n${Array.from(loss, (y, i) => `${N[i]},${D[i]},${y}\n`).join('')}`;
}
