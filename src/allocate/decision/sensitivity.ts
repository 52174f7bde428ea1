/**
 * What moving a limit that binds would do: the question is asked again with the limit a tenth further out, starting from the optimum.
 * (To first order that is the limit's Lagrange multiplier; the step here is not small.)
 */
import type { Pacer } from '../../fit/pacing.js';
import { placeNear } from '../solver/optimum.js';
import { WarmNewton } from '../solver/warmNewton.js';
import { intervalOver, overDraws, type Drawn } from './paired.js';
import { Program } from '../solver/program.js';
import type { Question } from '../question.js';
import { scaleOf } from './regret.js';
import type { Optimum, Sensitivity } from '../result.js';
import { limitSide } from './scaledLimits.js';
import { SEARCH_COST } from '../solver/solve.js';
import type { Place } from '../solver/verdict.js';

/** A limit is moved by the first of these; by the second where the objective is steep in it, or has no answer so far out. */
const MOVES = [0.1, 0.01] as const;

/** Steep: the objective changes by more than so many times the share of the limit. */
const STEEP = 2;

type Limit = Sensitivity['limit'];

/** Asks something of the question with the limit moved, and moves it back. */
type Moved = <T>(move: number, ask: (program: Program) => T | Promise<T>) => Promise<T>;

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
        const changeOf = async (move: number): Promise<number> =>
            (await objectiveNear(question, moved, move, optimum)) - objective;
        await pacer.spend(SEARCH_COST);
        const move = await stepOf(question, outward, isEquality(question, limit), changeOf, scale.size);
        if (move === undefined) continue;
        const change = await changeOf(move);
        const interval = drawn && intervalOver(await changesOver(question, drawn, moved, move, optimum, pacer));
        const share = scale.isObjective ? change / scale.size : null;
        found.push({ limit, move, change: { estimate: change, interval }, share });
    }
    return found;
}

/** The objective at the optimum with the limit moved, from an optimum without; NaN where there is none. */
async function objectiveNear(question: Question, moved: Moved, move: number, from: Place): Promise<number> {
    const there = await moved(move, (program) => placeNear(program, from));
    return there ? question.objectiveAt(there.u) : NaN;
}

/** Draw by draw: from its own optimum, moved as that of the point estimate is; where that leads nowhere, from its own. */
function changesOver(
    question: Question,
    drawn: Drawn,
    moved: Moved,
    move: number,
    optimum: Place,
    pacer: Pacer,
): Promise<Float64Array> {
    return moved(move, (program) => {
        const there = placeNear(program, optimum);
        const warm = there && new WarmNewton(program, there.u, there.active);
        return overDraws(question, drawn, pacer, (own) => {
            const place = own.place();
            const near = place.u.map((part, j) => part + (there?.u[j] ?? NaN) - optimum.u[j]);
            const u = warm?.solve(near) ? warm.u : placeNear(program, place)?.u;
            return (u ? question.objectiveAt(u) : NaN) - own.objective;
        });
    });
}

/** By which share to move a limit, of the sign that improves the objective; undefined where it cannot be moved. */
async function stepOf(
    { problem }: Question,
    outward: 1 | -1,
    isEither: boolean,
    changeOf: (move: number) => Promise<number>,
    size: number,
): Promise<number | undefined> {
    const [large, small] = MOVES;
    const sense = problem.sense === 'minimize' ? 1 : -1;
    const direction = isEither && sense * (await changeOf(small * outward)) > 0 ? -outward : outward;
    const slope = Math.abs(await changeOf(small * direction)) / (small * size);
    const wanted = slope > STEEP || !Number.isFinite(await changeOf(large * direction)) ? small : large;
    return Number.isFinite(await changeOf(wanted * direction)) ? wanted * direction : undefined;
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
    return async (move, ask) => {
        question.scaleLimit(constraint, 1 + move);
        const answer = await ask(question.program);
        question.scaleLimit(constraint, 1);
        return answer;
    };
}

function movedBound(question: Question, { name, bound }: Optimum['atBound'][number]): Moved {
    const { functions, box, choice, kinked } = question.program;
    const variable = question.problem.variables.findIndex((each) => each.name === name);
    const program = new Program(functions, { ...box, [bound]: box[bound].slice() }, choice, kinked);
    return async (move, ask) => {
        program.box[bound][variable] = box[bound][variable] + Math.log1p(move);
        return ask(program);
    };
}
