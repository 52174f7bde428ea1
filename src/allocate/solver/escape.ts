/** Ways out of the search range: along which variables the objective improves without end. */
import type { Pacer } from '../../fit/pacing.js';
import { leadToConstraints } from './feasibility.js';
import type { Program } from './program.js';
import type { Drift, Verdict } from './verdict.js';

/** In u: a violation that counts as none, and a point that counts as the end of the range. */
const AT_END = 1e-6;
/** Relative change of the objective that is none. */
const SAME = 1e-12;
/** Points looked at between the ends of the range. */
const POINTS = 24;
/** In u: so far before the end of the range the objective must still be worse than at it. */
const LAST_STRIDE = 1;
/** Counted work of one variable, in the pacer's operations. */
const PROBE_COST = 2e4;

/** Towards which end the objective is lower, the other variables held; undefined where it is the same all the way. */
export function wayDown(program: Program, u: Float64Array, variable: number): Drift['direction'] | undefined {
    const { lower, upper } = program.box;
    const [from, to] = [lower[variable], upper[variable]];
    const values = Array.from({ length: POINTS + 1 }, (_, step) => {
        const isComputable = program.evaluate(moved(u, variable, from + ((to - from) * step) / POINTS));
        return isComputable ? program.value : NaN;
    }).filter(Number.isFinite);
    if (values.length === 0 || !isLower(Math.min(...values), Math.max(...values))) return undefined;
    return values[values.length - 1] < values[0] ? 'grow' : 'shrink';
}

/** Where no local search arrives: whether a variable can go to the end of the range, from a start, and the objective is best there. */
export async function escapeFrom(
    program: Program,
    starts: readonly Float64Array[],
    pacer: Pacer,
): Promise<Extract<Verdict, { kind: 'unbounded' }> | undefined> {
    for (const start of starts) {
        const from = leadToConstraints(program, start, AT_END);
        if (from?.violation !== 0) continue;
        const ways = escapes(program, from.u, from.value);
        await pacer.spend(PROBE_COST * program.n);
        if (ways.length === 0) continue;
        const best = ways.reduce((a, b) => (b.value < a.value ? b : a));
        return { kind: 'unbounded', u: best.u, value: best.value, drifts: ways.map(({ drift }) => drift) };
    }
    return undefined;
}

interface Escape {
    readonly drift: Drift;
    readonly u: Float64Array;
    readonly value: number;
}

function escapes(program: Program, u: Float64Array, value: number): Escape[] {
    const { lower, upper, lowerIsEdge, upperIsEdge } = program.box;
    return Array.from(u.keys()).flatMap((variable): Escape[] => {
        const ends = [
            ...(upperIsEdge[variable] ? [{ direction: 'grow' as const, end: upper[variable] }] : []),
            ...(lowerIsEdge[variable] ? [{ direction: 'shrink' as const, end: lower[variable] }] : []),
        ];
        return ends.flatMap(({ direction, end }): Escape[] => {
            const before = reach(program, u, variable, end + (direction === 'grow' ? -LAST_STRIDE : LAST_STRIDE));
            const there = reach(program, u, variable, end);
            const improves = before && there && isLower(there.value, before.value) && isLower(there.value, value);
            return improves ? [{ drift: { variable, direction }, ...there }] : [];
        });
    });
}

/** The point with a variable moved, led to the constraints; undefined where these keep the variable from there. */
function reach(
    program: Program,
    u: Float64Array,
    variable: number,
    to: number,
): { readonly u: Float64Array; readonly value: number } | undefined {
    const there = leadToConstraints(program, moved(u, variable, to), AT_END);
    return there?.violation === 0 && Math.abs(there.u[variable] - to) <= AT_END ? there : undefined;
}

function isLower(a: number, b: number): boolean {
    return b - a > SAME * Math.max(Math.abs(a), Math.abs(b));
}

function moved(u: Float64Array, variable: number, to: number): Float64Array {
    return u.map((part, j) => (j === variable ? to : part));
}
