/** Which smooth piece of a program's formulas is asked for, and which one a point lies in. */
import { compileScalar, type CompiledScalar } from '../../expression/compile.js';
import type { Kink } from '../formulas/kinks.js';

/** Relative: sides that differ by less are equal, and an operand of `ceil` that is this near to a whole number is one. */
const EQUAL = 1e-9;

/** Of each kink: 0 or 1 for its sides, the whole number of its step. */
export type Piece = Float64Array;

export class Pieces {
    private readonly compiled: CompiledScalar;
    private readonly inputs: Float64Array;
    private readonly operands: Float64Array;

    /** `enter` makes a piece that of the formulas. */
    constructor(
        private readonly kinks: readonly Kink[],
        private readonly variableCount: number,
        names: readonly string[],
        private readonly enter: (piece: Piece) => void,
    ) {
        const originals = kinks.flatMap((kink) => (kink.kind === 'sides' ? kink.original : [kink.original]));
        this.compiled = compileScalar(originals, names);
        this.inputs = new Float64Array(names.length);
        this.operands = new Float64Array(originals.length);
    }

    setConstants(constants: ArrayLike<number>): void {
        this.inputs.set(constants, this.variableCount);
    }

    take(piece: Piece): void {
        this.enter(piece);
    }

    /** The piece around a point; at a kink one of those that meet there, by what the formulas are worth there. */
    at(u: Float64Array): Piece {
        for (let j = 0; j < u.length; j++) this.inputs[j] = Math.exp(u[j]);
        this.compiled(this.inputs, this.operands);
        let next = 0;
        return Float64Array.from(this.kinks, (kink) => {
            if (kink.kind === 'steps') return stepOf(this.operands[next++], kink.from);
            const [left, right] = [this.operands[next++], this.operands[next++]];
            return left <= right + EQUAL * Math.max(Math.abs(left), Math.abs(right)) ? 0 : 1;
        });
    }

    /** The pieces on the other side of one kink, each with the index of that kink. */
    neighbours(piece: Piece): { readonly piece: Piece; readonly kink: number }[] {
        return this.kinks.flatMap((kink, index) => {
            const others = kink.kind === 'sides' ? [1 - piece[index]] : [piece[index] - 1, piece[index] + 1];
            return others.map((other) => ({ piece: piece.map((own, k) => (k === index ? other : own)), kink: index }));
        });
    }

    /** The guards of a kink, counted through those of all kinks. */
    guardsOf(kink: number): number[] {
        const before = this.kinks.slice(0, kink).reduce((count, { kind }) => count + GUARDS[kind], 0);
        return Array.from({ length: GUARDS[this.kinks[kink].kind] }, (_, index) => before + index);
    }
}

/** A side has one end, a step two. */
const GUARDS: Readonly<Record<Kink['kind'], number>> = { sides: 1, steps: 2 };

/** k with k + from ≤ x ≤ k + from + 1; a whole number is its own floor and ceiling. */
function stepOf(x: number, from: number): number {
    const low = x - from;
    const whole = Math.round(low);
    const isEnd = Math.abs(low - whole) <= EQUAL * Math.max(1, Math.abs(x));
    return isEnd ? whole + (from === -1 ? -1 : 0) : Math.floor(low);
}
