/**
 * What expressions measure. Dimensions are known of numbers with a unit, of arguments and columns that declare one, and of
 * variables that are used as such an argument. A plain number fits anything, a parameter may have any dimension: what they
 * take part in is unknown, and unknown is never wrong.
 */
import { AstUtils, type AstNode } from 'langium';
import { divide, multiply, power, type Dimension } from '../quantity/dimension.js';
import { parseQuantity } from '../quantity/parse.js';
import { unitNamed } from '../quantity/units.js';
import { constantValue } from './constants.js';
import {
    isBound,
    isBudget,
    isColumn,
    isInlineTable,
    isLaw,
    isLawBody,
    isLet,
    isReference,
    isRuns,
    isSweep,
    type Argument,
    type Budget,
    type Expression,
    type Reference,
    type Runs,
} from './generated/ast.js';
import { argumentsOf, baseOf } from './laws.js';
import { meaningOfReference, type Meaning } from './meaning.js';
import type { Scope } from './scope.js';
import { headerCells } from './tableHeader.js';

export interface Measure {
    readonly dimension: Dimension;
    /** Only by convention: `N` counts parameters where nothing else is said. */
    readonly isConvention: boolean;
    /** A plain number is a factor of it, and might carry a unit that is not written. */
    readonly hasPlainFactor: boolean;
}

/** What the field means by these names, where an argument has no unit (Hoffmann et al. 2022, C = 6·N·D). */
const CONVENTIONS: Readonly<Record<string, Dimension>> = {
    N: { params: 1 },
    D: { tokens: 1 },
    C: { params: 1, tokens: 1 },
};

export function measureOfArgument({ name, unit }: Argument): Measure | undefined {
    if (unit !== undefined) return known(unitNamed(unit)?.dimension);
    return Object.hasOwn(CONVENTIONS, name) ? known(CONVENTIONS[name], true) : undefined;
}

/** Keeps what it has found out, so it is good until the next change of a document. */
export class Units {
    private readonly ofExpressions = new Map<Expression, Measure | undefined>();
    private readonly ofMeanings = new Map<AstNode, Map<string, Measure | undefined>>();

    constructor(private readonly scope: Scope) {}

    /** Undefined where nothing is known. */
    measureOf(expression: Expression | undefined): Measure | undefined {
        if (expression === undefined) return undefined;
        if (this.ofExpressions.has(expression)) return this.ofExpressions.get(expression);
        this.ofExpressions.set(expression, undefined); // what a law that calls itself finds
        const measure = this.infer(expression);
        this.ofExpressions.set(expression, measure);
        return measure;
    }

    private infer(expression: Expression): Measure | undefined {
        switch (expression.$type) {
            case 'NumberLiteral': {
                const quantity = parseQuantity(expression.text);
                return quantity.ok ? known(quantity.dimension) : undefined;
            }
            case 'Negation':
                return this.measureOf(expression.operand);
            case 'Power':
                return this.inferPower(expression.base, constantValue(expression.exponent));
            case 'Operation':
                return this.inferOperation(expression.operator, expression.left, expression.right);
            case 'Reference':
                return expression.call ? this.inferCall(expression) : this.inferName(expression);
            case 'TextLiteral':
                return undefined;
        }
    }

    private inferPower(base: Expression | undefined, exponent: number | undefined): Measure | undefined {
        const measure = this.measureOf(base);
        return measure && exponent !== undefined
            ? { ...measure, dimension: power(measure.dimension, exponent) }
            : undefined;
    }

    private inferOperation(operator: string, left: Expression, right: Expression): Measure | undefined {
        const measures = [this.measureOf(left), this.measureOf(right)] as const;
        if (operator === '+' || operator === '-') return measures[0] ?? measures[1];
        if (operator !== '*' && operator !== '/') return undefined;
        const [a, b] = measures.map((measure, index) => measure ?? plainFactor([left, right][index]));
        if (a === undefined || b === undefined || measures.every((measure) => measure === undefined)) return undefined;
        return {
            dimension: (operator === '*' ? multiply : divide)(a.dimension, b.dimension),
            isConvention: a.isConvention || b.isConvention,
            hasPlainFactor: a.hasPlainFactor || b.hasPlainFactor,
        };
    }

