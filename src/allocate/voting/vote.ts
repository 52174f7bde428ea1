/** Who wins a vote among samples that are drawn without replacement from those recorded; ties are broken evenly. */
import { GeneratingFunctions, NEGLIGIBLE, type Term } from './generatingFunction.js';
import type { Answer, Poll } from './poll.js';
import { gaussLegendre } from './quadrature.js';

/** Scores that differ by less, relatively, are a tie. */
const EQUAL = 1e-12;

/**
 * The chance that the answer with most votes is right, and that no answer has more than `most` votes of a stage (where
 * given). Wang et al. 2023, "Self-Consistency", without their sampling error: the mean over all ways to draw.
 */
export function chanceOfRight(poll: Poll, most: readonly number[] = []): number {
    const functions = new GeneratingFunctions(poll);
    const candidates = poll.answers.map((answer): Candidate => {
        const terms = functions.termsOf(answer);
        const allowed = terms.filter(({ votes }) => isWithin(votes, most));
        return { ...answer, terms: allowed, isFree: allowed.length === terms.length };
    });
    return candidates.reduce((sum, candidate) => {
        if (candidate.right === 0) return sum;
        const others = candidates.filter((other) => other !== candidate);
        return sum + candidate.right * new Race(poll, functions, candidate, others).chance();
    }, 0);
}

/** The chance that some answer of a one-stage poll has this many votes or more. */
export function chanceOfVotes(poll: Poll, votes: number): number {
    const functions = new GeneratingFunctions(poll);
    const without = poll.answers.reduce(
        (product, answer) =>
            functions.times(
                product,
                functions.termsOf(answer).filter((term) => term.votes[0] < votes),
            ),
        functions.product([0]),
    );
    const none: Term = { votes: [0], chance: 1, offset: 0 };
    return Math.min(1, Math.max(0, 1 - functions.chance(without, [none])));
}

function isWithin(votes: readonly number[], most: readonly number[]): boolean {
    return votes.every((count, stage) => count <= (most[stage] ?? Infinity));
}

interface Candidate extends Answer {
    /** The numbers of votes that are allowed it, and whether these are all. */
    readonly terms: readonly Term[];
    readonly isFree: boolean;
}

/** One answer against all others. */
class Race {
    constructor(
        private readonly poll: Poll,
        private readonly functions: GeneratingFunctions,
        private readonly candidate: Candidate,
        private readonly others: readonly Candidate[],
    ) {}

    chance(): number {
        const levels = new Map<number, Term[]>();
        for (const term of this.candidate.terms) {
            const votes = total(term.votes);
            if (votes > 0) levels.set(votes, [...(levels.get(votes) ?? []), term]);
        }
        return [...levels].reduce((sum, [votes, own]) => sum + this.chanceWith(votes, own), 0);
    }

    /** With so many votes of its own. */
    private chanceWith(votes: number, own: readonly Term[]): number {
        const field = this.fieldAt(votes * this.candidate.weight);
        if (field === undefined) return 0;
        const start = this.functions.product(field.harmless);
        const left = total(this.poll.drawn) - votes;
        const most = Math.min(field.rivals.length, Math.floor(left / field.fewestToTie));
        const { nodes, weights } = gaussLegendre(Math.floor(most / 2) + 1);
        // With t ties the chance to win is 1 / (t + 1), which is the integral of z^t.
        return nodes.reduce((sum, z, node) => {
            const product = field.rivals.reduce(
                (rest, { losing, tying }) =>
                    this.functions.times(rest, [
                        ...losing,
                        ...tying.map((term) => ({ ...term, chance: z * term.chance })),
                    ]),
                start,
            );
            return sum + weights[node] * this.functions.chance(product, own);
        }, 0);
    }

    /** What the others may do for it to win or tie with a score; undefined where that is as good as impossible. */
    private fieldAt(score: number): Field | undefined {
        const rivals: Rival[] = [];
        const harmless = this.poll.drawn.map(() => 0);
        let fewestToTie = Infinity;
        for (const other of this.others) {
            const rival = rivalOf(other, score);
            if (rival === undefined) return undefined;
            const isHarmless = other.isFree && rival.losing.length === other.terms.length;
            if (isHarmless) other.votes.forEach((count, stage) => (harmless[stage] += count));
            else rivals.push(rival);
            rival.tying.forEach(({ votes }) => (fewestToTie = Math.min(fewestToTie, total(votes))));
        }
        return { rivals, harmless, fewestToTie };
    }
}

interface Rival {
    readonly losing: readonly Term[];
    readonly tying: readonly Term[];
}

interface Field {
    readonly rivals: readonly Rival[];
    /** Recorded samples of each stage whose answers lose, however many are drawn. */
    readonly harmless: readonly number[];
    readonly fewestToTie: number;
}

function rivalOf({ weight, terms }: Candidate, score: number): Rival | undefined {
    const losing: Term[] = [];
    const tying: Term[] = [];
    let chance = 0;
    for (const term of terms) {
        const votes = total(term.votes);
        const ahead = weight * votes - score;
        const isTie = votes > 0 && Math.abs(ahead) <= EQUAL * Math.max(Math.abs(score), Math.abs(weight * votes));
        if (isTie) tying.push(term);
        else if (votes === 0 || ahead < 0) losing.push(term);
        else continue;
        chance += term.chance;
    }
    return chance < NEGLIGIBLE ? undefined : { losing, tying };
}

function total(counts: readonly number[]): number {
    return counts.reduce((sum, count) => sum + count, 0);
}
