/**
 * The uncertainty of a choice: for every joint draw of the constants each combination that may win is asked again, and the best of
 * them wins the draw. Those that may win are tried best first, in batches, until a batch wins no draw.
 */
import type { Pacer } from '../../fit/pacing.js';
import { solveDraw } from '../draws.js';
import { nearestOutside } from '../solver/convexSearch.js';
import { placeNear } from '../solver/optimum.js';
import { holds, type Enumeration } from './enumerate.js';
import type { Choices } from '../problem.js';
import type { Question } from '../question.js';
import { optionsOf } from './slots.js';
import type { Optimal } from '../solver/verdict.js';

/** What each draw chooses. Rows are draws with an answer. */
export interface DrawnChoice {
    readonly count: number;
    readonly failed: number;
    /** Of those in which no combination meets the constraints. */
    readonly nearest: readonly Float64Array[];
    readonly winners: Int32Array;
    readonly objectives: Float64Array;
    /** Of the winner's continuous variables, row-major. */
    readonly values: Float64Array;
    readonly drawn: Uint32Array;
    /** By combination, of those best for the point estimates: its objective and variables draw by draw, NaN where it has none. */
    readonly contenders: ReadonlyMap<number, { readonly objectives: Float64Array; readonly values: Float64Array }>;
}

/** Combinations that are tried in every draw, all at once where nothing is decided continuously. */
const BATCH = 8;
const MOST_BATCHES = 16;
const MOST_EVALUATIONS = 4e6;
const FEWEST_EVALUATED = 256;
/** Combinations next to the best that the point estimates leave no room for: a draw may well choose them. */
const BESIDE = 4;
/** With so many combinations in all, all that the point estimates leave no room for are tried, too. */
const FEW = 128;
/** Counted work, in the pacer's operations. */
const EVALUATION_COST = 150;
const SOLUTION_COST = 2e4;

interface Candidate {
    readonly combination: number;
    /** Where its optimum is for the point estimates, or that of the best one. */
    readonly near: Optimal;
    /** Whether it breaks a constraint for the point estimates. */
    readonly isLeftOut: boolean;
}

/** Null where the constants have no draws. `shown`: how many of the best are followed draw by draw. */
export async function redrawChoice(
    question: Question,
    choices: Choices,
    enumeration: Enumeration,
    sweepValue: number | undefined,
    shown: number,
    pacer: Pacer,
): Promise<DrawnChoice | null> {
    const { constants, variables } = question.problem;
    const { draws } = constants;
    if (draws === null) return null;
    const isDiscrete = variables.length === 0;
    const batches = batchesOf(enumeration, isDiscrete, draws.count);
    const race = new Race(question, draws.count, enumeration.ranked.slice(0, shown));
    const options = new Int32Array(choices.factors.length);
    const ask = isDiscrete ? valueAt : solutionAt;
    let tried = 0;
    for (const [index, batch] of batches.entries()) {
        let wins = 0;
        tried += batch.length;
        for (let draw = 0; draw < draws.count; draw++) {
            const size = constants.names.length;
            question.setConstants(draws.values.subarray(draw * size, (draw + 1) * size), sweepValue);
            for (const candidate of batch) {
                question.take(optionsOf(candidate.combination, choices, options));
                const point = await ask(question, candidate, pacer);
                if (point !== undefined && race.enter(draw, candidate.combination, point)) wins++;
            }
            if (index === 0) pacer.advance();
        }
        if (index > 0 && wins === 0) break;
    }
    const [[first]] = batches;
    question.take(optionsOf(first.combination, choices, options));
    // Where only some combinations were tried, another may win the draw.
    const lost = isDiscrete || tried === enumeration.count ? race.lost() : [];
    const nearest = isDiscrete
        ? lost.map(() => NOWHERE)
        : await nearestOfLost(question, lost, first.near, sweepValue, pacer);
    question.setConstants(constants.values, sweepValue);
    return race.result(nearest);
}

/** Of the draws that no combination won although all were tried: where the options in force come nearest to meeting the constraints. */
async function nearestOfLost(
    question: Question,
    lost: readonly number[],
    near: Optimal,
    sweepValue: number | undefined,
    pacer: Pacer,
): Promise<Float64Array[]> {
    const { names, draws } = question.problem.constants;
    const nearest: Float64Array[] = [];
    for (const draw of lost) {
        question.setConstants(draws!.values.subarray(draw * names.length, (draw + 1) * names.length), sweepValue);
        const outside = nearestOutside(question.program, near.u);
        if (outside !== undefined) nearest.push(outside);
        await pacer.spend(SOLUTION_COST);
    }
    return nearest;
}

