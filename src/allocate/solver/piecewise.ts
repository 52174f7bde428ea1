/**
 * The optimum of a program in pieces: the optimum within one piece, then within those on the other sides of its kinks, as long as that
 * improves. An optimum at a kink is one in each of the pieces that meet there.
 */
import type { Pacer } from '../../fit/pacing.js';
import { FEASIBLE } from './activeSet.js';
import { findRoughOptimum } from './augmentedLagrangian.js';
import { leadToConstraints } from './feasibility.js';
import { sharpen, type KktPoint } from './kkt.js';
import type { Piece, Pieces } from './pieces.js';
import type { Kinked, Program } from './program.js';
import { searchFrom, SEARCH_COST } from './solve.js';
import { distinct, sownPoints } from './starts.js';
import { isSamePlace, Valleys } from './valleys.js';
import { addMultiple } from './vectors.js';
import { better, type Place, type Verdict } from './verdict.js';

/** From one piece to the next: enough for some hundred steps. */
const MOST_MOVES = 300;
/** Pieces that are searched before the best of them lead on to others. */
const MOST_PIECES = 32;
const MOST_DESCENTS = 12;
/** Searches within one piece, from different starts. */
const MOST_TRIES = 4;
/** A difference of values that no rounding makes. */
const JUMP = 1e-9;
/** Scaled: a guard this near to its end holds with equality. */
const AT_KINK = 1e-7;
/** In u: how far an optimum is moved off a kink on which the formulas already have their values beyond, at least and at most. */
const ASIDE = { least: 1e-8, most: 1e-5 };

interface Found {
    readonly piece: Piece;
    readonly start: Float64Array;
    readonly verdict: Verdict;
}

/** Within each of the pieces that points all over the box lie in; then on from the best of these. */
export async function solveInPieces(
    program: Program,
    kinked: Kinked,
    pacer: Pacer,
    warmStart: Float64Array | undefined,
): Promise<Verdict> {
    const starts = [...(warmStart ? [warmStart] : []), ...(await startsOf(kinked, pacer))];
    const descent = new Descent(program, kinked);
    const found: Found[] = [];
    for (const { piece, start } of inPieces(kinked, starts)) {
        found.push(descent.begin(piece, start));
        await pacer.spend(SEARCH_COST);
    }
    let best: Found | undefined;
    for (const begun of bestFirst(found).slice(0, MOST_DESCENTS)) {
        const way = descent.from(begun);
        let step = way.next();
        for (; !step.done; step = way.next()) await pacer.spend(SEARCH_COST);
        best = descent.better(best, step.value);
    }
    return best === undefined ? { kind: 'not-computable' } : descent.finishAmongOthers(best);
}

export function descendFrom(program: Program, kinked: Kinked, start: Float64Array): Verdict {
    const descent = new Descent(program, kinked);
    const way = descent.from(descent.begin(kinked.pieces.at(start), start));
    let step = way.next();
    while (!step.done) step = way.next();
    return descent.finish(step.value);
}

/** In the piece of a place or that of another, or beyond the kinks that its optimum lies at. */
export function settleInPieces(
    program: Program,
    kinked: Kinked,
    place: Place,
    other?: Float64Array,
): KktPoint | undefined {
    const { pieces } = kinked;
    const around = (piece: Piece): Piece[] => pieces.neighbours(piece).map((neighbour) => neighbour.piece);
    const own = [pieces.at(place.u), ...(other ? [pieces.at(other)] : [])];
    // Where neither has a point that meets the constraints, the next one may.
    let best = sharpest(program, pieces, place, own) ?? sharpest(program, pieces, place, own.flatMap(around));
    if (best === undefined) return undefined;
    for (let move = 0; move < MOST_MOVES; move++) {
        pieces.take(best.piece);
        const next = sharpest(program, pieces, best.point, beyond(program, kinked, best.piece, best.point.u));
        if (next === undefined || !(next.point.value < best.point.value)) break;
        best = next;
    }
    pieces.take(best.piece);
    program.expand(best.point.u);
    return best.point;
}

interface Settled {
    readonly piece: Piece;
    readonly point: KktPoint;
}

/** The best that Newton's method comes to in some pieces. */
function sharpest(program: Program, pieces: Pieces, from: Place, some: readonly Piece[]): Settled | undefined {
    let best: Settled | undefined;
    for (const piece of some) {
        pieces.take(piece);
        const point = sharpen(program, from.u, from.active);
        if (point && point.value < (best?.point.value ?? Infinity)) best = { piece, point };
    }
    return best;
}

/** The relaxed program's rough optima, which lie near the best pieces, then points all over the box. */
async function startsOf({ relaxed }: Kinked, pacer: Pacer): Promise<Float64Array[]> {
    const points = await sownPoints(relaxed, pacer);
    return [...distinct(points).map((start) => findRoughOptimum(relaxed, start)?.u ?? start), ...points];
}

interface Start {
    readonly piece: Piece;
    readonly start: Float64Array;
}

/** The first start of each piece; where there are many pieces, of the first of them. */
function inPieces({ pieces }: Kinked, starts: readonly Float64Array[]): Start[] {
    const byPiece = new Map<string, Start>();
    for (const start of starts) {
        const piece = pieces.at(start);
        const key = piece.join();
        if (!byPiece.has(key)) byPiece.set(key, { piece, start });
        if (byPiece.size === MOST_PIECES) break;
    }
    return [...byPiece.values()];
}

/** Each piece once; without a value last. */
function bestFirst(found: readonly Found[]): Found[] {
    const value = ({ verdict }: Found): number => ('value' in verdict ? verdict.value : Infinity);
    const sorted = [...found].sort((a, b) => (value(a) === value(b) ? 0 : value(a) - value(b)));
    return [...new Map(sorted.reverse().map((each) => [each.piece.join(), each])).values()].reverse();
}

