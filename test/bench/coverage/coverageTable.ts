/** How often nominal 95 % intervals hold the truth, as tables in Markdown. */
import type { BootstrapSpec, IntervalKind } from '../../../src/fit/problem.js';
import { coverageOf } from './coverage.js';
import type { Coverages } from './coverage.js';
import type { Coverage } from './coverageCount.js';
import { reducedCoverageOf } from './reducedCoverage.js';
import { SCENARIOS } from './scenarios.js';
import { REDUCED_SCENARIOS } from './simulatedReductions.js';

const REFITS = 400;
/** Of the bootstrap that is not the default. */
const FEWER_REFITS = 300;

/**
 * Of fits to rows.
 * @param experiments a share p found by n of them is itself known to about ±2√(p(1 − p)/n)
 * @param fewer of wild bootstraps
 */
export async function coverageTable(experiments = 1000, fewer = 600): Promise<string> {
    const rows: string[][] = [];
    for (const scenario of SCENARIOS) {
        const of = (count: number, intervals: IntervalKind, bootstrap: Bootstrap): Promise<Coverages> =>
            coverageOf(scenario, { experiments: count, intervals, bootstrap });
        const drawn = await of(experiments, 'bootstrap', { replicates: REFITS, kind: 'rows' });
        const others = [
            await of(experiments, 'profile', null),
            await of(experiments, 'standard', null),
            await of(fewer, 'bootstrap', { replicates: FEWER_REFITS, kind: 'wild' }),
        ];
        rows.push([
            scenario.name,
            range(drawn.parameters.values()),
            ...[drawn.prediction, drawn.decision, drawn.newRun].map(percent),
            ...others.map(({ parameters }) => range(parameters.values())),
        ]);
    }
    return table(
        ['experiment', 'parameters', 'prediction', 'decision', 'new run', 'profile', 'standard', 'wild'],
        rows,
    );
}

type Bootstrap = Omit<BootstrapSpec, 'seed'> | null;

/** Of laws of the minima of IsoFLOP budgets and of envelopes. */
export async function reducedCoverageTable(experiments = 1000): Promise<string> {
    const rows: string[][] = [];
    for (const [index, scenario] of REDUCED_SCENARIOS.entries()) {
        const cells = [];
        for (const kind of ['rows', 'wild'] as const) {
            const bootstrap = { replicates: FEWER_REFITS, kind };
            const { parameters, prediction } = await reducedCoverageOf(scenario, {
                experiments,
                seed: 1 + index,
                bootstrap,
            });
            cells.push(...[...parameters, prediction].map(percent));
        }
        rows.push([scenario.name, ...cells]);
    }
    return table(['runs', 'k', 'a', 'prediction', 'k, wild', 'a, wild', 'prediction, wild'], rows);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
    const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
    return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function percent(coverage: Coverage): string {
    return coverage.percent.toFixed(1);
}

/** From the parameter that is covered least to the one that is covered most. */
function range(coverages: Iterable<Coverage>): string {
    const shares = [...coverages].map((coverage) => coverage.percent);
    return `${Math.min(...shares).toFixed(1)} – ${Math.max(...shares).toFixed(1)}`;
}
