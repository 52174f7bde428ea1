/**
 * What moving a limit that binds would do: the question is asked again with the limit a tenth further out, starting from the optimum.
 * (To first order that is the limit's Lagrange multiplier; the step here is not small.)
 */
import type { Pacer } from '../../fit/pacing.js';
import { placeNear, type Place } from '../solver/optimum.js';
import { intervalOver, overDraws, type Drawn } from './paired.js';
import { Program } from '../solver/program.js';
import type { Question } from '../question.js';
import { scaleOf } from './regret.js';
import type { Optimum, Sensitivity } from '../result.js';
import { limitSide } from './scaledLimits.js';
import { SEARCH_COST } from '../solver/solve.js';

/** A limit is moved by the first of these; by the second where the objective is steep in it, or has no answer so far out. */
const MOVES = [0.1, 0.01] as const;

/** Steep: the objective changes by more than so many times the share of the limit. */
const STEEP = 2;

type Limit = Sensitivity['limit'];

/** The objective at the optimum with the limit moved; undefined where there is none. */
type Moved = (move: number, from: Place) => number | undefined;

/** Of everything that binds at an optimum; with intervals where draws are given. The constants stand as for the optimum. */
export async function sensitivitiesAt(
    question: Question,
    optimum: Place,
    binding: readonly number[],
    atBound: Optimum['atBound'],
    drawn: Drawn | null,
    pacer: Pacer,
): Promise<readonly Sensitivity[]> {
    const found: Sensitivity[] = [];
    const scale = scaleOf(question, optimum.u);
    const objective = question.objectiveAt(optimum.u);
    for (const limit of [...binding, ...atBound]) {
        const outward = scale && outwardOf(question, limit, optimum);
        if (!outward) continue;
        const moved = movedLimit(question, limit);
        const changeOf = (move: number): number => (moved(move, optimum) ?? NaN) - objective;
        await pacer.spend(SEARCH_COST);
        const move = stepOf(question, outward, isEquality(question, limit), changeOf, scale.size);
        if (move === undefined) continue;
        const change = changeOf(move);
        const interval = drawn && intervalOver(await changesOver(question, drawn, pacer, (from) => moved(move, from)));
        const share = scale.isObjective ? change / scale.size : null;
        found.push({ limit, move, change: { estimate: change, interval }, share });
    }
    return found;
}

function changesOver(
    question: Question,
    drawn: Drawn,
    pacer: Pacer,
    moved: (from: Place) => number | undefined,
): Promise<Float64Array> {
    return overDraws(question, drawn, pacer, (own) => (moved(own) ?? NaN) - own.objective);
}

/** By which share to move a limit, of the sign that improves the objective; undefined where it cannot be moved. */
function stepOf(
    { problem }: Question,
    outward: 1 | -1,
    isEither: boolean,
    changeOf: (move: number) => number,
    size: number,
): number | undefined {
    const [large, small] = MOVES;
    const sense = problem.sense === 'minimize' ? 1 : -1;
    const direction = isEither && sense * changeOf(small * outward) > 0 ? -outward : outward;
    const slope = Math.abs(changeOf(small * direction)) / (small * size);
    const wanted = slope > STEEP || !Number.isFinite(changeOf(large * direction)) ? small : large;
    return Number.isFinite(changeOf(wanted * direction)) ? wanted * direction : undefined;
}

/** Whether a limit leaves more room when it is made larger or smaller; undefined where it is 0, or two equal bounds. */
function outwardOf(question: Question, limit: Limit, { u }: Place): 1 | -1 | undefined {
    const { variables, constraints } = question.problem;
    if (typeof limit !== 'number') {
        const { lower, upper } = variables.find(({ name }) => name === limit.name)!;
        return lower === upper ? undefined : limit.bound === 'upper' ? 1 : -1;
    }
    const side = limitSide(constraints[limit], variables);
    const value = question.plainValues(u.map(Math.exp))[side][limit];
    if (!(Math.abs(value) > 0)) return undefined;
    const grows = (constraints[limit].relation === '>=') === (side === 'left');
    return grows === value > 0 ? 1 : -1;
}

function isEquality({ problem }: Question, limit: Limit): boolean {
    return typeof limit === 'number' && problem.constraints[limit].relation === '==';
}

function movedLimit(question: Question, limit: Limit): Moved {
    return typeof limit === 'number' ? movedConstraint(question, limit) : movedBound(question, limit);
}

function movedConstraint(question: Question, constraint: number): Moved {
    return (move, from) => {
        question.scaleLimit(constraint, 1 + move);
        const there = placeNear(question.program, from);
        question.scaleLimit(constraint, 1);
        return there && question.objectiveAt(there.u);
    };
}

function movedBound(question: Question, { name, bound }: Optimum['atBound'][number]): Moved {
    const { functions, box, choice, kinked } = question.program;
    const variable = question.problem.variables.findIndex((each) => each.name === name);
    const program = new Program(functions, { ...box, [bound]: box[bound].slice() }, choice, kinked);
    return (move, from) => {
        program.box[bound][variable] = box[bound][variable] + Math.log1p(move);
        const there = placeNear(program, from);
        return there && question.objectiveAt(there.u);
    };
}
