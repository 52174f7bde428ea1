/** A fitted law as lines: along each of its arguments with the others held, and along compute. */
import { allocate } from '../../allocate/allocate.js';
import { binary, name, num } from '../../expression/build.js';
import { formatQuantity } from '../../quantity/print.js';
import { bandsOf } from './bands.js';
import { fittedConstants, type FitOutcome } from '../answers/constants.js';
import { groupPoints, type GroupPoint } from '../answers/inputs.js';
import { rangeOf } from '../answers/ranges.js';
import { scheduleTitle } from '../answers/scheduleInputs.js';
import type { Curve, CurveTarget } from './curvePictures.js';
import { COMPUTE, computeOf, rolesOf } from '../roles.js';
import type { StudyRun } from '../run.js';

const CURVE_POINTS = 80;
const ENVELOPE_POINTS = 25;
const MOST_LEVELS = 5;

/** By axis key; an axis that the law does not depend on has none. */
export async function curveLines(
    outcome: FitOutcome,
    targets: readonly CurveTarget[],
    run: StudyRun,
): Promise<Record<string, readonly Curve[]>> {
    const { plan, problem } = outcome;
    if (problem.target.length === 0 || !fittedConstants(outcome.result).values.every(Number.isFinite)) return {};
    const lines: Record<string, readonly Curve[]> = {};
    for (const [index, argument] of plan.law.arguments.entries()) {
        if (argument.isSchedule) continue;
        const x = spread(
            problem.columns[index],
            targets.map((target) => target.x[argument.name]),
            CURVE_POINTS,
        );
        lines[argument.name] = await linesAlong(outcome, index, x, run);
    }
    const { size, tokens, compute } = rolesOf(plan.law.arguments);
    if (size !== undefined && tokens !== undefined && compute === undefined) {
        const computes = problem.columns[size].map((N, row) => computeOf(N, problem.columns[tokens][row]));
        const asked = targets.map((target) => target.x[COMPUTE]);
        const x = spread(computes, asked, CURVE_POINTS);
        const envelopes = await envelopesOf(outcome, size, tokens, spread(computes, asked, ENVELOPE_POINTS), run);
        lines[COMPUTE] = [...(await linesAlongCompute(outcome, size, tokens, x, run)), ...envelopes];
    }
    return lines;
}

/** One line for each level of the first other argument, a schedule before numbers, or for each group of the law's constants; what else there is stays at its median. */
async function linesAlong(outcome: FitOutcome, along: number, x: Float64Array, run: StudyRun): Promise<Curve[]> {
    const { plan } = outcome;
    const others = [...plan.law.arguments.keys()].filter((index) => index !== along);
    others.sort((a, b) => Number(plan.law.arguments[b].isSchedule) - Number(plan.law.arguments[a].isSchedule));
    const curves: Curve[] = [];
    for (const { level, group } of levelsAndGroups(outcome, others[0])) {
        const held = new Map(others.map((index) => [index, index === others[0] ? level : typical(outcome, index)]));
        const inputs = plan.law.arguments.map((_, index) =>
            index === along ? x : new Float64Array(x.length).fill(held.get(index) ?? NaN),
        );
        const label = [...held].map(([index, value]) => labelOf(outcome, index, value));
        const isLevel = others.length > 0 && group.label === '' && !plan.law.arguments[others[0]].isSchedule;
        const line = {
            label: joined(group, ...label),
            level: isLevel ? level : null,
        };
        curves.push(await lineThrough(outcome, inputs, group, x, line, run));
    }
    return curves;
}

/** One line for each representative N, on which D grows with compute. */
async function linesAlongCompute(
    outcome: FitOutcome,
    size: number,
    tokens: number,
    x: Float64Array,
    run: StudyRun,
): Promise<Curve[]> {
    const { plan } = outcome;
    const curves: Curve[] = [];
    for (const { level: N, group } of levelsAndGroups(outcome, size)) {
        const inputs = plan.law.arguments.map((_, index) => {
            if (index === tokens) return x.map((C) => C / computeOf(N, 1));
            return new Float64Array(x.length).fill(index === size ? N : typical(outcome, index));
        });
        const label = joined(group, labelOf(outcome, size, N));
        const line = { label, level: group.label === '' ? N : null };
        curves.push(await lineThrough(outcome, inputs, group, x, line, run));
    }
    return curves;
}

/** Levels of an argument; where there are groups, these alone, at its median. */
function levelsAndGroups(
    outcome: FitOutcome,
    argument: number | undefined,
): readonly { readonly level: number; readonly group: GroupPoint }[] {
    const groups = groupPoints(outcome);
    const column = argument === undefined ? undefined : outcome.problem.columns[argument];
    if (groups.length > 1) {
        const level = argument === undefined ? NaN : typical(outcome, argument);
        return groups.slice(0, MOST_LEVELS).map((group) => ({ level, group }));
    }
    return (column === undefined ? [NaN] : levelsOf(column)).map((level) => ({ level, group: groups[0] }));
}

