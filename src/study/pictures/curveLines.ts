/** A fitted law as lines: along each of its arguments with the others held, and along compute. */
import { allocate } from '../../allocate/allocate.js';
import { binary, name, num } from '../../expression/build.js';
import { bandsOf } from './bands.js';
import { chainOf, fittedConstants, type FitOutcome } from '../answers/constants.js';
import { groupPoints, type GroupPoint } from '../answers/inputs.js';
import type { Curve, CurveTarget } from './curvePictures.js';
import { drawnInputs, spread, type DrawnInputs } from './drawnInputs.js';
import { COMPUTE, computeOf, rolesOf } from '../roles.js';
import type { StudyRun } from '../run.js';

const CURVE_POINTS = 80;
const ENVELOPE_POINTS = 25;
const MOST_GROUPS = 5;

/** By axis key; an axis that the law does not depend on has none. */
export async function curveLines(
    outcome: FitOutcome,
    targets: readonly CurveTarget[],
    run: StudyRun,
): Promise<Record<string, readonly Curve[]>> {
    const { plan, problem } = outcome;
    if (problem.target.length === 0 || !fittedConstants(outcome.result).values.every(Number.isFinite)) return {};
    const drawn = { outcome, inputs: drawnInputs(outcome, targets, run.plan.scheduleNames), run };
    const lines: Record<string, readonly Curve[]> = {};
    for (const [index, argument] of plan.law.arguments.entries()) {
        if (!argument.isSchedule) lines[argument.name] = await linesAlong(drawn, index);
    }
    const { size, tokens, compute } = rolesOf(plan.law.arguments);
    if (size !== undefined && tokens !== undefined && compute === undefined) {
        const computes = computesReached(drawn, size, tokens, targets);
        const envelopes = await envelopesOf(drawn, size, tokens, spread(computes, ENVELOPE_POINTS));
        lines[COMPUTE] = [
            ...(await linesAlongCompute(drawn, size, tokens, spread(computes, CURVE_POINTS))),
            ...envelopes,
        ];
    }
    return lines;
}

interface Drawn {
    readonly outcome: FitOutcome;
    readonly inputs: DrawnInputs;
    readonly run: StudyRun;
}

function computesReached(
    { inputs }: Drawn,
    size: number,
    tokens: number,
    targets: readonly CurveTarget[],
): Float64Array {
    const D = inputs.ofRows(tokens);
    const asked = targets.map((target) => target.x[COMPUTE]).filter((value) => typeof value === 'number');
    return Float64Array.from([...inputs.ofRows(size).map((N, row) => computeOf(N, D[row])), ...asked]);
}

/** One line for each level of the first other argument, a schedule before numbers, or for each group of the law's constants; what else there is stays as is typical. */
async function linesAlong(drawn: Drawn, along: number): Promise<Curve[]> {
    const { outcome, inputs } = drawn;
    const args = outcome.plan.law.arguments;
    const others = [...args.keys()].filter((index) => index !== along);
    others.sort((a, b) => Number(args[b].isSchedule) - Number(args[a].isSchedule));
    const x = stretch(
        inputs.reached(along),
        args.some(({ isSchedule }) => isSchedule),
    );
    const curves: Curve[] = [];
    for (const { level, group } of levelsAndGroups(drawn, others[0])) {
        const held = new Map(others.map((index) => [index, index === others[0] ? level : inputs.typical(index)]));
        const columns = args.map((_, index) =>
            index === along ? x : new Float64Array(x.length).fill(held.get(index) ?? NaN),
        );
        const label = [...held].map(([index, value]) => inputs.labelOf(index, value));
        const isLevel = others.length > 0 && group.label === '' && !args[others[0]].isSchedule;
        const line = { label: joined(group, ...label), level: isLevel ? level : null };
        curves.push(await lineThrough(drawn, columns, group, x, line));
    }
    return curves;
}

/** One line for each representative N, on which D grows with compute. */
async function linesAlongCompute(drawn: Drawn, size: number, tokens: number, x: Float64Array): Promise<Curve[]> {
    const { outcome, inputs } = drawn;
    const curves: Curve[] = [];
    for (const { level: N, group } of levelsAndGroups(drawn, size)) {
        const columns = outcome.plan.law.arguments.map((_, index) => {
            if (index === tokens) return x.map((C) => C / computeOf(N, 1));
            return new Float64Array(x.length).fill(index === size ? N : inputs.typical(index));
        });
        const label = joined(group, inputs.labelOf(size, N));
        const line = { label, level: group.label === '' ? N : null };
        curves.push(await lineThrough(drawn, columns, group, x, line));
    }
    return curves;
}

/** Levels of an argument; where there are groups, these alone, at what is typical of it. */
function levelsAndGroups(
    { outcome, inputs }: Drawn,
    argument: number | undefined,
): readonly { readonly level: number; readonly group: GroupPoint }[] {
    const groups = groupPoints(outcome);
    if (groups.length > 1) {
        const level = argument === undefined ? NaN : inputs.typical(argument);
        return groups.slice(0, MOST_GROUPS).map((group) => ({ level, group }));
    }
    const levels = argument === undefined ? [NaN] : inputs.levels(argument);
    return levels.map((level) => ({ level, group: groups[0] }));
}

/** The best value at each compute, over all ways to split it into N and D: one line for each group of the law's constants. */
async function envelopesOf(drawn: Drawn, size: number, tokens: number, x: Float64Array): Promise<Curve[]> {
    const curves: Curve[] = [];
    for (const group of groupPoints(drawn.outcome).slice(0, MOST_GROUPS)) {
        curves.push(await envelopeOf(drawn, group, size, tokens, x));
    }
    return curves;
}

async function envelopeOf(
    { outcome, inputs, run }: Drawn,
    group: GroupPoint,
    size: number,
    tokens: number,
    x: Float64Array,
): Promise<Curve> {
    const { problem, result, plan } = outcome;
    const count = plan.law.arguments.length;
    const [N, D] = [plan.law.arguments[size].name, plan.law.arguments[tokens].name];
    const held = problem.argumentNames.flatMap((each, index) => {
        if (index === size || index === tokens) return [];
        return [{ name: each, value: index < count ? inputs.typical(index) : group.indicators[index - count] }];
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
    { outcome, run }: Drawn,
    args: readonly Float64Array[],
    group: GroupPoint,
    x: Float64Array,
    line: Pick<Curve, 'label' | 'level'>,
): Promise<Curve> {
    const { law, constants } = chainOf(outcome);
    const inputs = [...args, ...group.indicators.map((each) => new Float64Array(x.length).fill(each))];
    const bands = await bandsOf(law, outcome.problem.argumentNames, inputs, constants, run.patience);
    const hasBand = constants.draws !== null;
    return {
        ...line,
        x: [...x],
        y: bands.map(({ estimate }) => estimate),
        lower: hasBand ? bands.map(({ interval }) => interval?.[0] ?? null) : null,
        upper: hasBand ? bands.map(({ interval }) => interval?.[1] ?? null) : null,
    };
}

/** Along the steps of schedules evenly as well: what happens near their end is not to fall between two points. */
function stretch(values: Float64Array, hasSchedules: boolean): Float64Array {
    const x = spread(values, CURVE_POINTS);
    if (!hasSchedules) return x;
    const [first, last] = [x[0], x[x.length - 1]];
    const even = x.map((_, index) => Math.round(first + ((last - first) * index) / (x.length - 1)));
    return Float64Array.from(new Set([...x.map(Math.round), ...even])).sort();
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
