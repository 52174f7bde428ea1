/** An allocation problem compiled once, to be asked for many values of its constants. */
import { compileScalar, type CompiledScalar } from '../expression/compile.js';
import { LogSpaceFunctions } from './logSpace.js';
import { standardForm } from './formulate.js';
import { Program, type Choice } from './program.js';
import type { AllocationProblem } from './problem.js';
import { searchBox } from './searchBox.js';

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
    private readonly plain: CompiledScalar;
    private readonly plainInputs: Float64Array;
    private readonly plainResults: Float64Array;

    constructor(readonly problem: AllocationProblem) {
        const { variables, constants, sweep, constraints, objective } = problem;
        const variableNames = variables.map(({ name }) => name);
        const constantNames = [...constants.names, ...(sweep ? [sweep.name] : [])];
        const standard = standardForm(problem);
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
        const all = sweepValue === undefined ? constants : Float64Array.of(...constants, sweepValue);
        this.functions.setConstants(all);
        this.plainInputs.set(all, this.problem.variables.length);
    }

    /** The same variables under some of the constraints only, with another goal: function 0 is the objective, 1 + i constraint i. */
    choose(goal: Pick<Choice, 'objective' | 'sense'>, constraints: readonly number[]): Program {
        return new Program(this.functions, searchBox(this.problem), {
            ...goal,
            constraints: constraints.map((constraint) => 1 + constraint),
            equality: constraints.map((constraint) => this.problem.constraints[constraint].relation === '=='),
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