/** The best value at each compute, over all ways to split it into N and D: one line for each group of the law's constants. */
async function envelopesOf(
    outcome: FitOutcome,
    size: number,
    tokens: number,
    x: Float64Array,
    run: StudyRun,
): Promise<Curve[]> {
    const curves: Curve[] = [];
    for (const group of groupPoints(outcome).slice(0, MOST_LEVELS)) {
        curves.push(await envelopeOf(outcome, group, size, tokens, x, run));
    }
    return curves;
}

async function envelopeOf(
    outcome: FitOutcome,
    group: GroupPoint,
    size: number,
    tokens: number,
    x: Float64Array,
    run: StudyRun,
): Promise<Curve> {
    const { problem, result, plan } = outcome;
    const count = plan.law.arguments.length;
    const [N, D] = [plan.law.arguments[size].name, plan.law.arguments[tokens].name];
    const held = problem.argumentNames.flatMap((each, index) => {
        if (index === size || index === tokens) return [];
        return [{ name: each, value: index < count ? typical(outcome, index) : group.indicators[index - count] }];
    });
    const { names, values } = fittedConstants(result);
    run.patience.begin?.(`compute-optimal curve of ${plan.law.name}`);
    const { sweep } = await allocate(
        {
            sense: isFalling(problem.target, problem.columns[size]) ? 'minimize' : 'maximize',
            objective: problem.law,
            constraints: [
                {
                    left: binary('*', num(computeOf(1, 1)), binary('*', name(N), name(D))),
                    relation: '==',
                    right: name(COMPUTE),
                    text: '6 * N * D == C',
                },
            ],
            variables: [N, D].map((each) => ({ name: each, lower: 0, upper: Infinity })),
            constants: {
                names: [...names, ...held.map((each) => each.name)],
                values: Float64Array.from([...values, ...held.map(({ value }) => value)]),
                draws: null,
            },
            sweep: { name: COMPUTE, values: [...x] },
        },
        run.patience,
    );
    return {
        label: joined(group, 'compute-optimal'),
        level: null,
        x: [...x],
        y: (sweep ?? []).map(({ optimum }) => optimum.objective?.estimate ?? null),
        lower: null,
        upper: null,
    };
}

async function lineThrough(
    { problem, result }: FitOutcome,
    args: readonly Float64Array[],
    group: GroupPoint,
    x: Float64Array,
    line: Pick<Curve, 'label' | 'level'>,
    run: StudyRun,
): Promise<Curve> {
    const constants = fittedConstants(result);
    const inputs = [...args, ...group.indicators.map((each) => new Float64Array(x.length).fill(each))];
    const bands = await bandsOf(problem.law, problem.argumentNames, inputs, constants, run.patience);
    const hasBand = constants.draws !== null;
    return {
        ...line,
        x: [...x],
        y: bands.map(({ estimate }) => estimate),
        lower: hasBand ? bands.map(({ interval }) => interval?.[0] ?? null) : null,
        upper: hasBand ? bands.map(({ interval }) => interval?.[1] ?? null) : null,
    };
}

/** From the lowest to the highest of what was fitted and asked: evenly in the logarithm where all is positive. */
export function spread(
    fitted: Float64Array,
    asked: readonly (number | null | undefined)[],
    count: number,
): Float64Array {
    const known = asked.filter((value) => typeof value === 'number');
    const [lowest, highest] = rangeOf(Float64Array.from([...fitted, ...known]));
    if (lowest === highest) return Float64Array.of(lowest);
    const share = (index: number): number => index / (count - 1);
    return lowest > 0
        ? Float64Array.from({ length: count }, (_, index) => lowest * (highest / lowest) ** share(index))
        : Float64Array.from({ length: count }, (_, index) => lowest + (highest - lowest) * share(index));
}

/** Up to five of the distinct values, from the lowest to the highest. */
function levelsOf(values: Float64Array): number[] {
    const distinct = [...new Set(values)].sort((a, b) => a - b);
    if (distinct.length <= MOST_LEVELS) return distinct;
    return Array.from(
        { length: MOST_LEVELS },
        (_, index) => distinct[Math.round((index * (distinct.length - 1)) / (MOST_LEVELS - 1))],
    );
}

/** The value at which an argument is held: the median, or the schedule of the first row. */
function typical({ plan, problem }: FitOutcome, index: number): number {
    const column = problem.columns[index];
    return plan.law.arguments[index].isSchedule ? column[0] : median(column);
}

function median(values: Float64Array): number {
    const sorted = Float64Array.from(values).sort();
    return sorted[Math.floor((sorted.length - 1) / 2)];
}

function isFalling(target: Float64Array, size: Float64Array): boolean {
    const meanSize = size.reduce((sum, each) => sum + Math.log(each), 0) / size.length;
    const meanTarget = target.reduce((sum, each) => sum + each, 0) / target.length;
    const together = target.reduce((sum, each, row) => sum + (each - meanTarget) * (Math.log(size[row]) - meanSize), 0);
    return together <= 0;
}

function joined({ label }: GroupPoint, ...parts: readonly string[]): string {
    return [...parts, label].filter((part) => part !== '').join(', ');
}

function labelOf({ plan, table }: FitOutcome, index: number, value: number): string {
    const argument = plan.law.arguments[index];
    const shown = argument.isSchedule ? scheduleTitle(argument, value, table) : formatQuantity(value, 3);
    return `${argument.name} = ${shown}`;
}
