/** Other choices, judged by the question's own goal: how much worse each is than the optimum, draw by draw. */
import type { Pacer } from '../../fit/pacing.js';
import type { Interval } from '../../fit/result.js';
import { savingOf } from './equivalentLimit.js';
import { placeNear } from '../solver/optimum.js';
import { intervalOver, overDraws, type Drawn } from './paired.js';
import type { Rival } from '../problem.js';
import type { Question } from '../question.js';
import { scaleOf } from './regret.js';
import type { Breach, NamedEstimate, RivalAnswer } from '../result.js';
import { chooseAsRival, questionOfRival, type NoChoice, type RivalChoice } from './rivalChoice.js';
import { limitSide } from './scaledLimits.js';
import type { Place } from '../solver/verdict.js';

/** Relative slack up to which a limit is kept. */
const KEPT = 1e-6;
/** Relative difference of values that are the same. */
const SAME = 1e-9;

const NO_GOAL_THERE = 'The goal cannot be computed for what would be chosen.';

/** What a rival is compared with. */
export interface Judged {
    readonly question: Question;
    readonly optimum: Place;
    /** Those of the answer, where something is chosen from lists. */
    readonly options: Int32Array | undefined;
    readonly binding: readonly number[];
    /** Null where no uncertainty is known, or none is asked for. */
    readonly drawn: Drawn | null;
    readonly sweepValue: number | undefined;
}

/** Rivals of a question, compiled once. */
export class Rivals {
    private readonly questions: readonly Question[];

    constructor(private readonly question: Question) {
        const { problem } = question;
        this.questions = (problem.rivals ?? []).map((rival: Rival) => questionOfRival(problem, rival));
    }

    /** The constants of the question stand as for the optimum. */
    async judge(judged: Judged, pacer: Pacer): Promise<readonly RivalAnswer[]> {
        const answers: RivalAnswer[] = [];
        const { constants, constraints } = this.question.problem;
        for (const rival of this.questions) {
            rival.setConstants(constants.values, judged.sweepValue);
            const choice = await chooseAsRival(rival, constraints.length, judged.options, pacer);
            answers.push('u' in choice ? await judgeChoice(judged, rival, choice, pacer) : withoutChoice(choice));
            if (judged.options !== undefined) judged.question.take(judged.options);
        }
        return answers;
    }
}

async function judgeChoice(judged: Judged, rival: Question, choice: RivalChoice, pacer: Pacer): Promise<RivalAnswer> {
    const { question, optimum, binding, options } = judged;
    const { variables, sense } = question.problem;
    const point = choice.u.map(Math.exp);
    const best = question.objectiveAt(optimum.u);
    const scale = scaleOf(question, optimum.u);
    if (choice.options !== undefined) question.take(choice.options);
    const there = question.plainValues(point);
    const { objective } = there;
    if (!Number.isFinite(objective)) return withoutChoice({ status: 'not-computable', message: NO_GOAL_THERE });
    const worse = (sense === 'minimize' ? 1 : -1) * (objective - best);
    const drawn = judged.drawn && (await redrawRival(judged.drawn, question, rival, choice, pacer));
    const breaches = breachesAt(question, point);
    if (options !== undefined) question.take(options);
    return {
        status: 'optimal',
        message: '',
        labels: labelsOf(question.problem, choice.options),
        variables: variables.map(({ name }, j): NamedEstimate => ({
            name,
            estimate: point[j],
            interval: drawn && spreadOver(drawn.variables[j]),
        })),
        objective: { estimate: objective, interval: drawn && intervalOver(drawn.objective) },
        excess: { estimate: worse, interval: drawn && intervalOver(drawn.excess) },
        regret: scale?.isObjective
            ? { estimate: worse / scale.size, interval: drawn && intervalOver(drawn.regret) }
            : null,
        breaches,
        saving: await savingOf(question, optimum, binding, there, pacer),
    };
}

/** One value for each draw; NaN where the rival has no answer. */
interface RivalDraws {
    readonly variables: readonly Float64Array[];
    readonly objective: Float64Array;
    readonly excess: Float64Array;
    readonly regret: Float64Array;
}

async function redrawRival(
    drawn: Drawn,
    question: Question,
    rival: Question,
    { program, u, active }: RivalChoice,
    pacer: Pacer,
): Promise<RivalDraws> {
    const places: (Float64Array | undefined)[] = [];
    const objective = await overDraws(question, drawn, pacer, (_, constants) => {
        rival.setConstants(constants, drawn.sweepValue);
        const there = u.length === 0 ? { u } : placeNear(program, { u, active });
        places.push(there?.u);
        return there === undefined ? NaN : question.objectiveAt(there.u);
    });
    const sign = question.problem.sense === 'minimize' ? 1 : -1;
    const excess = objective.map((value, row) => sign * (value - drawn.objectives[row]));
    return {
        variables: Array.from(u, (_, j) => Float64Array.from(places, (place) => Math.exp(place?.[j] ?? NaN))),
        objective,
        excess,
        regret: excess.map((value, row) => value / Math.abs(drawn.objectives[row])),
    };
}

/** Null where all draws agree: what a rival is given is no estimate. */
function spreadOver(values: Float64Array): Interval | null {
    const interval = intervalOver(values);
    return interval && interval[1] > interval[0] * (1 + SAME) ? interval : null;
}

function breachesAt(question: Question, point: Float64Array): readonly Breach[] {
    const { constraints, variables } = question.problem;
    const { left, right } = question.plainValues(point);
    const broken = constraints.flatMap((constraint, index): Breach[] => {
        const { relation } = constraint;
        const gap = (left[index] - right[index]) / Math.max(Math.abs(left[index]), Math.abs(right[index]));
        const isKept = relation === '==' ? Math.abs(gap) <= KEPT : relation === '<=' ? gap <= KEPT : gap >= -KEPT;
        if (isKept || Number.isNaN(gap)) return [];
        const [value, allowed] = [left[index], right[index]];
        const isTurned = limitSide(constraint, variables) === 'left';
        return [{ limit: index, value: isTurned ? allowed : value, allowed: isTurned ? value : allowed }];
    });
    const outside = variables.flatMap(({ name, lower, upper }, j): Breach[] => {
        if (point[j] > upper * (1 + KEPT)) return [{ limit: name, value: point[j], allowed: upper }];
        return point[j] < lower * (1 - KEPT) ? [{ limit: name, value: point[j], allowed: lower }] : [];
    });
    return [...broken, ...outside];
}

/** What each option that is taken is called; empty where nothing is chosen from lists. */
function labelsOf({ choices }: Question['problem'], options: Int32Array | undefined): string[] {
    if (choices === undefined || options === undefined) return [];
    return choices.factors.map(({ labels }, factor) => labels[options[factor]]);
}

function withoutChoice({ status, message }: NoChoice): RivalAnswer {
    const nothing = {
        labels: [],
        variables: [],
        objective: null,
        excess: null,
        regret: null,
        breaches: [],
        saving: null,
    };
    return { status, message, ...nothing };
}
