/** Attempts for tests: every configuration tried on every problem. */
import type { Attempts } from '../../../src/allocate/mixture/attempts.js';
import { Pacer } from '../../../src/fit/pacing.js';

export interface Given {
    /** Per configuration, per problem: the samples that are right. */
    readonly right: readonly (readonly number[])[];
    readonly drawn: number;
    /** Per configuration; 1 each where they are not given. */
    readonly prices?: readonly number[];
}

export function attemptsOf({ right, drawn, prices }: Given): Attempts {
    const problems = right[0].length;
    const arms = right.map((row, configuration) => ({
        labels: [`m${configuration}`],
        configuration,
        problems: Int32Array.from(row.keys()),
        drawn: new Float64Array(problems).fill(drawn),
        right: Float64Array.from(row),
        price: new Float64Array(problems).fill(prices?.[configuration] ?? 1),
        limit: drawn,
    }));
    return { problems, arms };
}

/** C(n − c, k) / C(n, k), as products. */
export function missing(n: number, c: number, k: number): number {
    let product = 1;
    for (let j = 0; j < k; j++) product *= Math.max(0, 1 - c / (n - j));
    return product;
}

/** The definition, computed from nothing. */
export function solvedBy({ problems, arms }: Attempts, counts: ArrayLike<number>): number {
    let solved = 0;
    for (let problem = 0; problem < problems; problem++) {
        let missed = 1;
        arms.forEach((arm, index) => {
            const place = arm.problems.indexOf(problem);
            if (place >= 0) missed *= missing(arm.drawn[place], arm.right[place], counts[index]);
        });
        solved += (1 - missed) / problems;
    }
    return solved;
}

interface Tried {
    readonly counts: readonly number[];
    readonly solved: number;
    readonly cost: number;
}

/** The best of all counts whose mean cost of a problem is within the limit. */
export function bruteForce(attempts: Attempts, limit: number): Tried {
    return allWithin(attempts, limit).reduce((best, each) => (each.solved > best.solved ? each : best));
}

/** The cheapest of all counts that solve the share; undefined where none does. */
export function cheapestOf(attempts: Attempts, share: number): Tried | undefined {
    const enough = allWithin(attempts, Infinity).filter(({ solved }) => solved >= share - 1e-12);
    return enough.reduce<Tried | undefined>(
        (best, each) => (best === undefined || each.cost < best.cost ? each : best),
        undefined,
    );
}

function allWithin(attempts: Attempts, limit: number): Tried[] {
    const all: Tried[] = [];
    const visit = (counts: readonly number[], spent: number): void => {
        const arm = attempts.arms[counts.length];
        if (arm === undefined) {
            all.push({ counts, solved: solvedBy(attempts, counts), cost: spent });
            return;
        }
        const cost = arm.price.reduce((sum, each) => sum + each, 0) / attempts.problems;
        for (let count = 0; count <= arm.limit && spent + count * cost <= limit * (1 + 1e-9); count++) {
            visit([...counts, count], spent + count * cost);
        }
    };
    visit([], 0);
    return all;
}

export const QUIET = { pause: () => undefined };

export function freshPacer(): Pacer {
    return new Pacer(QUIET, 1);
}
