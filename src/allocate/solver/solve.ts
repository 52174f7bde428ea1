/** The global optimum of a smooth program: local searches from several starts, and a verdict. */
import type { Pacer } from '../../fit/pacing.js';
import { isProvenInfeasible, nearConstraints } from './convexSearch.js';
import { findRoughOptimum } from './augmentedLagrangian.js';
import { escapeFrom, wayDown } from './escape.js';
import { leadToConstraints } from './feasibility.js';
import { sharpen, type KktPoint } from './kkt.js';
import type { Program } from './program.js';
import { chooseStarts } from './starts.js';
import { Valleys } from './valleys.js';
import { better, type Drift, type Verdict } from './verdict.js';

/** Counted work of one local search, in the pacer's operations. */
export const SEARCH_COST = 4e5;
/** Scaled violation of a rough optimum beyond which it is not worth sharpening. */
const WITHIN_REACH = 1;
const MOST_ROUNDS = 3;
/** In u. */
const SAME_PLACE = 1e-6;

/** `warmStart`: an optimum of a similar program, tried besides the other starts. */
export async function solveSmooth(program: Program, pacer: Pacer, warmStart?: Float64Array): Promise<Verdict> {
    const certain = solveConvex(program, warmStart);
    await pacer.spend(SEARCH_COST);
    if (certain !== undefined) return certain;
    const starts = [...(warmStart ? [warmStart] : []), ...(await chooseStarts(program, pacer))];
    if (starts.length === 0) {
        return { kind: 'not-computable' };
    }
    let best: Verdict = { kind: 'infeasible' };
    const valleys = new Valleys();
    for (const start of starts) {
        const verdict = searchFrom(program, start);
        valleys.add(verdict);
        best = better(best, verdict);
        await pacer.spend(SEARCH_COST);
    }
    return best.kind === 'infeasible' ? ((await escapeFrom(program, starts, pacer)) ?? best) : valleys.around(best);
}

/** As far as convexity makes one search enough; undefined where nothing is certain. */
function solveConvex(program: Program, warmStart: Float64Array | undefined): Verdict | undefined {
    const { hasConvexObjective, hasConvexConstraints } = program.choice;
    if (!hasConvexConstraints) return undefined;
    const near = nearConstraints(program, warmStart);
    if (near === undefined) return undefined;
    if (near.violation > 0 && isProvenInfeasible(program, near.u)) return { kind: 'infeasible' };
    const verdict = hasConvexObjective ? searchFrom(program, near.u) : undefined;
    return verdict?.kind === 'infeasible' ? undefined : verdict;
}

/** The local optimum that a start leads to. */
export function searchFrom(program: Program, start: Float64Array): Verdict {
    let u = start;
    for (let round = 0; round < MOST_ROUNDS; round++) {
        // Each round scales objective and constraints anew: far from the optimum they may be steeper by many orders of magnitude.
        const rough = findRoughOptimum(program, u);
        // Where constraints are nearly parallel the rough optimum is still far from them, and Newton's method is not.
        if (!rough || rough.violation > WITHIN_REACH) break;
        const point = sharpen(program, rough.u, rough.active);
        if (point) return judge(program, point);
        u = rough.u;
    }
    return { kind: 'infeasible' };
}

/** Whether a local optimum is one, or the end of the search range, or a plateau that a law only nears. */
export function judge(program: Program, { u, value, active, flat }: KktPoint): Verdict {
    const loose = looseVariables(flat);
    program.expand(u);
    const plateaus = loose.filter((variable) => program.nearsPlateau(variable));
    const drifts = [...driftsAtEdges(program, active), ...driftsOnPlateaus(program, u, plateaus)];
    return drifts.length > 0
        ? { kind: 'unbounded', u, value, drifts }
        : { kind: 'optimal', u, value, active, undetermined: loose, others: [] };
}

function driftsAtEdges(program: Program, active: readonly number[]): Drift[] {
    return active.flatMap((constraint): Drift[] => {
        const edge = program.edgeOf(constraint);
        return edge ? [{ variable: edge.variable, direction: edge.end === 'upper' ? 'grow' : 'shrink' }] : [];
    });
}

/** The variables of a plateau that nothing stops on the way to the end of the search range. */
function driftsOnPlateaus(program: Program, u: Float64Array, plateaus: readonly number[]): Drift[] {
    const drifts = plateaus.flatMap((variable): Drift[] => {
        const direction = wayDown(program, u, variable);
        return direction === undefined ? [] : [{ variable, direction }];
    });
    return drifts.filter(({ variable, direction }) => {
        const grows = direction === 'grow';
        const bound = grows ? program.upperBound(variable) : program.lowerBound(variable);
        const end = (grows ? program.box.upper : program.box.lower)[variable];
        const there = leadToConstraints(
            program,
            u.map((part, j) => (j === variable ? end : part)),
            SAME_PLACE,
        );
        return program.edgeOf(bound) && there?.violation === 0 && Math.abs(there.u[variable] - end) <= SAME_PLACE;
    });
}

function looseVariables(flat: readonly Float64Array[]): number[] {
    const all = flat.length > 0 ? Array.from(flat[0].keys()) : [];
    return all.filter((variable) => flat.some((direction) => Math.abs(direction[variable]) > 1e-3));
}
