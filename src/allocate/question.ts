/** An allocation problem compiled once, to be asked for many values of its constants. */
import { compileScalar, type CompiledScalar } from '../expression/compile.js';
import { LogSpaceFunctions } from './logSpace.js';
import { standardForm } from './formulate.js';
import { isConvex, shapeOfInverse, type LogShape } from './logShape.js';
import { Program, type Choice } from './program.js';
import type { AllocationProblem } from './problem.js';
import { searchBox } from './searchBox.js';
import { valueOfSlot } from './slots.js';

/** What a constraint's two sides and the objective are worth at a point, in the user's terms. */
export interface PlainValues {
    readonly objective: number;
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
    /** Of the point estimate or a draw, then the swept value, then the slots of the choices. */
    private readonly constants: Float64Array;

    constructor(readonly problem: AllocationProblem) {
        const { variables, constants, sweep, constraints, objective } = problem;
        const variableNames = variables.map(({ name }) => name);
        const slots = problem.choices?.slots ?? [];
        const constantNames = [...constants.names, ...(sweep ? [sweep.name] : []), ...slots.map(({ name }) => name)];
        this.constants = new Float64Array(constantNames.length);
        const standard = standardForm(problem);
        this.shapes = standard.shapes;
        this.functions = new LogSpaceFunctions(
            [standard.objective, ...standard.constraints],
            variableNames,
            constantNames,
        );
        const sides = constraints.flatMap(({ left, right }) => [left, right]);
        this.plain = compileScalar([objective, ...sides], [...variableNames, ...constantNames]);
        this.plainInputs = new Float64Array(variableNames.length + constantNames.length);
        this.plainResults = new Float64Array(1 + sides.length);
        this.program = this.choose({ objective: 0, sense: 1 }, Array.from(constraints.keys()));
    }

    /** The constants of the point estimate or of a draw, and the value that is swept over. */
    setConstants(constants: Float64Array, sweepValue: number | undefined): void {
        this.constants.set(constants);
        if (sweepValue !== undefined) this.constants[constants.length] = sweepValue;
        this.passOn();
    }

    /** Takes one option of each factor. */
    take(options: ArrayLike<number>): void {
        const { choices } = this.problem;
        if (choices === undefined) return;
        const first = this.constants.length - choices.slots.length;
        choices.slots.forEach((slot, index) => {
            this.constants[first + index] = valueOfSlot(slot, choices, options, this.constants);
        });
        this.passOn();
    }

    private passOn(): void {
        this.functions.setConstants(this.constants);
        this.plainInputs.set(this.constants, this.problem.variables.length);
    }

    /** The same variables under some of the constraints only, with another goal: function 0 is the objective, 1 + i constraint i. */
    choose(goal: Pick<Choice, 'objective' | 'sense'>, constraints: readonly number[]): Program {
        const equality = constraints.map((constraint) => this.problem.constraints[constraint].relation === '==');
        const shape = this.shapes[goal.objective];
        return new Program(this.functions, searchBox(this.problem), {
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
        const sides = this.plainResults.subarray(1);
        return {
            objective: this.plainResults[0],
            left: sides.filter((_, index) => index % 2 === 0),
            right: sides.filter((_, index) => index % 2 === 1),
        };
    }
}
