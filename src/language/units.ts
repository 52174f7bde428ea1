/**
 * What expressions measure. Dimensions are known of numbers with a unit, of arguments and columns that declare one, and of
 * variables that are used as such an argument. A plain number fits anything, a parameter may have any dimension: what they
 * take part in is unknown, and unknown is never wrong.
 */
import { AstUtils, type AstNode } from 'langium';
import { DIMENSIONLESS, divide, multiply, power, type Dimension } from '../quantity/dimension.js';
import { parseQuantity } from '../quantity/parse.js';
import { unitNamed } from '../quantity/units.js';
import { unitOfArgument } from './argumentUnits.js';
import { isUnknown } from './binding.js';
import { choiceNamed, choiceOf, runsOfChoice } from './choices.js';
import { ownerOfColumn } from './columns.js';
import { constantValue } from './constants.js';
import {
    isBinder,
    isBound,
    isBudget,
    isCandidates,
    isColumn,
    isInlineTable,
    isLaw,
    isLawBody,
    isLet,
    isOperation,
    isPlan,
    isReference,
    isRuns,
    isSweep,
    type Argument,
    type Binder,
    type Budget,
    type Expression,
    type Plan,
    type Reference,
    type Runs,
} from './generated/ast.js';
import { argumentsOf, baseOf } from './laws.js';
import { meaningOfReference, type Meaning } from './meaning.js';
import { ROW_FUNCTIONS } from './rowFunctions.js';
import { isVoteFunction, MEASURED_OPERAND } from './voteFunctions.js';
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

