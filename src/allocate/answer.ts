/** Turns a verdict into the plain answer: values in the user's terms, what binds, intervals, and a sentence. */
import type { Pacer } from '../fit/pacing.js';
import type { OpenInterval } from '../fit/result.js';
import { answerChoice } from './choices/choiceAnswer.js';
import { decisionAt, type Decision, type Limits } from './decision/decision.js';
import { redraw, type Before, type Redrawn } from './draws.js';
import {
    emptyBoundsMessage,
    failedDrawsMessage,
    NOT_COMPUTABLE,
    optimalMessage,
    unboundedMessage,
} from './messages.js';
import { whyNothingFound } from './nothingFound.js';
import { intervalOfObjective, intervalOfVariable, isManyFailed } from './openEnds.js';
import type { Question } from './question.js';
import type { AllocationStatus, NamedEstimate, Optimum } from './result.js';
import type { Rivals } from './decision/rivals.js';
import { solve } from './solver/optimum.js';
import { brokenBeyond } from './solver/piecewise.js';
import type { Optimal, Verdict } from './solver/verdict.js';

/** Relative slack up to which a constraint binds, and a variable is at its bound. */
const BINDING = 1e-7;

export interface Answer {
    readonly optimum: Optimum;
    /** To start a similar question from; undefined without an answer, and where something is chosen. */
    readonly place: Before | undefined;
}

/** Asks for one value of what is swept over, if anything is. */
export async function answer(
    question: Question,
    rivals: Rivals,
    sweepValue: number | undefined,
    pacer: Pacer,
    before?: Before,
): Promise<Answer> {
    const empty = question.problem.variables.find(({ lower, upper }) => !(lower <= upper && upper > 0));
    if (empty) {
        return { optimum: withoutAnswer('infeasible', emptyBoundsMessage(empty, question.problem)), place: undefined };
    }
    question.setConstants(question.problem.constants.values, sweepValue);
    const { choices } = question.problem;
    if (choices !== undefined) return answerChoice(question, choices, rivals, sweepValue, pacer);
    const verdict = await solve(question.program, pacer, before?.u);
    pacer.advance();
    if (verdict.kind !== 'optimal') {
        return { optimum: withoutAnswer(...(await reason(question, verdict, pacer))), place: undefined };
    }
    const redrawn = await redraw(question, verdict, sweepValue, pacer, before);
    const limits = limitsAt(question, verdict);
    const asked = { question, rivals, optimum: verdict, options: undefined };
    const decision = await decisionAt(asked, limits, redrawn, sweepValue, pacer);
    return { optimum: describe(question, verdict, redrawn, limits, decision), place: { u: verdict.u, redrawn } };
}

/** What holds with equality. What is chosen stays as it was last taken. */
export function limitsAt(question: Question, { u }: Optimal): Limits {
    const { constraints, variables } = question.problem;
    const point = withBounds(question, u.map(Math.exp));
    const { program } = question;
    program.expand(u);
    const met = [...constraints.keys()].filter((i) => Math.abs(program.distance(i)) <= BINDING);
    const broken = program.kinked ? brokenBeyond(program, program.kinked, u) : [];
    return {
        binding: [...constraints.keys()].filter((i) => met.includes(i) || broken.includes(i)),
        atBound: variables.flatMap(({ name, lower, upper }, j) => boundsMet(name, point[j], lower, upper)),
    };
}

/** What is chosen stays as it was last taken. */
export function describe(
    question: Question,
    verdict: Optimal,
    redrawn: Redrawn | null,
    limits: Limits,
    { free, ...decision }: Decision,
): Optimum {
    const { problem } = question;
    const point = withBounds(question, verdict.u.map(Math.exp));
    const { objective } = question.plainValues(point);
    const undetermined = problem.variables.flatMap(({ name }, j) =>
        verdict.undetermined.includes(j) || free.includes(j) ? [name] : [],
    );
    const message = optimalMessage(problem, limits, undetermined);
    const variables = problem.variables.map(({ name }, j): NamedEstimate => {
        const drawn = redrawn?.values.filter((_, index) => index % problem.variables.length === j);
        const interval = redrawn && drawn ? intervalOfVariable(drawn, redrawn, j) : null;
        return { name, estimate: point[j], interval };
    });
    const interval = redrawn && intervalOfObjective(redrawn.objectives, redrawn, problem.sense);
    return {
        status: 'optimal',
        message:
            redrawn !== null && isManyFailed(redrawn)
                ? `${message} ${failedMessage(redrawn, interval, variables)}`
                : message,
        objective: { estimate: objective, interval },
        variables,
        choice: null,
        ...limits,
        undetermined,
        draws: redrawn && { count: redrawn.count, values: redrawn.values, drawn: redrawn.drawn },
        ...decision,
    };
}

function failedMessage(
    { count, failed }: Redrawn,
    objective: OpenInterval | null,
    variables: readonly NamedEstimate[],
): string {
    const unknown = variables.filter(({ interval }) => interval === null).map(({ name }) => name);
    return failedDrawsMessage(failed, count + failed, [...(objective === null ? ['the objective'] : []), ...unknown]);
}

export function withoutAnswer(status: AllocationStatus, message: string): Optimum {
    const nothing = { variables: [], binding: [], atBound: [], undetermined: [], sensitivities: [], rivals: [] };
    return { status, message, objective: null, choice: null, draws: null, regret: null, ...nothing };
}

export async function reason(question: Question, verdict: Verdict, pacer: Pacer): Promise<[AllocationStatus, string]> {
    switch (verdict.kind) {
        case 'unbounded':
            return ['unbounded', unboundedMessage(question.problem, verdict.drifts)];
        case 'not-computable':
            return ['not-computable', NOT_COMPUTABLE];
        default:
            return whyNothingFound(question, pacer);
    }
}

/** The point with bounds met exactly where they are met at all: e^(ln x) is not always x. A step at the bound is not crossed. */
function withBounds(question: Question, point: Float64Array): Float64Array {
    const { variables } = question.problem;
    const exact = point.map((value, j) => {
        const { lower, upper } = variables[j];
        return isClose(value, lower) ? lower : isClose(value, upper) ? upper : value;
    });
    return question.isSamePiece(point, exact) ? exact : point;
}

function boundsMet(name: string, value: number, lower: number, upper: number): Optimum['atBound'] {
    const ends = [...(value === lower ? (['lower'] as const) : []), ...(value === upper ? (['upper'] as const) : [])];
    return ends.map((bound) => ({ name, bound }));
}

function isClose(a: number, b: number): boolean {
    return a === b || (Math.abs(a - b) <= BINDING * Math.max(Math.abs(a), Math.abs(b)) && Number.isFinite(a - b));
}
