/** The answer to a question in which something is chosen from lists: the best combination, and those that come after it. */
import { central95 } from '../../fit/quantiles.js';
import type { Pacer } from '../../fit/pacing.js';
import type { Interval } from '../../fit/result.js';
import { describe, limitsAt, reason, withoutAnswer, type Answer } from '../answer.js';
import { decisionAt } from '../decision/decision.js';
import type { Redrawn } from '../draws.js';
import { redrawChoice, type DrawnChoice } from './choiceDraws.js';
import { withOptions } from './choiceRegret.js';
import { choiceMessage, noCombinationMessage, noEndMessage, noneMessage } from './choiceMessages.js';
import { outcomesOf } from './choiceOutcomes.js';
import { enumerate, type Enumeration, type Feasible } from './enumerate.js';
import { NOT_COMPUTABLE } from '../messages.js';
import { whyNothingFound } from '../nothingFound.js';
import { isManyFailed } from '../openEnds.js';
import type { Choices } from '../problem.js';
import type { Question } from '../question.js';
import type { Chosen, Contender, Optimum } from '../result.js';
import type { Rivals } from '../decision/rivals.js';
import { optionsOf } from './slots.js';

/** Combinations that are ranked in the answer. */
const SHOWN = 12;

export async function answerChoice(
    question: Question,
    choices: Choices,
    rivals: Rivals,
    sweepValue: number | undefined,
    pacer: Pacer,
): Promise<Answer> {
    const enumeration = await enumerate(question, choices, pacer);
    pacer.advance();
    const [best] = enumeration.ranked;
    if (best === undefined || enumeration.unbounded !== undefined) {
        return { optimum: await whyNone(question, choices, enumeration, pacer), place: undefined };
    }
    const drawn = await redrawChoice(question, choices, enumeration, sweepValue, SHOWN, pacer);
    const outcomes = await outcomesOf(question, choices, enumeration, pacer);
    const options = optionsOfOne(best.combination, choices);
    question.take(options);
    const limits = limitsAt(question, best.verdict);
    const kept = drawn && redrawnOf(drawn, best.combination, question.problem.variables.length);
    const decision = await decisionAt(
        { question, rivals, optimum: best.verdict, options },
        limits,
        kept,
        sweepValue,
        pacer,
    );
    const regret = withOptions(decision.regret, question, choices, enumeration);
    const optimum = describe(question, best.verdict, drawn, limits, { ...decision, regret });
    const contenders = contendersOf(question, choices, enumeration, drawn);
    const choice = {
        chosen: chosenOf(best, choices, drawn),
        contenders,
        tried: enumeration.count,
        feasible: enumeration.ranked.length,
        outcomes,
    };
    return {
        optimum: { ...optimum, message: choiceMessage(question.problem, optimum, choice), choice },
        place: undefined,
    };
}

/** The draws with the choice of the point estimate kept: what surrounds the answer is that of this choice. */
function redrawnOf({ contenders }: DrawnChoice, combination: number, width: number): Redrawn {
    const { objectives, values } = contenders.get(combination)!;
    const drawn = Uint32Array.from(objectives.keys()).filter((draw) => Number.isFinite(objectives[draw]));
    return {
        count: drawn.length,
        failed: objectives.length - drawn.length,
        nearest: [],
        objectives: objectives.filter(Number.isFinite),
        values: Float64Array.from([...drawn].flatMap((draw) => [...values.subarray(draw * width, (draw + 1) * width)])),
        drawn,
    };
}

function chosenOf({ combination }: Feasible, choices: Choices, drawn: DrawnChoice | null): Chosen[] {
    const best = optionsOfOne(combination, choices);
    const winners = drawn && Array.from(drawn.winners, (winner) => optionsOfOne(winner, choices));
    return choices.factors.map(({ name, labels, numbers }, factor): Chosen => {
        const wins = winners?.map((options) => options[factor]);
        return {
            name,
            label: labels[best[factor]],
            number: numbers && {
                estimate: numbers[best[factor]],
                interval: wins && !isManyFailed(drawn!) ? optionInterval(wins.map((won) => numbers[won])) : null,
            },
            share: wins && wins.length > 0 ? wins.filter((won) => won === best[factor]).length / wins.length : null,
        };
    });
}

function contendersOf(
    { problem }: Question,
    choices: Choices,
    { ranked }: Enumeration,
    drawn: DrawnChoice | null,
): Contender[] {
    const sign = problem.sense === 'minimize' ? 1 : -1;
    const [best] = ranked;
    const ofBest = drawn?.contenders.get(best.combination)?.objectives;
    return ranked.slice(0, SHOWN).map(({ combination, objective, verdict }): Contender => {
        const draws = drawn?.contenders.get(combination);
        const point = verdict.u.map(Math.exp);
        const differences = draws?.objectives.map((value, draw) => sign * (value - ofBest![draw]));
        return {
            labels: labelsOf(combination, choices),
            objective: { estimate: objective, interval: intervalOf(draws?.objectives) },
            variables: problem.variables.map(({ name }, j) => ({
                name,
                estimate: point[j],
                interval: intervalOf(draws?.values.filter((_, index) => index % point.length === j)),
            })),
            worse: {
                estimate: sign * (objective - best.objective),
                interval: intervalOf(differences),
            },
            share: drawn && shareOf(drawn, combination),
        };
    });
}

/** The central 95 %, whose ends are options themselves; null without draws. */
function optionInterval(values: readonly number[]): Interval | null {
    const sorted = [...values].sort((a, b) => a - b);
    const [last, tail] = [sorted.length - 1, 0.025];
    return last < 0 ? null : [sorted[Math.floor(tail * last)], sorted[Math.ceil((1 - tail) * last)]];
}

/** Null where too many draws have no value. */
function intervalOf(values: Float64Array | undefined): Interval | null {
    const finite = (values ?? new Float64Array(0)).filter(Number.isFinite);
    const missing = { count: finite.length, failed: (values?.length ?? 0) - finite.length };
    return finite.length === 0 || isManyFailed(missing) ? null : central95(finite);
}

function shareOf({ winners, count }: DrawnChoice, combination: number): number | null {
    return count === 0 ? null : winners.filter((winner) => winner === combination).length / count;
}

async function whyNone(question: Question, choices: Choices, enumeration: Enumeration, pacer: Pacer): Promise<Optimum> {
    const { unbounded, screens, count, isComputable } = enumeration;
    if (unbounded !== undefined) {
        question.take(optionsOfOne(unbounded.combination, choices));
        const [status, message] = await reason(question, unbounded.verdict, pacer);
        return withoutAnswer(status, noEndMessage(labelsOf(unbounded.combination, choices), choices, message));
    }
    if (!isComputable) return withoutAnswer('not-computable', NOT_COMPUTABLE);
    const isScreenedOut = question.problem.variables.length === 0 || screens.some(({ met }) => met === 0);
    if (isScreenedOut) return withoutAnswer('infeasible', noCombinationMessage(question.problem, screens, count));
    question.take(optionsOfOne(0, choices));
    const [status, why] = await whyNothingFound(question, pacer);
    const where = noEndMessage(labelsOf(0, choices), choices, why);
    return withoutAnswer(status, `${noneMessage(status, count)} ${where}`);
}

function optionsOfOne(combination: number, choices: Choices): Int32Array {
    return optionsOf(combination, choices, new Int32Array(choices.factors.length));
}

function labelsOf(combination: number, choices: Choices): string[] {
    return choices.factors.map(({ labels }, factor) => labels[optionsOfOne(combination, choices)[factor]]);
}
