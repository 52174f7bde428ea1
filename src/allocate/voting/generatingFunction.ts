/**
 * Chances of drawing without replacement, exactly. Independent binomial numbers of votes for each answer, given that they add up to
 * the number drawn, are hypergeometric; so a chance is the coefficient of x₁^K₁ x₂^K₂ … in the product over answers of
 * Σ chance(c₁, c₂ …) x₁^c₁ x₂^c₂ …, over the votes that are allowed it, divided by the same coefficient where all are.
 */
import { binomialChances } from './binomial.js';
import type { Answer, Poll } from './poll.js';

/** Chances below this are left out. */
export const NEGLIGIBLE = 1e-18;

/** Votes of one answer in each stage, their chance, and the place of their power in a product. */
export interface Term {
    readonly votes: readonly number[];
    readonly chance: number;
    readonly offset: number;
}

/** Powers of x₁, x₂ … up to the numbers drawn. */
export class GeneratingFunctions {
    private readonly shares: readonly number[];
    private readonly strides: readonly number[];
    private readonly size: number;
    /** The power of each variable at each place of a product, place by place. */
    private readonly powers: Int32Array;
    private readonly whole: number;

    constructor(private readonly poll: Poll) {
        const { drawn, recorded } = poll;
        this.shares = drawn.map((count, stage) => count / recorded[stage]);
        let size = 1;
        this.strides = drawn.map((count) => {
            const stride = size;
            size *= count + 1;
            return stride;
        });
        this.size = size;
        this.powers = new Int32Array(size * drawn.length);
        for (let place = 0; place < size; place++) {
            drawn.forEach((count, stage) => {
                this.powers[place * drawn.length + stage] = Math.floor(place / this.strides[stage]) % (count + 1);
            });
        }
        this.whole = drawn.reduce(
            (chance, count, stage) => chance * binomialChances(recorded[stage], this.shares[stage])[count],
            1,
        );
    }

    /** All numbers of votes that an answer can have, unless negligible. */
    termsOf({ votes }: Answer): Term[] {
        let terms: Term[] = [{ votes: [], chance: 1, offset: 0 }];
        votes.forEach((count, stage) => {
            const chances = binomialChances(count, this.shares[stage]);
            const most = Math.min(count, this.poll.drawn[stage]);
            terms = terms.flatMap((term) =>
                Array.from({ length: most + 1 }, (_, c) => ({
                    votes: [...term.votes, c],
                    chance: term.chance * chances[c],
                    offset: term.offset + c * this.strides[stage],
                })).filter(({ chance }) => chance >= NEGLIGIBLE),
            );
        });
        return terms;
    }

    /** The product of what any number of samples may do. */
    product(samples: readonly number[]): Float64Array {
        const product = new Float64Array(this.size);
        for (const { chance, offset } of this.termsOf({ votes: samples, right: 0, weight: 1 }))
            product[offset] = chance;
        return product;
    }

    times(product: Float64Array, terms: readonly Term[]): Float64Array {
        const out = new Float64Array(this.size);
        for (let place = 0; place < this.size; place++) {
            if (product[place] === 0) continue;
            for (const term of terms) {
                if (this.fits(place, term)) out[place + term.offset] += product[place] * term.chance;
            }
        }
        return out;
    }

    /** The chance that a product and these terms stand for. */
    chance(product: Float64Array, terms: readonly Term[]): number {
        let sum = 0;
        for (const { chance, offset } of terms) sum += product[this.size - 1 - offset] * chance;
        return sum / this.whole;
    }

    private fits(place: number, { votes }: Term): boolean {
        const { drawn } = this.poll;
        for (let stage = 0; stage < drawn.length; stage++) {
            if (this.powers[place * drawn.length + stage] + votes[stage] > drawn[stage]) return false;
        }
        return true;
    }
}
