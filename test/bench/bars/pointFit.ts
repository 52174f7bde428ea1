/** The point fit of the standard job against the published procedure and against variable projection on a grid. */
import { spawnSync } from 'node:child_process';
import { fit } from '../../../src/fit/fit.js';
import { estimatesOf, objectiveOf, PATIENT } from '../../fit/support/problems.js';
import { measure, median, processorTime } from '../measure.js';
import { barOf, notMeasured, onlyIf, seconds, times, type Bar, type Figure } from './bar.js';
import { benchRuns, standardProblem, type BenchRuns } from './benchRuns.js';
import { runReplication, runVariableProjection } from './references.js';

const PRECISION = 1e-9;
const WARM_FITS = 25;
/** Until the compiler has done its work, as in a server that has been open for a few seconds. */
const WARM_UP = 150;
const COLD_FITS = 5;
const GRID_SEARCHES = 5;
/** The option of the bench that makes it print the time of its first fit, and end. */
export const COLD_FIT = 'cold-fit';

export interface PointFit {
    /** Processor time of a fit. */
    readonly seconds: number;
    readonly estimates: Readonly<Record<string, number>>;
    readonly bars: readonly Bar[];
    readonly figures: readonly Figure[];
}

/** `every`: which of the reference's 4,500 starts are tried; its time is extrapolated to all. */
export async function benchPointFit(runs: BenchRuns, every: number): Promise<PointFit> {
    const problem = standardProblem(runs);
    const result = await fit(problem, PATIENT);
    const early = await processorTime(WARM_FITS, () => fit(problem, PATIENT));
    const warm = await processorTime(WARM_FITS, () => fit(problem, PATIENT), { warmUp: WARM_UP });
    const felt = await measure('', WARM_FITS, () => fit(problem, PATIENT));
    const objective = objectiveOf(result);
    const above = runs.bestKnown === null ? null : objective / runs.bestKnown - 1;
    const right = above === null || above <= PRECISION;
    const procedure = replicationBar(runs, every, warm, right);
    const grid = gridBar(runs, warm, right);
    return {
        seconds: warm,
        estimates: estimatesOf(result),
        bars: [procedure.bar, grid.bar],
        figures: [
            { what: 'rows', value: runs.source },
            { what: 'point fit, warm', value: `${seconds(warm)}; by the clock ${seconds(felt.value / 1e3)}` },
            { what: `point fit, median of the first ${WARM_FITS} of a process`, value: seconds(early) },
            { what: 'point fit, first of a process, by the clock', value: seconds(median(coldFits())) },
            {
                what: 'objective',
                value:
                    objective.toPrecision(13) +
                    (above === null ? '' : `, ${above.toExponential(1)} above the best known`),
            },
            ...procedure.figures,
            ...grid.figures,
        ],
    };
}

interface Compared {
    readonly bar: Bar;
    readonly figures: readonly Figure[];
}

function replicationBar(runs: BenchRuns, every: number, warm: number, right: boolean): Compared {
    const what = 'point fit, 240 rows, against the 4,500-start procedure with numeric gradients';
    const reference = runReplication(runs, every);
    if ('absent' in reference) return { bar: notMeasured(what, reference.absent), figures: [] };
    const { starts, tried, reachedBest, objective } = reference;
    const all = (reference.seconds * starts) / tried;
    const share = `${((100 * reachedBest) / tried).toFixed(1)} % of the starts reach the best`;
    const extent = tried < starts ? `extrapolated from ${tried} starts` : `all ${starts} starts`;
    return {
        bar: onlyIf(right, barOf(what, all / warm, { must: 2000, aim: 10_000 }, times)),
        figures: [
            { what: 'the 4,500-start procedure', value: `${seconds(all)} (${extent}); ${share}` },
            { what: 'its objective', value: objective.toPrecision(13) },
        ],
    };
}

function gridBar(runs: BenchRuns, warm: number, right: boolean): Compared {
    const what = 'the same against variable projection on a two-digit grid of exponents';
    const reference = runVariableProjection(runs, GRID_SEARCHES);
    if ('absent' in reference) return { bar: notMeasured(what, reference.absent), figures: [] };
    const { objective, parameters } = reference;
    const found = `alpha ${parameters.alpha}, beta ${parameters.beta}, objective ${objective.toPrecision(8)}`;
    return {
        bar: onlyIf(right, barOf(what, reference.seconds / warm, { must: 5, aim: 20 }, times)),
        figures: [{ what: 'variable projection on the grid, C', value: `${seconds(reference.seconds)}: ${found}` }],
    };
}

/** In seconds, each of a process of its own. */
function coldFits(): number[] {
    return Array.from({ length: COLD_FITS }, () => {
        const { status, stdout } = spawnSync(process.execPath, [process.argv[1], COLD_FIT], { encoding: 'utf8' });
        if (status !== 0) throw new Error('The first fit of a process could not be timed.');
        return Number(stdout);
    });
}

export async function printColdFit(): Promise<void> {
    const problem = standardProblem(benchRuns());
    const start = performance.now();
    await fit(problem, PATIENT);
    console.log((performance.now() - start) / 1e3);
}
