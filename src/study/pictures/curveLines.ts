/** A fitted law as lines: along each of its arguments with the others held, and along compute. */
import { allocate } from '../../allocate/allocate.js';
import { binary, name, num } from '../../expression/build.js';
import { formatQuantity } from '../../quantity/print.js';
import { bandsOf } from './bands.js';
import { fittedConstants, type FitOutcome } from '../answers/constants.js';
import { rangeOf } from '../answers/ranges.js';
import type { Curve, CurveTarget } from './pictures.js';
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
        const envelope = await envelopeOf(outcome, size, tokens, spread(computes, asked, ENVELOPE_POINTS), run);
        lines[COMPUTE] = [...(await linesAlongCompute(outcome, size, tokens, x, run)), envelope];
    }
    return lines;
}

/** One line for each level of the first other argument; further ones stay at their median. */
async function linesAlong(outcome: FitOutcome, along: number, x: Float64Array, run: StudyRun): Promise<Curve[]> {
    const { plan, problem } = outcome;
    const others = plan.law.arguments.map((_, index) => index).filter((index) => index !== along);
    const levels = others.length === 0 ? [NaN] : levelsOf(problem.columns[others[0]]);
    const curves: Curve[] = [];
    for (const level of levels) {
        const held = new Map(others.map((index, rank) => [index, rank === 0 ? level : median(problem.columns[index])]));
        const inputs = plan.law.arguments.map((_, index) =>
            index === along ? x : new Float64Array(x.length).fill(held.get(index) ?? NaN),
        );
        const label = [...held].map(([index, value]) => labelOf(plan.law.arguments[index].name, value)).join(', ');
        curves.push(await lineThrough(outcome, inputs, x, label, others.length === 0 ? null : level, run));
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
    const { plan, problem } = outcome;
    const curves: Curve[] = [];
    for (const N of levelsOf(problem.columns[size])) {
        const inputs = problem.columns.map((column, index) => {
            if (index === tokens) return x.map((C) => C / computeOf(N, 1));
            return new Float64Array(x.length).fill(index === size ? N : median(column));
        });
        curves.push(await lineThrough(outcome, inputs, x, labelOf(plan.law.arguments[size].name, N), N, run));
    }
    return curves;
}

/** The best value at each compute, over all ways to split it into N and D. */
async function envelopeOf(
    { problem, result, plan }: FitOutcome,
    size: number,
    tokens: number,
    x: Float64Array,
    run: StudyRun,
): Promise<Curve> {
    const [N, D] = [plan.law.arguments[size].name, plan.law.arguments[tokens].name];
    const held = plan.law.arguments.flatMap(({ name }, index) =>
        index === size || index === tokens ? [] : [{ name, value: median(problem.columns[index]) }],
    );
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
        label: 'compute-optimal',
        level: null,
        x: [...x],
        y: (sweep ?? []).map(({ optimum }) => optimum.objective?.estimate ?? null),
        lower: null,
        upper: null,
    };
}

async function lineThrough(
    { problem, result }: FitOutcome,
    inputs: readonly Float64Array[],
    x: Float64Array,
    label: string,
    level: number | null,
    run: StudyRun,
): Promise<Curve> {
    const constants = fittedConstants(result);
    const bands = await bandsOf(problem.law, problem.argumentNames, inputs, constants, run.patience);
    const hasBand = constants.draws !== null;
    return {
        label,
        level,
        x: [...x],
        y: bands.map(({ estimate }) => estimate),
        lower: hasBand ? bands.map(({ interval }) => interval?.[0] ?? null) : null,
        upper: hasBand ? bands.map(({ interval }) => interval?.[1] ?? null) : null,
    };
}

/** From the lowest to the highest of what was fitted and asked: evenly in the logarithm where all is positive. */
function spread(fitted: Float64Array, asked: readonly (number | null | undefined)[], count: number): Float64Array {
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

function labelOf(argument: string, value: number): string {
    return `${argument} = ${formatQuantity(value, 3)}`;
}
