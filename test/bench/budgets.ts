/** How long budgets take once they are compiled, and how that grows with the work. */
import { allocate } from '../../src/allocate/allocate.js';
import type { AllocationProblem } from '../../src/allocate/problem.js';
import { Question } from '../../src/allocate/question.js';
import { solve } from '../../src/allocate/solver/optimum.js';
import { binary, name, num } from '../../src/expression/build.js';
import { Pacer } from '../../src/fit/pacing.js';
import {
    compute,
    constantsOf,
    constraint,
    HOFFMANN,
    numberChoices,
    product,
    question,
    surface,
    total,
} from '../allocate/questions.js';
import { measure, type Row } from './measure.js';

const PATIENT = { pause: () => undefined };
const REPETITIONS = 9;
/** Answers to one question, so that the clock can tell their time. */
const ANSWERS = 200;

export async function benchBudgets(): Promise<Row[]> {
    return [
        await answers(),
        await sweep(200, 1000),
        await sweep(200, 500),
        await sweep(100, 1000),
        await mixed(100, 100),
        await mixed(50, 100),
    ];
}

async function answers(): Promise<Row> {
    const asked = new Question(question({ constraints: [constraint(compute, '<=', 1e24)] }));
    asked.setConstants(asked.problem.constants.values, undefined);
    const row = await measure('two variables, compiled', REPETITIONS, async () => {
        for (let count = 0; count < ANSWERS; count++) await solve(asked.program, new Pacer(PATIENT, 1));
    });
    const each = (value: number): number => value / ANSWERS;
    const [least, most] = row.spread!;
    return { ...row, value: each(row.value), spread: [each(least), each(most)] };
}

function sweep(points: number, draws: number): Promise<Row> {
    const problem = question({
        constraints: [constraint(compute, '<=', name('C'))],
        constants: constantsOf(HOFFMANN, drawnLaws(draws)),
        sweep: {
            name: 'C',
            values: Array.from({ length: points }, (_, index) => 10 ** (18 + (8 * index) / (points - 1))),
        },
    });
    return measure(`${points} points with ${draws} draws`, REPETITIONS, () => allocate(problem, PATIENT));
}

/** Laws whose constants lie a little off the published ones, in steps that have no common period. */
function drawnLaws(count: number) {
    const off = (draw: number, step: number, spread: number): number => 1 + spread * (((draw * step) % 1) - 0.5);
    return Array.from({ length: count }, (_, draw) => ({
        E: HOFFMANN.E * off(draw, 0.618, 0.02),
        A: HOFFMANN.A * off(draw, 0.414, 0.2),
        B: HOFFMANN.B * off(draw, 0.732, 0.2),
        alpha: HOFFMANN.alpha * off(draw, 0.236, 0.05),
        beta: HOFFMANN.beta * off(draw, 0.141, 0.05),
    }));
}

/** Bits and a number of samples beside N and D, which every combination decides anew. */
function mixed(bits: number, samples: number): Promise<Row> {
    const [P, k] = [name('bits'), name('k')];
    const problem: AllocationProblem = question({
        objective: total(
            surface,
            binary('/', num(0.5), product(P, P)),
            binary('/', k, num(1e4)),
            binary('/', num(0.1), k),
        ),
        constraints: [constraint(product(compute, binary('/', P, num(16))), '<=', 1e22)],
        choices: numberChoices({ bits: numbersUpTo(bits), k: numbersUpTo(samples) }, true),
    });
    return measure(`${bits * samples} combinations beside two variables`, REPETITIONS, () =>
        allocate(problem, PATIENT),
    );
}

function numbersUpTo(last: number): number[] {
    return Array.from({ length: last }, (_, index) => index + 1);
}
