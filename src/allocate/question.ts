/** An allocation problem compiled once, to be asked for many values of its constants. */
import { compileScalar, type CompiledScalar } from '../expression/compile.js';
import { LogSpaceFunctions } from './solver/logSpace.js';
import { standardForm, termsOf } from './formulas/formulate.js';
import { isConvex, shapeOfInverse, type LogShape } from './formulas/logShape.js';
import { Program, type Box, type Choice } from './solver/program.js';
import type { AllocationProblem } from './problem.js';
import { factorName } from './decision/scaledLimits.js';
import { searchBox } from './solver/searchBox.js';
import { valueOfSlot } from './choices/slots.js';

/** What a constraint's two sides and the objective are worth at a point, in the user's terms. */
export interface PlainValues {
    readonly objective: number;
    /** The sum of the sizes of the terms that the objective adds and subtracts. */
    readonly magnitude: number;
    readonly left: Float64Array;
    readonly right: Float64Array;
}

export class Question {
    /** The question itself. */
    readonly program: Program;
    private readonly functions: LogSpaceFunctions;
    private readonly shapes: readonly LogShape[];
    private readonly plain: CompiledScalar;
    private readonly plainInputs: Float64Array;
    private readonly plainResults: Float64Array;
    /** The constants, what is swept over, what is chosen, and a factor for each constraint's limit. */
    private readonly given: Float64Array;
    /** Of each factor, the option that is taken. */
    private options: ArrayLike<number> | undefined;

    constructor(readonly problem: AllocationProblem) {
        const { variables, constants, sweep, constraints, objective } = problem;
        const variableNames = variables.map(({ name }) => name);
        const sweptNames = sweep ? [sweep.name] : [];
        const slotNames = (problem.choices?.slots ?? []).map(({ name }) => name);
        const factorNames = constraints.map((_, index) => factorName(index));
        const constantNames = [...constants.names, ...sweptNames, ...slotNames, ...factorNames];
        this.given = new Float64Array(constantNames.length).fill(1);
        const standard = standardForm(problem);
        this.shapes = standard.shapes;
        this.functions = new LogSpaceFunctions(
            [standard.objective, ...standard.constraints],
            variableNames,
            constantNames,
        );
        const sides = constraints.flatMap(({ left, right }) => [left, right]);
        this.plain = compileScalar([objective, ...sides, ...termsOf(objective)], [...variableNames, ...constantNames]);
        this.plainInputs = new Float64Array(variableNames.length + constantNames.length);
        this.plainResults = new Float64Array(1 + sides.length + termsOf(objective).length);
        this.program = this.choose({ objective: 0, sense: 1 }, Array.from(constraints.keys()));
    }

    /** The constants of the point estimate or of a draw, and the value that is swept over. */
    setConstants(constants: Float64Array, sweepValue: number | undefined): void {
        this.given.set(constants);
        if (sweepValue !== undefined) this.given[constants.length] = sweepValue;
        this.enterConstants();
    }

    /** Takes one option of each factor, until others are taken. */
    take(options: ArrayLike<number>): void {
        this.options = options;
        this.enterConstants();
    }

    /** Moves the limit of a constraint, for the program but not for the plain values, until it is given another factor. */
    scaleLimit(constraint: number, factor: number): void {
        this.given[this.given.length - this.problem.constraints.length + constraint] = factor;
        this.enterConstants();
    }

    /** The same variables under some of the constraints only, with another goal: function 0 is the objective, 1 + i constraint i. */
    choose(
        goal: Pick<Choice, 'objective' | 'sense'>,
        constraints: readonly number[],
        box: Box = searchBox(this.problem),
    ): Program {
        const equality = constraints.map((constraint) => this.problem.constraints[constraint].relation === '==');
        const shape = this.shapes[goal.objective];
        return new Program(this.functions, box, {
            ...goal,
            constraints: constraints.map((constraint) => 1 + constraint),
            equality,
            hasConvexObjective: isConvex(goal.sense > 0 ? shape : shapeOfInverse(shape)),
            hasConvexConstraints: constraints.every((constraint, index) =>
                equality[index] ? this.shapes[1 + constraint] === 'affine' : isConvex(this.shapes[1 + constraint]),
            ),
        });
    }

    plainValues(variables: Float64Array): PlainValues {
        this.plainInputs.set(variables);
        this.plain(this.plainInputs, this.plainResults);
        const count = this.problem.constraints.length;
        const sides = this.plainResults.subarray(1, 1 + 2 * count);
        return {
            objective: this.plainResults[0],
            magnitude: this.plainResults.subarray(1 + 2 * count).reduce((sum, term) => sum + Math.abs(term), 0),
            left: sides.filter((_, index) => index % 2 === 0),
            right: sides.filter((_, index) => index % 2 === 1),
        };
    }

    /** At u = ln x, in the user's terms. */
    objectiveAt(u: Float64Array): number {
        for (let j = 0; j < u.length; j++) this.plainInputs[j] = Math.exp(u[j]);
        this.plain(this.plainInputs, this.plainResults);
        return this.plainResults[0];
    }

    /** What is chosen may be a constant, and is then that of the draw. */
    private enterChoice(): void {
        const { choices, constraints } = this.problem;
        if (choices === undefined || this.options === undefined) return;
        const first = this.given.length - constraints.length - choices.slots.length;
        for (let index = 0; index < choices.slots.length; index++) {
            this.given[first + index] = valueOfSlot(choices.slots[index], choices, this.options, this.given);
        }
    }

    private enterConstants(): void {
        this.enterChoice();
        this.functions.setConstants(this.given);
        this.plainInputs.set(this.given, this.problem.variables.length);
    }
}
