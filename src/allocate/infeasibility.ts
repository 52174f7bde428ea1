/** Why a question has no answer: the constraint, or the pair of constraints, that cannot be met, and by how much. */
import { freeNames } from '../expression/names.js';
import type { Pacer } from '../fit/pacing.js';
import { quantityIn } from '../quantity/shownUnit.js';
import type { Constraint } from './problem.js';
import type { Question } from './question.js';
import { solve } from './solver/optimum.js';
import type { Drift } from './solver/verdict.js';

/** Scaled excess that counts as none. */
const FEASIBLE = 1e-7;
/** Relative difference up to which a side falls by the same factor at each stride. */
const SAME_POWER = 1e-9;

/** A sentence for people; undefined where each constraint can be met under all others. */
export async function explainInfeasibility(question: Question, pacer: Pacer): Promise<string | undefined> {
    const { constraints } = question.problem;
    for (const others of [none, single, all]) {
        for (const index of constraints.keys()) {
            for (const company of others(index, constraints.length)) {
                const gap = await gapOf(question, index, company, pacer);
                if (gap) {
                    return sentence(question, index, company, gap);
                }
            }
        }
    }
    return undefined;
}

/** The companies in which a constraint is tried: alone, with each other one, with all others. */
type Companies = (index: number, count: number) => number[][];

const none: Companies = () => [[]];
const single: Companies = (index, count) => all(index, count)[0].map((other) => [other]);
const all: Companies = (index, count) => [
    Array.from({ length: count }, (_, other) => other).filter((other) => other !== index),
];

function sentence(question: Question, index: number, company: readonly number[], gap: Gap): string {
    const { constraints } = question.problem;
    const first = `\`${constraints[index].text}\``;
    const reason = describeGap(constraints[index], gap, question);
    if (company.length === 0) {
        return `${first} cannot be met: ${reason}.`;
    }
    return company.length === 1
        ? `${first} and \`${constraints[company[0]].text}\` cannot be met together: under the second, ${reason}.`
        : `${first} cannot be met together with the other constraints: under them, ${reason}.`;
}

interface Gap {
    /** Whether the smallest or the largest value that the left side reaches is the obstacle. */
    readonly extreme: 'smallest' | 'largest';
    /** Whether the extreme is only neared as some variables grow or shrink without end. */
    readonly isLimit: boolean;
    readonly left: number;
    readonly right: number;
}

/** How near a constraint comes to being met under some others; undefined where it is met, or the others cannot be. */
async function gapOf(question: Question, index: number, others: number[], pacer: Pacer): Promise<Gap | undefined> {
    const { relation } = question.problem.constraints[index];
    const senses = relation === '==' ? ([1, -1] as const) : ([1] as const);
    for (const sense of senses) {
        const program = question.choose({ objective: 1 + index, sense }, others);
        const verdict = await solve(program, pacer);
        const isLimit = verdict.kind === 'unbounded';
        if ('u' in verdict && verdict.value > (isLimit ? -FEASIBLE : FEASIBLE)) {
            const smallest = relation === '>=' ? sense < 0 : sense > 0;
            const drifts = isLimit ? verdict.drifts : [];
            return {
                extreme: smallest ? 'smallest' : 'largest',
                isLimit,
                left: limitOf(verdict.u, drifts, (u) => question.plainValues(u.map(Math.exp)).left[index]),
                right: limitOf(verdict.u, drifts, (u) => question.plainValues(u.map(Math.exp)).right[index]),
            };
        }
    }
    return undefined;
}

/** What a side comes to as variables drift on beyond the search range: 0 where it falls as a power of them, its value otherwise. */
function limitOf(u: Float64Array, drifts: readonly Drift[], side: (u: Float64Array) => number): number {
    const [there, before, earlier] = [0, 1, 2].map((strides) => {
        const back = u.slice();
        for (const { variable, direction } of drifts) back[variable] -= direction === 'grow' ? strides : -strides;
        return side(back);
    });
    const [last, previous] = [there / before, before / earlier];
    return last < 1 - SAME_POWER && Math.abs(last / previous - 1) < SAME_POWER ? 0 : there;
}

function describeGap({ left, right, text }: Constraint, gap: Gap, { problem }: Question): string {
    const unit = problem.units?.[text];
    const varies = (side: Constraint['left']) =>
        freeNames(side).some((name) => problem.variables.some((v) => v.name === name));
    const [leftValue, rightValue] = [quantityIn(unit, gap.left), quantityIn(unit, gap.right)];
    if (varies(left) && varies(right)) {
        return `at best the left side is ${leftValue} where the right side is ${rightValue}`;
    }
    const opposite = gap.extreme === 'smallest' ? 'largest' : 'smallest';
    const [moving, extreme, value] = varies(right) ? ['right', opposite, rightValue] : ['left', gap.extreme, leftValue];
    const limit = gap.isLimit ? ' (only neared, never reached)' : '';
    const [fixed, fixedValue] = varies(right) ? ['left', leftValue] : ['right', rightValue];
    return `the ${extreme} possible ${moving} side is ${value}${limit}, the ${fixed} side is ${fixedValue}`;
}
