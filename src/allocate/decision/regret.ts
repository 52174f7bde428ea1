/**
 * How much a choice off the optimum costs: for each variable, the stretch of its values around the optimum for which the objective,
 * the other variables re-optimised under all constraints, is worse by at most 0.2 %. Around other local optima that are no worse than
 * that there are such stretches, too.
 */
import type { Pacer } from '../../fit/pacing.js';
import type { AllocationProblem } from '../problem.js';
import { Profile } from './profile.js';
import type { Question } from '../question.js';
import { reachOf } from './reach.js';
import type { Regret, RegretEnd, RegretRange, Stretch } from '../result.js';
import type { Place } from '../solver/verdict.js';

/** The share by which the objective may be worse. */
export const TOLERATED_REGRET = 0.002;
/** A stretch that goes on by more than this factor has no end. */
const FARTHEST = Math.log(1e6);
/** An objective that is less than this share of its terms is as good as zero: shares are of the terms then. */
const CANCELLED = 1e-3;

/** In the logarithm: a stride that steps over no more than a narrow strip, where formulas have steps. */
const SHORT = 0.03;
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

/** Around an optimum of the question as its constants stand, and others; null where shares of the objective mean nothing. */
export async function regretAround(
    question: Question,
    optimum: Place,
    others: readonly Place[],
    pacer: Pacer,
): Promise<Around | null> {
    const scale = scaleOf(question, optimum.u);
    if (scale === undefined) return null;
    const { problem } = question;
    const best = question.objectiveAt(optimum.u);
    const sign = problem.sense === 'minimize' ? 1 : -1;
    const worse = (u: Float64Array): number => (sign * (question.objectiveAt(u) - best)) / scale.size;
    const valleys = others.filter(({ u }) => worse(u) <= TOLERATED_REGRET);
    const ranges: RegretRange[] = [];
    const free: number[] = [];
    for (const [variable, { name }] of problem.variables.entries()) {
        const { stretch, isFree } = await stretchOf(question, optimum, variable, worse, pacer);
        const elsewhere: Stretch[] = [];
        for (const valley of valleys) {
            elsewhere.push((await stretchOf(question, valley, variable, worse, pacer)).stretch);
        }
        ranges.push({ name, ...united(stretch, elsewhere) });
        if (isFree) free.push(variable);
    }
    const share = scale.isObjective ? TOLERATED_REGRET : null;
    return { regret: { share, amount: TOLERATED_REGRET * scale.size, ranges, options: [] }, free };
}

/** Around a local optimum. */
async function stretchOf(
    question: Question,
    optimum: Place,
    variable: number,
    worse: (u: Float64Array) => number,
    pacer: Pacer,
): Promise<{ readonly stretch: Stretch; readonly isFree: boolean }> {
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
            question.program.kinked && SHORT,
        );
        if (reach.kind === 'open') {
            return room <= FARTHEST ? { value: bound, reason: 'bound' } : { value: null, reason: 'open' };
        }
        const value = Math.exp(centre + direction * reach.distance);
        return { value, reason: reach.kind === 'reached' ? 'cost' : 'constraint' };
    };
    const stretch = { lower: await end(-1), upper: await end(1) };
    return { stretch, isFree };
}

/** Where stretches overlap they are one. */
function united(own: Stretch, others: readonly Stretch[]): Omit<RegretRange, 'name'> {
    const sorted = [own, ...others].sort((a, b) => from(a) - from(b));
    const apart: { stretch: Stretch; isOwn: boolean }[] = [];
    for (const stretch of sorted) {
        const isOwn = stretch === own;
        const last = apart.at(-1);
        if (last === undefined || from(stretch) > to(last.stretch)) {
            apart.push({ stretch, isOwn });
            continue;
        }
        last.isOwn ||= isOwn;
        if (to(stretch) > to(last.stretch)) last.stretch = { ...last.stretch, upper: stretch.upper };
    }
    const { stretch } = apart.find(({ isOwn }) => isOwn)!;
    return { ...stretch, others: apart.filter(({ isOwn }) => !isOwn).map((each) => each.stretch) };
}

function from({ lower }: Stretch): number {
    return lower.value ?? 0;
}

function to({ upper }: Stretch): number {
    return upper.value ?? Infinity;
}

function boundToward({ variables }: AllocationProblem, variable: number, direction: 1 | -1): number {
    return direction > 0 ? variables[variable].upper : Math.max(0, variables[variable].lower);
}
