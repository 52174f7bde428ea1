/**
 * How often nominal 95 % intervals hold the truth, as a table in Markdown. A share found by 400 experiments is itself known to
 * about ±2 %.
 */
import { coverageOf } from './coverage.js';
import type { Coverage, Coverages } from './coverage.js';
import { SCENARIOS } from './scenarios.js';

const REFITS = 400;

export async function coverageTable(experiments = 400, scenarios = SCENARIOS): Promise<string> {
    const header = ['experiment', 'parameters', 'prediction', 'decision', 'new run', 'profile', 'standard', 'wild'];
    const rows = [header, header.map((_, column) => (column === 0 ? '---' : '---:'))];
    for (const scenario of scenarios) {
        const drawn = (kind: 'rows' | 'wild') =>
            coverageOf(scenario, { experiments, intervals: 'bootstrap', bootstrap: { replicates: REFITS, kind } });
        const undrawn = (intervals: 'profile' | 'standard') =>
            coverageOf(scenario, { experiments, intervals, bootstrap: null });
        const [bootstrap, profile, standard, wild] = [
            await drawn('rows'),
            await undrawn('profile'),
            await undrawn('standard'),
            await drawn('wild'),
        ];
        const { prediction, decision, newRun } = bootstrap;
        rows.push([
            scenario.name,
            ofParameters(bootstrap),
            ...[prediction, decision, newRun].map(percent),
            ...[profile, standard, wild].map(ofParameters),
        ]);
        console.error(rows.at(-1)!.join(' | '));
    }
    return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function percent(coverage: Coverage): string {
    return coverage.percent.toFixed(1);
}

/** From the parameter that is covered least to the one that is covered most. */
function ofParameters({ parameters }: Coverages): string {
    const shares = [...parameters.values()].map((coverage) => coverage.percent);
    return `${Math.min(...shares).toFixed(1)} – ${Math.max(...shares).toFixed(1)}`;
}