    private inferCall(call: Reference): Measure | undefined {
        const law = this.scope.findLaw(call.name, call);
        if (law === undefined) {
            const operands = call.operands.map(({ value }) => this.measureOf(value));
            if (KEEPING.has(call.name)) return operands.find((measure) => measure !== undefined);
            return call.name === 'sqrt' ? this.inferPower(call.operands[0]?.value, 0.5) : undefined;
        }
        const base = baseOf(law, this.scope);
        return base && this.measureOf(base.block?.value ?? base.body);
    }

    private inferName(reference: Reference): Measure | undefined {
        const meaning = meaningOfReference(reference, this.scope);
        if (meaning?.owner === undefined) return undefined;
        const ofOwner = this.ofMeanings.get(meaning.owner) ?? new Map<string, Measure | undefined>();
        this.ofMeanings.set(meaning.owner, ofOwner);
        if (!ofOwner.has(meaning.name)) {
            ofOwner.set(meaning.name, undefined); // what a name that is defined by itself finds
            ofOwner.set(meaning.name, this.inferMeaning(meaning));
        }
        return ofOwner.get(meaning.name);
    }

    private inferMeaning({ kind, name, owner }: Meaning): Measure | undefined {
        if (isBudget(owner)) return this.measureOfVariable(owner, name);
        if (isLaw(owner) && kind === 'argument') {
            const argument = owner.arguments.find((each) => each.name === name);
            return argument && measureOfArgument(argument);
        }
        if (isLawBody(owner)) return this.measureOf(owner.lets.find((each) => each.name === name)?.value);
        return isRuns(owner) ? this.measureOfColumn(owner, name) : undefined;
    }

    /** A declared unit, the unit in a table's header, or what the formula measures. */
    measureOfColumn({ entries }: Runs, name: string): Measure | undefined {
        const column = entries.filter(isColumn).find((each) => each.name === name);
        if (column?.unit !== undefined) return known(unitNamed(column.unit)?.dimension);
        const cells = entries.filter(isInlineTable).flatMap(headerCells);
        const unit = cells.find((cell) => cell.name === name)?.unit;
        return unit === undefined ? this.measureOf(column?.value) : known(unitNamed(unit)?.dimension);
    }

    /** Of a `let`, its value; else what the argument is that the name is given for, else an end of its range or bounds. */
    measureOfVariable(budget: Budget, name: string): Measure | undefined {
        const given = budget.entries.find((entry) => isLet(entry) && entry.name === name);
        if (isLet(given)) return this.measureOf(given.value);
        const uses = AstUtils.streamAst(budget)
            .filter(isReference)
            .flatMap((call) => this.argumentsGiven(call))
            .filter(({ value }) => isReference(value) && !value.call && value.name === name)
            .map(({ argument }) => measureOfArgument(argument))
            .filter((measure) => measure !== undefined)
            .toArray();
        const ends = budget.entries
            .filter((entry) => isSweep(entry) || isBound(entry))
            .filter((entry) => entry.name === name)
            .map(({ lower, upper }) => this.measureOf(lower) ?? this.measureOf(upper));
        return uses.find(({ isConvention }) => !isConvention) ?? ends.find((end) => end !== undefined) ?? uses[0];
    }

    /** The operands of a call of a law, each with the argument it is for. */
    argumentsGiven(call: Reference): { readonly argument: Argument; readonly value: Expression }[] {
        const law = call.call ? this.scope.findLaw(call.name, call) : undefined;
        const args = (law && argumentsOf(law, this.scope)) ?? [];
        return call.operands.flatMap(({ name, value }, index) => {
            const argument = name === undefined ? args[index] : args.find((each) => each.name === name);
            return argument === undefined || value === undefined ? [] : [{ argument, value }];
        });
    }
}

/** Functions whose value measures the same as their operands. */
const KEEPING: ReadonlySet<string> = new Set(['abs', 'min', 'max', 'floor', 'ceil', 'round']);

function known(dimension: Dimension | undefined, isConvention = false): Measure | undefined {
    return dimension && { dimension, isConvention, hasPlainFactor: false };
}

/** A plain number, or an expression of plain numbers. */
function plainFactor(expression: Expression): Measure | undefined {
    const isPlain = constantValue(expression) !== undefined;
    return isPlain ? { dimension: {}, isConvention: false, hasPlainFactor: true } : undefined;
}