/** The pieces on the other sides of the kinks that a point of the piece in force lies at. */
function beyond(program: Program, kinked: Kinked, piece: Piece, u: Float64Array): Piece[] {
    program.expand(u);
    return kinked.pieces
        .neighbours(piece)
        .filter(({ kink }) => guardsAt(program, kinked, kink).length > 0)
        .map((neighbour) => neighbour.piece);
}

/** The constraints that are broken as soon as a kink or step at which a point lies is crossed: they limit it, though they hold with room. */
export function brokenBeyond(program: Program, kinked: Kinked, u: Float64Array): number[] {
    const { pieces, firstGuard } = kinked;
    const own = pieces.at(u);
    const constraints = Array.from({ length: firstGuard }, (_, constraint) => constraint);
    pieces.take(own);
    const broken = beyond(program, kinked, own, u).flatMap((piece) => {
        pieces.take(piece);
        return program.expand(u) ? constraints.filter((constraint) => program.distance(constraint) > AT_KINK) : [];
    });
    pieces.take(own);
    program.expand(u);
    return broken;
}

/** The guards of a kink that hold with equality at the point of the last `expand`. */
function guardsAt(program: Program, { pieces, firstGuard }: Kinked, kink: number): number[] {
    const guards = pieces.guardsOf(kink).map((guard) => firstGuard + guard);
    return guards.filter((guard) => Math.abs(program.distance(guard)) <= AT_KINK);
}

class Descent {
    private readonly valleys = new Valleys();
    private readonly known = new Map<string, { readonly verdict: Verdict; readonly tries: number }>();

    constructor(
        private readonly program: Program,
        private readonly kinked: Kinked,
    ) {}

    begin(piece: Piece, start: Float64Array): Found {
        return { piece, start, verdict: this.within(piece, start) };
    }

    /** From the optimum of a piece on within its neighbours as long as that is better; yields after each search. */
    *from(begun: Found): Generator<void, Found> {
        const { start } = begun;
        let best = begun;
        for (let move = 0; move < MOST_MOVES; move++) {
            const { piece: here, verdict } = best;
            const there = 'u' in verdict ? verdict.u : start;
            for (const neighbour of this.kinked.pieces.neighbours(here)) {
                best = this.better(best, { ...neighbour, start, verdict: this.within(neighbour.piece, there) });
                yield;
            }
            if (best.piece === here) break;
        }
        return best;
    }

    better(a: Found | undefined, b: Found): Found {
        return a === undefined || better(a.verdict, b.verdict) === b.verdict ? b : a;
    }

    /** With the other optima of all pieces; leaves the piece in force. */
    finishAmongOthers(best: Found): Verdict {
        const verdict = this.valleys.around(best.verdict, (other) => this.isLocal(other));
        this.kinked.pieces.take(best.piece);
        return verdict;
    }

    /** What is the optimum of a piece at a kink may only lead on to the next piece; not where the objective jumps up there. */
    private isLocal(place: Place): boolean {
        const { program, kinked } = this;
        if (!place.active.some((constraint) => program.isGuard(constraint))) return true;
        const valueIn = (piece: Piece): number => {
            kinked.pieces.take(piece);
            return program.evaluate(place.u) ? program.value : Infinity;
        };
        const own = kinked.pieces.at(place.u);
        const value = valueIn(own);
        kinked.pieces.take(own);
        const across = beyond(program, kinked, own, place.u);
        if (across.every((piece) => valueIn(piece) > value + JUMP * Math.max(1, Math.abs(value)))) return true;
        const settled = settleInPieces(this.program, this.kinked, place);
        return settled !== undefined && isSamePlace(settled.u, place.u);
    }

    /** Leaves the piece in force. */
    finish({ piece, verdict }: Found): Verdict {
        this.kinked.pieces.take(piece);
        return verdict;
    }

    private within(piece: Piece, start: Float64Array): Verdict {
        const key = piece.join();
        const known = this.known.get(key);
        if (known !== undefined && known.tries === MOST_TRIES) return known.verdict;
        this.kinked.pieces.take(piece);
        const found = this.attained(piece, searchFrom(this.program, start));
        this.valleys.add(found);
        const verdict = known === undefined ? found : better(known.verdict, found);
        this.known.set(key, { verdict, tries: 1 + (known?.tries ?? 0) });
        return verdict;
    }

    /**
     * `if(N >= 3B, …)` has its other value for all N below, but not at 3B: an optimum there is moved into its piece, as little as
     * tells the difference. Where nothing else of the piece meets the constraints, it has none.
     */
    private attained(piece: Piece, verdict: Verdict): Verdict {
        if (verdict.kind !== 'optimal' || this.isAt(piece, verdict.u)) return verdict;
        const { program } = this;
        program.expand(verdict.u);
        const inward = verdict.u.map(() => 0);
        for (const kink of piece.keys()) {
            for (const guard of guardsAt(program, this.kinked, kink)) addMultiple(inward, -1, program.normal(guard));
        }
        for (let aside = ASIDE.least; aside <= ASIDE.most; aside *= 4) {
            const moved = verdict.u.map((part, j) => part + aside * inward[j]);
            const there = leadToConstraints(program, moved, FEASIBLE);
            if (there?.violation === 0 && this.isAt(piece, there.u)) return { ...verdict, u: there.u };
        }
        return { kind: 'infeasible' };
    }

    private isAt(piece: Piece, u: Float64Array): boolean {
        return this.kinked.pieces.at(u).every((own, kink) => own === piece[kink]);
    }
}
