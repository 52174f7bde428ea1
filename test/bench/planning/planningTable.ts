/**
 * Whether planned runs pay: simulated experiments of known truth, to which runs are added by a plan, on IsoFLOP curves, on rays, or at
 * random, as many and of the same cost; as tables in Markdown.
 */
import type { Run } from '../../../src/experiment/problem.js';
import { createRandom } from '../../../src/fit/random.js';
import { designsOf, plannedRuns, randomRuns } from './designs.js';
import { fitted, measured, outcome, planProblem, START, TARGETS, together, TRUTHS, type Target } from './experiment.js';
import { Sample } from './sample.js';

/** Truth and noise of the experiments. */
const WORLDS = [
    { truth: TRUTHS[0], deviation: 0.003 },
    { truth: TRUTHS[0], deviation: 0.01 },
    { truth: TRUTHS[1], deviation: 0.003 },
];
type World = (typeof WORLDS)[number];
/** FLOP of all added runs; the start takes 4.1e18. */
const TOTAL = 1e20;
const RUNS = 10;
/** Smaller totals for the plan, to see from where on it does as well as the IsoFLOP curves do with all. */
const SHARES = [1 / 4, 1 / 16];
const REFITS = 400;

const DESIGNS = ['planned', 'isoflop', 'rays', 'random', 'nearby'] as const;
/** Those that a plan has an expectation of. */
const FORESEEN = ['planned', 'isoflop', 'rays', 'nearby'] as const;
type Design = (typeof DESIGNS)[number];

interface Cell {
    readonly before: Sample;
    readonly halfWidths: Readonly<Record<Design, Sample>>;
    readonly errors: Readonly<Record<Design, Sample>>;
    /** Realised over expected share of the width that is left, in the logarithm. */
    readonly surprise: Readonly<Record<(typeof FORESEEN)[number], Sample>>;
    /** The plan's with a share of the total. */
    readonly cheaper: readonly Sample[];
}

export async function planningTable(experiments = 60, targets: readonly Target[] = TARGETS): Promise<string> {
    const rows: string[][] = [];
    const surprises: string[][] = [];
    for (const target of targets) {
        for (const world of WORLDS) {
            const cell = await cellOf(target, world, experiments);
            const label = [target.name, `${world.truth.name}, ${100 * world.deviation} %`];
            rows.push([
                ...label,
                cell.before.geometric(),
                ...DESIGNS.map((design) => cell.halfWidths[design].geometric()),
                ...DESIGNS.map((design) => cell.errors[design].rootMeanSquare()),
                savingText(cell),
            ]);
            surprises.push([...label, ...FORESEEN.map((design) => cell.surprise[design].factor())]);
        }
    }
    const widths = ['before', ...DESIGNS].map((design) => `width, ${design}`);
    const errors = DESIGNS.map((design) => `error, ${design}`);
    return [
        table(['target', 'truth and noise', ...widths, ...errors, 'fewer FLOP'], rows),
        table(['target', 'truth and noise', ...FORESEEN], surprises),
    ].join('\n\n');
}

async function cellOf(target: Target, world: World, experiments: number): Promise<Cell> {
    const byDesign = () =>
        Object.fromEntries(DESIGNS.map((design) => [design, new Sample()])) as Record<Design, Sample>;
    const cell: Cell = {
        before: new Sample(),
        halfWidths: byDesign(),
        errors: byDesign(),
        surprise: byDesign(),
        cheaper: SHARES.map(() => new Sample()),
    };
    for (let experiment = 0; experiment < experiments; experiment++) await simulate(cell, target, world, experiment);
    return cell;
}

/** All designs begin with the same runs, and get noise of their own. */
async function simulate(cell: Cell, target: Target, { truth, deviation }: World, experiment: number): Promise<void> {
    const random = createRandom(1 + experiment);
    const begun = measured(truth, START, deviation, random);
    const first = await fitted(begun, REFITS, 1 + experiment);
    const before = outcome(target, truth, first);
    const problem = planProblem(target, first, TOTAL, RUNS);
    const designs = before && (await designsOf(problem));
    if (!designs) return;
    cell.before.add(Math.log(before.halfWidth));
    const runsOf = { ...designs, random: randomRuns(problem, RUNS, random) };
    const after = async (runs: readonly Run[]) => {
        const all = together(begun, measured(truth, runs, deviation, random));
        return outcome(target, truth, await fitted(all, REFITS, 1 + experiment));
    };
    for (const design of DESIGNS) {
        const found = await after(runsOf[design]);
        if (found === null) continue;
        cell.halfWidths[design].add(Math.log(found.halfWidth));
        cell.errors[design].add(found.error);
        if (design === 'random') continue;
        cell.surprise[design].add(Math.log(found.halfWidth / before.halfWidth / designs.expected[design]));
    }
    for (const [index, share] of SHARES.entries()) {
        const cheaper = await plannedRuns(planProblem(target, first, share * TOTAL, RUNS));
        const found = cheaper && (await after(cheaper));
        if (found) cell.cheaper[index].add(Math.log(found.halfWidth));
    }
}

/** How many times less the plan needs for the width of the IsoFLOP curves, between the totals that were tried in the logarithm. */
function savingText({ halfWidths, cheaper }: Cell): string {
    const shares = [1, ...SHARES];
    const widths = [halfWidths.planned, ...cheaper].map(({ mean }) => mean);
    const wanted = halfWidths.isoflop.mean;
    const next = widths.findIndex((width) => width > wanted);
    if (next === 0) return 'none';
    if (next < 0) return `> ${Math.round(1 / shares[shares.length - 1])}`;
    const place = (wanted - widths[next - 1]) / (widths[next] - widths[next - 1]);
    const saving = (shares[next - 1] / shares[next]) ** place / shares[next - 1];
    const perWidth = Math.log(shares[next - 1] / shares[next]) / (widths[next] - widths[next - 1]);
    const error = Math.hypot(halfWidths.isoflop.standardError, cheaper[next - 1].standardError) * perWidth;
    return `${saving.toFixed(1)} ± ${(saving * error).toPrecision(1)}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
    const rule = header.map((_, column) => (column < 2 ? '---' : '---:'));
    return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
