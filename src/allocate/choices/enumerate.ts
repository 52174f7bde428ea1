/**
 * The best of every combination of options. Nothing is rounded: where something is decided continuously besides, each combination is
 * solved for itself, beginning at the optimum of the one before. A few combinations, spread evenly, are searched from everywhere as
 * well; where that finds anything better, so are all.
 */
import { freeNames } from '../../expression/names.js';
import type { Pacer } from '../../fit/pacing.js';
import type { Choices, Constraint } from '../problem.js';
import type { PlainValues, Question } from '../question.js';
import type { Program } from '../solver/program.js';
import { countCombinations, optionsOf } from './slots.js';
import { WarmNewton } from '../solver/warmNewton.js';
import { settle, solve, solveFrom } from '../solver/optimum.js';
import { judge } from '../solver/solve.js';
import type { Optimal, Verdict } from '../solver/verdict.js';

/** A combination that meets all constraints. */
export interface Feasible {
    readonly combination: number;
    readonly objective: number;
    /** Where nothing is decided continuously, at no place. */
    readonly verdict: Optimal;
}

export interface Enumeration {
    readonly count: number;
    /** Best first; of equals, the first. */
    readonly ranked: readonly Feasible[];
    /** Constraints that say something about the choice alone, with how many combinations meet each. */
    readonly screens: readonly { readonly constraint: number; readonly met: number }[];
    /** A combination that has no end, if any. */
    readonly unbounded: { readonly combination: number; readonly verdict: Verdict } | undefined;
    /** Whether any combination has values at all. */
    readonly isComputable: boolean;
}

/** How many combinations are searched from everywhere, before others are taken on trust. */
const SEARCHED = 16;
/** Relative: two values that differ by less are the same optimum. */
const SAME = 1e-9;
const KNOWN_DIGITS = 13;
/** Relative: a side that exceeds the other by less does not. */
const SLACK = 1e-9;
/** Counted work, in the pacer's operations, of one combination. */
const PLAIN_COST = 300;
const WARM_COST = 2e4;

export async function enumerate(question: Question, choices: Choices, pacer: Pacer): Promise<Enumeration> {
    const count = countCombinations(choices);
    const { screened, screens } = await screen(question, choices, count, pacer);
    const isDiscrete = question.problem.variables.length === 0;
    const found = isDiscrete
        ? await evaluateAll(question, choices, screened, pacer)
        : await solveAll(question, choices, screened, pacer);
    const sign = question.problem.sense === 'minimize' ? 1 : -1;
    // What rounding alone tells apart is equally good: then the first of the list comes first.
    const goal = ({ objective }: Feasible): number => Number(objective.toPrecision(KNOWN_DIGITS));
    const ranked = [...found.feasible].sort((a, b) => sign * (goal(a) - goal(b)) || a.combination - b.combination);
    return { count, screens, ranked, unbounded: found.unbounded, isComputable: found.isComputable };
}

interface Found extends Pick<Enumeration, 'unbounded' | 'isComputable'> {
    readonly feasible: readonly Feasible[];
}

/** Constraints that are about the choice alone need no search. */
async function screen(question: Question, choices: Choices, count: number, pacer: Pacer) {
    const { constraints, variables } = question.problem;
    const names = new Set(variables.map(({ name }) => name));
    const isFree = ({ left, right }: Constraint): boolean =>
        [left, right].flatMap(freeNames).every((name) => !names.has(name));
    const free = [...constraints.keys()].filter((index) => isFree(constraints[index]));
    const met = free.map(() => 0);
    if (free.length === 0) return { screened: Int32Array.from({ length: count }, (_, index) => index), screens: [] };
    const screened = new Int32Array(count);
    const options = new Int32Array(choices.factors.length);
    const somewhere = new Float64Array(variables.length).fill(1);
    let kept = 0;
    for (let combination = 0; combination < count; combination++) {
        question.take(optionsOf(combination, choices, options));
        const sides = question.plainValues(somewhere);
        const holding = free.map((index) => holds(constraints[index], index, sides));
        holding.forEach((isMet, index) => (met[index] += Number(isMet)));
        if (holding.every(Boolean)) screened[kept++] = combination;
        await pacer.spend(PLAIN_COST);
    }
    return {
        screened: screened.slice(0, kept),
        screens: free.map((constraint, index) => ({ constraint, met: met[index] })),
    };
}

/** Whether a constraint holds, up to rounding; false where a side has no value. */
export function holds({ relation }: Constraint, index: number, { left, right }: PlainValues): boolean {
    const excess = left[index] - right[index];
    const slack = SLACK * Math.max(Math.abs(left[index]), Math.abs(right[index]));
    if (relation === '==') return Math.abs(excess) <= slack;
    return relation === '<=' ? excess <= slack : excess >= -slack;
}

/** Where nothing is decided continuously. */
async function evaluateAll(
    question: Question,
    choices: Choices,
    combinations: Int32Array,
    pacer: Pacer,
): Promise<Found> {
    const feasible: Feasible[] = [];
    const options = new Int32Array(choices.factors.length);
    for (const combination of combinations) {
        question.take(optionsOf(combination, choices, options));
        const { objective } = question.plainValues(NOWHERE);
        if (Number.isFinite(objective)) feasible.push({ combination, objective, verdict: NOTHING_TO_DECIDE });
        await pacer.spend(PLAIN_COST);
    }
    return { feasible, unbounded: undefined, isComputable: combinations.length === 0 || feasible.length > 0 };
}

