/**
 * Formulas in smooth pieces. `abs`, `min`, `max` and `if` have two sides, `ceil`, `floor` and `round` steps; in the formulas of a piece
 * a constant says which side or step it is, and guards keep the variables where that is true. What is left is smooth.
 */
import { call, name, neg, num, ONE, select, ZERO } from '../../expression/build.js';
import type { CallNode, Expr } from '../../expression/expr.js';
import type { FunctionName } from '../../expression/functions.js';
import { freeNames } from '../../expression/names.js';
import { withOperands } from '../../expression/substitute.js';
import { fold } from '../../expression/walk.js';

/** Side 0: left ≤ right; side 1: left ≥ right. */
export interface Sides {
    readonly kind: 'sides';
    /** Of the constant that says which side. */
    readonly name: string;
    readonly left: Expr;
    readonly right: Expr;
    /** The same with the kinks that they hold themselves. */
    readonly original: readonly [left: Expr, right: Expr];
}

/** Step k: the operand lies from k + `from` to k + `from` + 1. */
export interface Steps {
    readonly kind: 'steps';
    readonly name: string;
    readonly operand: Expr;
    readonly from: number;
    readonly original: Expr;
}

export type Kink = Sides | Steps;

export interface InPieces {
    readonly formulas: readonly Expr[];
    /** Inner ones before those around them. */
    readonly kinks: readonly Kink[];
}

/** Where step k of a function begins. */
const STEPS: ReadonlyMap<FunctionName, number> = new Map([
    ['ceil', -1],
    ['floor', 0],
    ['round', -0.5],
]);
const HALF = num(0.5);

/** Kinks that depend on the variables become constants; no name of the user's has a blank. */
export function inPieces(formulas: readonly Expr[], variables: ReadonlySet<string>): InPieces {
    const writer = new PieceWriter(variables);
    const written = fold<Expr>(formulas, (node, operands) =>
        node.kind === 'call' ? writer.write(node, operands) : withOperands(node, operands),
    );
    return { formulas: written, kinks: writer.kinks };
}

/** The formulas with the operand of each `ceil`, `floor` and `round` in its place. */
export function withoutSteps(formulas: readonly Expr[]): Expr[] {
    return fold<Expr>(formulas, (node, operands) =>
        node.kind === 'call' && STEPS.has(node.function) ? operands[0] : withOperands(node, operands),
    );
}

class PieceWriter {
    readonly kinks: Kink[] = [];

    constructor(private readonly variables: ReadonlySet<string>) {}

    /** `operands` are those of the node, in pieces already. */
    write(node: CallNode, operands: readonly Expr[]): Expr {
        const [a, b, x, y] = operands;
        const [left, right] = node.operands;
        const from = STEPS.get(node.function);
        if (!this.varies(node)) return withOperands(node, operands);
        if (from !== undefined) return this.steps(a, from, left);
        switch (node.function) {
            case 'abs':
                return this.sides([ZERO, left], ZERO, a, [a, neg(a)]);
            case 'sign':
                return this.sides([ZERO, left], ZERO, a, [ONE, neg(ONE)]);
            case 'select':
                return this.sides([left, right], a, b, [x, y]);
            case 'min':
            case 'max':
                return this.extreme(node, operands);
            default:
                return withOperands(node, operands);
        }
    }

    private extreme({ function: fn, operands: originals }: CallNode, operands: readonly Expr[]): Expr {
        return operands.slice(1).reduce((best, other, index) => {
            const before = index === 0 ? originals[0] : call(fn, ...originals.slice(0, index + 1));
            const values = fn === 'min' ? ([best, other] as const) : ([other, best] as const);
            return this.sides([before, originals[index + 1]], best, other, values);
        }, operands[0]);
    }

    private sides(original: Sides['original'], left: Expr, right: Expr, [low, high]: readonly [Expr, Expr]): Expr {
        if (!original.some((side) => this.varies(side))) return select(left, right, low, high);
        const kink: Sides = { kind: 'sides', name: `side ${this.kinks.length}`, left, right, original };
        this.kinks.push(kink);
        return call('select', name(kink.name), HALF, low, high);
    }

    private steps(operand: Expr, from: number, original: Expr): Expr {
        const kink: Steps = { kind: 'steps', name: `step ${this.kinks.length}`, operand, from, original };
        this.kinks.push(kink);
        return name(kink.name);
    }

    private varies(expr: Expr): boolean {
        return freeNames(expr).some((each) => this.variables.has(each));
    }
}