function batchesOf({ ranked, count }: Enumeration, isDiscrete: boolean, draws: number): Candidate[][] {
    const [best] = ranked;
    const known = ranked.map(({ combination, verdict }): Candidate => ({
        combination,
        near: verdict,
        isLeftOut: false,
    }));
    const missing = leftOut(known, count, best.verdict);
    if (isDiscrete) {
        const most = Math.max(FEWEST_EVALUATED, Math.floor(MOST_EVALUATIONS / draws));
        return [[...known, ...missing].slice(0, most)];
    }
    const first = [...known.slice(0, BATCH), ...missing.slice(0, BESIDE)];
    const others = [...known.slice(BATCH), ...(count <= FEW ? missing.slice(BESIDE) : [])];
    const batches = [first];
    for (let start = 0; start < others.length && batches.length < MOST_BATCHES; start += BATCH) {
        batches.push(others.slice(start, start + BATCH));
    }
    return batches;
}

/** Combinations that break a constraint for the point estimates; those beside the ones that do not come first. */
function leftOut(known: readonly Candidate[], count: number, near: Optimal): Candidate[] {
    const isKnown = new Uint8Array(count);
    for (const { combination } of known) isKnown[combination] = 1;
    const missing = Array.from({ length: count }, (_, combination) => combination).filter((each) => !isKnown[each]);
    const best = known[0].combination;
    return missing
        .sort((a, b) => Math.abs(a - best) - Math.abs(b - best))
        .map((combination) => ({ combination, near, isLeftOut: true }));
}

interface Point {
    readonly objective: number;
    readonly variables: Float64Array;
}

const NOWHERE = new Float64Array(0);

/** Of a combination that leaves nothing to decide. */
async function valueAt(question: Question, _: Candidate, pacer: Pacer): Promise<Point | undefined> {
    const values = question.plainValues(NOWHERE);
    await pacer.spend(EVALUATION_COST);
    const isMet = question.problem.constraints.every((constraint, index) => holds(constraint, index, values));
    return isMet && Number.isFinite(values.objective) ? { objective: values.objective, variables: NOWHERE } : undefined;
}

async function solutionAt(
    question: Question,
    { near, isLeftOut }: Candidate,
    pacer: Pacer,
): Promise<Point | undefined> {
    const { program } = question;
    // A search everywhere for what mostly is not there would take too long.
    const isQuick = isLeftOut && !program.choice.hasConvexConstraints;
    const verdict = isQuick ? placeNear(program, near) : await solveDraw(question, near, pacer);
    await pacer.spend(SOLUTION_COST);
    if (verdict?.kind !== 'optimal') return undefined;
    const variables = verdict.u.map(Math.exp);
    const { objective } = question.plainValues(variables);
    return Number.isFinite(objective) ? { objective, variables } : undefined;
}

/** Keeps the best of each draw. */
class Race {
    private readonly winners: Int32Array;
    private readonly objectives: Float64Array;
    private readonly values: Float64Array;
    private readonly contenders: Map<number, { objectives: Float64Array; values: Float64Array }>;
    private readonly width: number;
    private readonly sign: 1 | -1;

    constructor(question: Question, count: number, shown: readonly { readonly combination: number }[]) {
        this.width = question.problem.variables.length;
        this.sign = question.problem.sense === 'minimize' ? 1 : -1;
        this.winners = new Int32Array(count).fill(-1);
        this.objectives = new Float64Array(count).fill(NaN);
        this.values = new Float64Array(count * this.width);
        this.contenders = new Map(
            shown.map(({ combination }) => [
                combination,
                {
                    objectives: new Float64Array(count).fill(NaN),
                    values: new Float64Array(count * this.width).fill(NaN),
                },
            ]),
        );
    }

    /** Whether it is the best so far. */
    enter(draw: number, combination: number, { objective, variables }: Point): boolean {
        const contender = this.contenders.get(combination);
        if (contender !== undefined) {
            contender.objectives[draw] = objective;
            contender.values.set(variables, draw * this.width);
        }
        if (this.winners[draw] >= 0 && this.sign * (objective - this.objectives[draw]) >= 0) return false;
        this.winners[draw] = combination;
        this.objectives[draw] = objective;
        this.values.set(variables, draw * this.width);
        return true;
    }

    /** Draws that none has won. */
    lost(): number[] {
        return Array.from(this.winners.keys()).filter((draw) => this.winners[draw] < 0);
    }

    /** `nearest`: of draws that none has won, where the constraints are nearest to being met. */
    result(nearest: readonly Float64Array[]): DrawnChoice {
        const drawn = Uint32Array.from(this.winners.keys()).filter((draw) => this.winners[draw] >= 0);
        const rows = [...drawn];
        return {
            count: drawn.length,
            failed: this.winners.length - drawn.length,
            nearest,
            winners: Int32Array.from(rows, (draw) => this.winners[draw]),
            objectives: Float64Array.from(rows, (draw) => this.objectives[draw]),
            values: Float64Array.from(
                rows.flatMap((draw) => [...this.values.subarray(draw * this.width, (draw + 1) * this.width)]),
            ),
            drawn,
            contenders: this.contenders,
        };
    }
}
