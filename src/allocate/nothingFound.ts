/** Why a search came back without an answer: constraints in the way, a goal without a value there, or a search that does not settle. */
import type { Pacer } from '../fit/pacing.js';
import { explainInfeasibility } from './infeasibility.js';
import { GOAL_NOT_COMPUTABLE, noOptimumMessage, noPointMessage, NOT_COMPUTABLE } from './messages.js';
import type { Question } from './question.js';
import type { AllocationStatus } from './result.js';
import { leadToConstraints } from './solver/feasibility.js';
import type { Program } from './solver/program.js';
import { chooseStarts } from './solver/starts.js';

/** In u: a violation that counts as none. */
const FEASIBLE = 1e-9;

/** A status and a sentence for people. */
export async function whyNothingFound(
    question: Question,
    pacer: Pacer,
): Promise<[Exclude<AllocationStatus, 'optimal' | 'unbounded'>, string]> {
    const { problem, program } = question;
    const [met] = await pointsWithin(program, pacer);
    if (met !== undefined) return ['not-computable', noOptimumMessage(problem, met.map(Math.exp))];
    const why = await explainInfeasibility(question, pacer);
    if (why !== undefined) return ['infeasible', why];
    if (problem.constraints.length === 0) return ['not-computable', NOT_COMPUTABLE];
    // The first constraint in the place of the goal, which may have no value.
    const goalless = question.choose({ objective: 1, sense: 1 }, [...problem.constraints.keys()]);
    const withoutGoal = await pointsWithin(goalless, pacer);
    return withoutGoal.some((u) => !Number.isFinite(question.objectiveAt(u)))
        ? ['not-computable', GOAL_NOT_COMPUTABLE]
        : ['infeasible', noPointMessage(problem.constraints)];
}

/** Points that meet all constraints and where the goal can be computed. */
async function pointsWithin(program: Program, pacer: Pacer): Promise<Float64Array[]> {
    const starts = await chooseStarts(program, pacer);
    return starts.flatMap((start) => {
        const point = leadToConstraints(program, start, FEASIBLE);
        return point?.violation === 0 ? [point.u] : [];
    });
}
