/** How often nominal 95 % intervals hold the truth, as a table in Markdown. */
import type { BootstrapSpec, IntervalKind } from '../../../src/fit/problem.js';
import { coverageOf } from './coverage.js';
import type { Coverage, Coverages } from './coverage.js';
import { SCENARIOS } from './scenarios.js';

const REFITS = 400;

/**
 * @param experiments of the default's intervals; a share p found by n of them is itself known to about ±2√(p(1 − p)/n)
 * @param fewer of the other kinds
 */
export async function coverageTable(experiments = 1000, fewer = 400): Promise<string> {
    const header = ['experiment', 'parameters', 'prediction', 'decision', 'new run', 'profile', 'standard', 'wild'];
    const rows = [header, header.map((_, column) => (column === 0 ? '---' : '---:'))];
    for (const scenario of SCENARIOS) {
        const drawn = (count: number, kind: BootstrapSpec['kind'] & string): Promise<Coverages> =>
            coverageOf(scenario, {
                experiments: count,
                intervals: 'bootstrap',
                bootstrap: { replicates: REFITS, kind },
            });
        const undrawn = (intervals: IntervalKind): Promise<Coverages> =>
            coverageOf(scenario, { experiments: fewer, intervals, bootstrap: null });
        const { parameters, prediction, decision, newRun } = await drawn(experiments, 'rows');
        const others = [await undrawn('profile'), await undrawn('standard'), await drawn(fewer, 'wild')];
        rows.push([
            scenario.name,
            range(parameters),
            ...[prediction, decision, newRun].map(percent),
            ...others.map((other) => range(other.parameters)),
        ]);
    }
    return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function percent(coverage: Coverage): string {
    return coverage.percent.toFixed(1);
}

/** From the parameter that is covered least to the one that is covered most. */
function range(parameters: Coverages['parameters']): string {
    const shares = [...parameters.values()].map((coverage) => coverage.percent);
    return `${Math.min(...shares).toFixed(1)} – ${Math.max(...shares).toFixed(1)}`;
}