const NOWHERE = new Float64Array(0);
const NOTHING_TO_DECIDE: Optimal = { kind: 'optimal', u: NOWHERE, value: 0, active: [], undetermined: [], others: [] };

async function solveAll(question: Question, choices: Choices, combinations: Int32Array, pacer: Pacer): Promise<Found> {
    const options = new Int32Array(choices.factors.length);
    const take = (combination: number): void => question.take(optionsOf(combination, choices, options));
    const verdicts = new Map<number, Verdict>();
    const search = async (combination: number, start?: Optimal): Promise<Verdict> => {
        take(combination);
        const verdict = await solve(question.program, pacer, start?.u);
        verdicts.set(combination, verdict);
        return verdict;
    };
    // Where all is convex, what is found nearby is the best there is.
    const { hasConvexObjective, hasConvexConstraints } = question.program.choice;
    const searched = hasConvexObjective && hasConvexConstraints ? 1 : SEARCHED;
    for (const combination of spread(combinations, searched)) await search(combination);
    let near: Optimal | undefined = [...verdicts.values()].find(isOptimal);
    const path = new WarmPath(question.program);
    let isTrusted = true;
    for (const combination of combinations) {
        take(combination);
        const quick: Verdict | undefined =
            near && isTrusted ? (path.next(near) ?? solveNear(question, near)) : undefined;
        const known = verdicts.get(combination);
        if (known !== undefined) isTrusted &&= quick === undefined || isNoWorse(quick, known);
        else verdicts.set(combination, quick ?? (await search(combination, near)));
        const verdict = verdicts.get(combination)!;
        if (isOptimal(verdict)) near = verdict;
        await pacer.spend(WARM_COST);
    }
    if (!isTrusted) for (const combination of combinations) await search(combination);
    else if (searched > 1) await searchBest(verdicts, search);
    return collect(question, take, verdicts);
}

/** The best is searched from everywhere in any case: other optima of it may be hardly worse. */
async function searchBest(
    verdicts: ReadonlyMap<number, Verdict>,
    search: (combination: number, start: Optimal) => Promise<Verdict>,
): Promise<void> {
    let best: { readonly combination: number; readonly verdict: Optimal } | undefined;
    for (const [combination, verdict] of verdicts) {
        if (isOptimal(verdict) && !(verdict.value >= (best?.verdict.value ?? Infinity)))
            best = { combination, verdict };
    }
    if (best !== undefined) await search(best.combination, best.verdict);
}

/** From one combination to the next, as long as the same constraints bind. */
class WarmPath {
    private warm: WarmNewton | undefined;
    private last: Optimal | undefined;

    constructor(private readonly program: Program) {}

    /** `near`: the last optimum that was found. */
    next(near: Optimal): Optimal | undefined {
        if (near !== this.last) this.warm = new WarmNewton(this.program, near.u, near.active);
        if (!this.warm!.solve()) return undefined;
        this.warm!.anchor();
        const { functions, choice } = this.program;
        const value = choice.sense * functions.values[choice.objective];
        this.last = { ...near, u: this.warm!.u.slice(), value, others: [] };
        return this.last;
    }
}

/** From the optimum of another combination; undefined where that does not lead to one. */
function solveNear({ program }: Question, near: Optimal): Verdict | undefined {
    const sharp = settle(program, near);
    const quick = sharp && judge(program, sharp);
    if (quick?.kind === 'optimal') return quick;
    const slow = program.choice.hasConvexConstraints ? undefined : solveFrom(program, near.u);
    return slow?.kind === 'optimal' ? slow : undefined;
}

/** Whether a search from nearby found what the one from everywhere did. */
function isNoWorse(quick: Verdict, known: Verdict): boolean {
    if (!isOptimal(quick) || !isOptimal(known)) return quick.kind === known.kind;
    return quick.value <= known.value + SAME * Math.max(1, Math.abs(known.value));
}

function collect(question: Question, take: (combination: number) => void, verdicts: Map<number, Verdict>): Found {
    const feasible: Feasible[] = [];
    let unbounded: Found['unbounded'];
    for (const [combination, verdict] of verdicts) {
        if (verdict.kind === 'unbounded') unbounded ??= { combination, verdict };
        if (verdict.kind !== 'optimal') continue;
        take(combination);
        feasible.push({ combination, objective: question.plainValues(verdict.u.map(Math.exp)).objective, verdict });
    }
    const isComputable = [...verdicts.values()].some(({ kind }) => kind !== 'not-computable');
    return { feasible, unbounded, isComputable: isComputable || verdicts.size === 0 };
}

function isOptimal(verdict: Verdict): verdict is Optimal {
    return verdict.kind === 'optimal';
}

/** Evenly spread, the first and the last included. */
function spread(all: Int32Array, count: number): number[] {
    if (all.length <= count) return [...all];
    if (count === 1) return [all[0]];
    return Array.from({ length: count }, (_, index) => all[Math.round((index * (all.length - 1)) / (count - 1))]);
}
