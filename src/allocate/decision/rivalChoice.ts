/**
 * What would be chosen under a rival's conditions, or by its goal. A rival that cannot keep to all limits of the question is let off
 * one of them, else off its bounds, else off all of them: it is judged all the same, and told what it breaks.
 */
import type { Pacer } from '../../fit/pacing.js';
import { enumerate } from '../choices/enumerate.js';
import { NOT_COMPUTABLE, unboundedMessage } from '../messages.js';
import { whyNothingFound } from '../nothingFound.js';
import { solve } from '../solver/optimum.js';
import type { AllocationProblem, Rival } from '../problem.js';
import type { Program } from '../solver/program.js';
import { Question } from '../question.js';
import { searchBox } from '../solver/searchBox.js';
import { optionsOf } from '../choices/slots.js';
import type { AllocationStatus } from '../result.js';
import type { Place } from '../solver/verdict.js';

export interface RivalChoice extends Place {
    /** Under which it is the optimum. */
    readonly program: Program;
    /** That it takes, where something is chosen from lists. */
    readonly options: Int32Array | undefined;
}

export interface NoChoice {
    readonly status: Exclude<AllocationStatus, 'optimal'>;
    readonly message: string;
}

/** The question that a rival answers: its constraints come after those of the question. */
export function questionOfRival(problem: AllocationProblem, { constraints, goal }: Rival): Question {
    return new Question({ ...problem, ...goal, constraints: [...problem.constraints, ...constraints] });
}

/**
 * `own`: how many of the constraints are those of the question. `options`: those of the answer, which a rival keeps where it cannot
 * choose within all limits.
 */
export async function chooseAsRival(
    question: Question,
    own: number,
    options: Int32Array | undefined,
    pacer: Pacer,
): Promise<RivalChoice | NoChoice> {
    const { choices } = question.problem;
    if (choices !== undefined && options !== undefined) {
        const [best] = (await enumerate(question, choices, pacer)).ranked;
        const taken =
            best === undefined ? options : optionsOf(best.combination, choices, new Int32Array(options.length));
        question.take(taken);
        if (best !== undefined) return { ...best.verdict, program: question.program, options: taken };
    }
    for (const program of programsOf(question, own)) {
        const verdict = await solve(program, pacer);
        if (verdict.kind === 'optimal') return { program, u: verdict.u, active: verdict.active, options };
        if (program !== question.program) continue;
        if (verdict.kind === 'unbounded') {
            return { status: 'unbounded', message: unboundedMessage(question.problem, verdict.drifts) };
        }
        if (verdict.kind === 'not-computable') return { status: 'not-computable', message: NOT_COMPUTABLE };
    }
    const [status, message] = await whyNothingFound(question, pacer);
    return { status, message };
}

/** From all limits of the question to none. */
function* programsOf(question: Question, own: number): Generator<Program> {
    const { constraints, variables } = question.problem;
    const all = [...constraints.keys()];
    yield question.program;
    for (const dropped of all.slice(0, own))
        yield keeping(
            question,
            all.filter((each) => each !== dropped),
            variables,
        );
    const unbounded = variables.map(({ name }) => ({ name, lower: 0, upper: Infinity }));
    if (variables.some(({ lower, upper }) => lower > 0 || upper < Infinity)) yield keeping(question, all, unbounded);
    yield keeping(question, all.slice(own), unbounded);
}

function keeping(question: Question, kept: readonly number[], variables: AllocationProblem['variables']): Program {
    const { problem } = question;
    const constraints = kept.map((index) => problem.constraints[index]);
    return question.choose({ objective: 0, sense: 1 }, kept, searchBox({ ...problem, variables, constraints }));
}