export function measureOfArgument(argument: Argument): Measure | undefined {
    const { name, unit } = argument;
    const dimension = unitOfArgument(argument)?.dimension;
    if (unit !== undefined || dimension !== undefined) return known(dimension);
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

    /** Of a factor of a product, which may be a plain number. */
    measureOfFactor(expression: Expression): Measure | undefined {
        return this.measureOf(expression) ?? (constantValue(expression) === undefined ? undefined : COUNT);
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
                if (expression.parameter !== undefined) return this.measureOfChosen(expression);
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
        const [a, b] = [left, right].map((factor) => this.measureOfFactor(factor));
        if (a === undefined || b === undefined || measures.every((measure) => measure === undefined)) return undefined;
        const dimension = (operator === '*' ? multiply : divide)(a.dimension, b.dimension);
        return {
            dimension,
            isConvention: a.isConvention || b.isConvention,
            hasPlainFactor: (a.hasPlainFactor || b.hasPlainFactor) && !isCompute(dimension),
        };
    }

    private inferCall(call: Reference): Measure | undefined {
        const law = this.scope.findLaw(call.name, call);
        if (law === undefined) return this.inferFunction(call);
        const base = baseOf(law, this.scope);
        return base && this.measureOf(base.block?.value ?? base.body);
    }

    private inferFunction({ name, operands }: Reference): Measure | undefined {
        if (name === 'sqrt') return this.inferPower(operands[0]?.value, 0.5);
        if (name === 'solve') return this.measureOfUnknown(operands[0]?.binder);
        if (WHOLE.has(name) && isQuotient(operands[0]?.value)) return COUNT;
        const alike = KEEPING.has(name) ? operands : name === 'if' ? operands.slice(1) : valuesOfRows(name, operands);
        return alike.map(({ value }) => this.measureOf(value)).find((measure) => measure !== undefined);
    }

    private inferName(reference: Reference): Measure | undefined {
        const meaning = meaningOfReference(reference, this.scope);
        if (meaning?.owner === undefined) return undefined;
        const ofOwner = this.ofMeanings.get(meaning.owner) ?? new Map<string, Measure | undefined>();
        this.ofMeanings.set(meaning.owner, ofOwner);
        if (!ofOwner.has(meaning.name)) {
            ofOwner.set(meaning.name, undefined); // what a name that is defined by itself finds
            ofOwner.set(meaning.name, this.inferMeaning({ ...meaning, name: meaning.members?.[0] ?? meaning.name }));
        }
        return ofOwner.get(meaning.name);
    }

    private inferMeaning({ kind, name, owner }: Meaning): Measure | undefined {
        if (isBinder(owner)) return this.measureOfUnknown(owner);
        if (isBudget(owner)) return this.measureOfVariable(owner, name);
        if (isPlan(owner)) return this.measureOfCandidates(owner, name);
        if (isLaw(owner) && kind === 'argument') {
            const argument = owner.arguments.find((each) => each.name === name);
            return argument && measureOfArgument(argument);
        }
        if (isLawBody(owner)) return this.measureOf(owner.lets.find((each) => each.name === name)?.value);
        return isRuns(owner) ? this.measureOfColumn(owner, name) : undefined;
    }

    /** A declared unit, the unit in a table's header, or what the formula measures. */
    measureOfColumn(runs: Runs, name: string): Measure | undefined {
        const { entries } = ownerOfColumn(name, runs, this.scope);
        const column = entries.filter(isColumn).find((each) => each.name === name);
        if (column?.unit !== undefined) return known(unitNamed(column.unit)?.dimension);
        const cells = entries.filter(isInlineTable).flatMap(headerCells);
        const unit = cells.find((cell) => cell.name === name)?.unit;
        return unit === undefined ? this.measureOf(column?.value) : known(unitNamed(unit)?.dimension);
    }

    /** Of a column of the rows that a budget chooses from; a law's parameter may measure anything. */
    private measureOfChosen(reference: Reference): Measure | undefined {
        const choice = choiceOf(reference);
        const rows = choice && runsOfChoice(choice, this.scope);
        return rows && this.measureOfColumn(rows, reference.parameter!);
    }

    /** Of a limit of an equation's unknown, else what the argument is that it is given for; numbers of a list have no unit. */
    private measureOfUnknown(binder: Binder | undefined): Measure | undefined {
        if (binder === undefined || !isUnknown(binder)) return undefined;
        return (
            this.measureOf(binder.lower) ??
            this.measureOf(binder.upper) ??
            this.measuresOfUse(binder.$container, binder.name)[0]
        );
    }

    /** Of a `let`, its value; else what the argument is that the name is given for, else an end of its range or bounds. */
    measureOfVariable(budget: Budget, name: string): Measure | undefined {
        const given = budget.entries.find((entry) => isLet(entry) && entry.name === name);
        if (isLet(given)) return this.measureOf(given.value);
        const uses = this.measuresOfUse(budget, name);
        const ends = budget.entries
            .filter((entry) => isSweep(entry) || isBound(entry))
            .filter((entry) => entry.name === name)
            .map(({ lower, upper }) => this.measureOf(lower) ?? this.measureOf(upper));
        const choice = choiceNamed(name, budget);
        const options = [choice?.lower, choice?.upper, ...(choice?.options ?? [])].map((each) => this.measureOf(each));
        return (
            uses.find(({ isConvention }) => !isConvention) ??
            [...ends, ...options].find((end) => end !== undefined) ??
            uses[0]
        );
    }

    /** What the argument is that the name is given for, else a value with a unit, else what is usual. */
    measureOfCandidates(plan: Plan, name: string): Measure | undefined {
        const uses = this.measuresOfUse(plan, name);
        const given = plan.entries
            .filter(isCandidates)
            .filter((entry) => entry.name === name)
            .flatMap(({ lower, upper, values }) => [lower, upper, ...values])
            .map((value) => this.measureOf(value));
        const usual = Object.hasOwn(CONVENTIONS, name) ? known(CONVENTIONS[name], true) : undefined;
        return (
            uses.find(({ isConvention }) => !isConvention) ??
            given.find((each) => each !== undefined) ??
            uses[0] ??
            usual
        );
    }

    /** What the arguments measure that a name is given for. */
    private measuresOfUse(within: AstNode, name: string): Measure[] {
        return AstUtils.streamAst(within)
            .filter(isReference)
            .flatMap((call) => this.argumentsGiven(call))
            .filter(({ value }) => isReference(value) && !value.call && value.name === name)
            .map(({ argument }) => measureOfArgument(argument))
            .filter((measure) => measure !== undefined)
            .toArray();
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
const KEEPING: ReadonlySet<string> = new Set(['abs', 'min', 'max', 'floor', 'ceil', 'round', 'sum']);

/** `ceil(2 * N / 80e9)` counts cards: a number that may stand for a count of anything. */
const WHOLE: ReadonlySet<string> = new Set(['floor', 'ceil', 'round']);
const COUNT: Measure = { dimension: DIMENSIONLESS, isConvention: false, hasPlainFactor: true };

function isQuotient(expression: Expression | undefined): boolean {
    return isOperation(expression) && expression.operator === '/';
}

/** The factor of `6 * N * D` is that of the convention: it carries no unit of its own. */
function isCompute({ params = 0, tokens = 0 }: Dimension): boolean {
    return params > 0 && tokens > 0;
}

/** Functions over rows measure what their first operand does, whatever decides which rows; votes are shares, or measure a price. */
function valuesOfRows(name: string, operands: Reference['operands']): Reference['operands'] {
    if (isVoteFunction(name)) return operands.filter((_, index) => index === MEASURED_OPERAND[name]);
    return Object.hasOwn(ROW_FUNCTIONS, name) && name !== 'count' ? operands.slice(0, 1) : [];
}

function known(dimension: Dimension | undefined, isConvention = false): Measure | undefined {
    return dimension && { dimension, isConvention, hasPlainFactor: false };
}
