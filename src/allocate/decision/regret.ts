/**
 * How much a choice off the optimum costs: for each variable, the stretch of its values around the optimum for which the objective,
 * the other variables re-optimised under all constraints, is worse by at most 0.2 %.
 */
import type { Pacer } from '../../fit/pacing.js';
import type { Place } from '../solver/optimum.js';
import type { AllocationProblem } from '../problem.js';
import { Profile } from './profile.js';
import type { Question } from '../question.js';
import { reachOf } from './reach.js';
import type { Regret, RegretEnd, RegretRange } from '../result.js';

/** The share by which the objective may be worse. */
export const TOLERATED_REGRET = 0.002;
/** A stretch that goes on by more than this factor has no end. */
const FARTHEST = Math.log(1e6);
/** An objective that is less than this share of its terms is as good as zero: shares are of the terms then. */
const CANCELLED = 1e-3;

/** In the logarithm: a move of a variable; and the share of the objective that it costs where it costs nothing. */
const VISIBLE = 0.01;
const NO_COST = 1e-12;

/** What shares of the objective are shares of. */
export interface Scale {
    readonly size: number;
    /** Whether it is the objective itself, not the sum of the sizes of the terms that it is the difference of. */
    readonly isObjective: boolean;
}

/** At an optimum; undefined where all terms of the objective are zero. */
export function scaleOf(question: Question, u: Float64Array): Scale | undefined {
    const { objective, magnitude } = question.plainValues(u.map(Math.exp));
    const isObjective = Math.abs(objective) > CANCELLED * magnitude;
    const size = isObjective ? Math.abs(objective) : magnitude;
    return size > 0 && Number.isFinite(size) ? { size, isObjective } : undefined;
}

export interface Around {
    readonly regret: Regret;
    /** Variables that may be moved at no cost at all. */
    readonly free: readonly number[];
}

/** Around an optimum of the question as its constants stand; null where shares of the objective mean nothing. */
export async function regretAround(question: Question, optimum: Place, pacer: Pacer): Promise<Around | null> {
    const scale = scaleOf(question, optimum.u);
    if (scale === undefined) return null;
    const { problem } = question;
    const best = question.objectiveAt(optimum.u);
    const sign = problem.sense === 'minimize' ? 1 : -1;
    const worse = (u: Float64Array): number => (sign * (question.objectiveAt(u) - best)) / scale.size;
    const ranges: RegretRange[] = [];
    const free: number[] = [];
    for (const variable of problem.variables.keys()) {
        const { range, isFree } = await rangeOf(question, optimum, variable, worse, pacer);
        ranges.push(range);
        if (isFree) free.push(variable);
    }
    const share = scale.isObjective ? TOLERATED_REGRET : null;
    return { regret: { share, amount: TOLERATED_REGRET * scale.size, ranges }, free };
}

async function rangeOf(
    question: Question,
    optimum: Place,
    variable: number,
    worse: (u: Float64Array) => number,
    pacer: Pacer,
): Promise<{ readonly range: RegretRange; readonly isFree: boolean }> {
    const profile = new Profile(question.program, variable);
    let isFree = false;
    const end = async (direction: 1 | -1): Promise<RegretEnd> => {
        const centre = optimum.u[variable];
        const bound = boundToward(question.problem, variable, direction);
        const room = Math.max(0, direction * (Math.log(bound) - centre));
        let last = optimum;
        const reach = await reachOf(
            async (distance) => {
                const there = await profile.solve(centre + direction * distance, last, pacer);
                last = there ?? last;
                const cost = there ? worse(there.u) : NaN;
                isFree ||= distance > VISIBLE && Math.abs(cost) <= NO_COST;
                return Number.isFinite(cost) ? cost : undefined;
            },
            TOLERATED_REGRET,
            Math.min(room, FARTHEST),
        );
        if (reach.kind === 'open') {
            return room <= FARTHEST ? { value: bound, reason: 'bound' } : { value: null, reason: 'open' };
        }
        const value = Math.exp(centre + direction * reach.distance);
        return { value, reason: reach.kind === 'reached' ? 'cost' : 'constraint' };
    };
    const range = { name: question.problem.variables[variable].name, lower: await end(-1), upper: await end(1) };
    return { range, isFree };
}

function boundToward({ variables }: AllocationProblem, variable: number, direction: 1 | -1): number {
    return direction > 0 ? variables[variable].upper : Math.max(0, variables[variable].lower);
}
