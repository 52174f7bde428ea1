/** An allocation problem compiled once, to be asked for many values of its constants. */
import { compileScalar, type CompiledScalar } from '../expression/compile.js';
import type { Expr } from '../expression/expr.js';
import { LogSpaceFunctions } from './solver/logSpace.js';
import { standardForm, termsOf } from './formulas/formulate.js';
import { inPieces, withoutSteps } from './formulas/kinks.js';
import { isConvex, shapeOfInverse, type LogShape } from './formulas/logShape.js';
import { Pieces, type Piece } from './solver/pieces.js';
import { Program, type Box, type Choice } from './solver/program.js';
import type { AllocationProblem } from './problem.js';
import { factorName, limitSide } from './decision/scaledLimits.js';
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
    /** Undefined where all formulas are smooth. */
    private readonly pieces: Pieces | undefined;
    /** Of the formulas without steps, to begin with. */
    private readonly relaxed: LogSpaceFunctions | undefined;
    private readonly guardCount: number;
    private readonly shapes: readonly LogShape[];
    private readonly plain: CompiledScalar;
    /** The objective alone: it is asked for in every draw. */
    private readonly plainGoal: CompiledScalar;
    private readonly plainInputs: Float64Array;
    private readonly plainResults: Float64Array;
    /** The constants, what is swept over, the piece, what is chosen, and a factor for each constraint's limit. */
    private readonly given: Float64Array;
    /** Of each factor, the option that is taken. */
    private options: ArrayLike<number> | undefined;

    constructor(readonly problem: AllocationProblem) {
        const { variables, constants, sweep, constraints, objective } = problem;
        const variableNames = variables.map(({ name }) => name);
        const sweptNames = sweep ? [sweep.name] : [];
        const slotNames = (problem.choices?.slots ?? []).map(({ name }) => name);
        const factorNames = constraints.map((_, index) => factorName(index));
        const formulas = [objective, ...constraints.flatMap(({ left, right }) => [left, right])];
        const { formulas: smooth, kinks } = inPieces(formulas, new Set(variableNames));
        const kinkNames = kinks.map(({ name }) => name);
        const constantNames = [...constants.names, ...sweptNames, ...kinkNames, ...slotNames, ...factorNames];
        this.given = new Float64Array(constantNames.length).fill(1);
        const sides = constraints.map((constraint) => limitSide(constraint, variables));
        const standard = standardForm(withFormulas(problem, smooth), kinks, sides);
        this.shapes = standard.shapes;
        this.guardCount = standard.guards.length;
        this.functions = new LogSpaceFunctions(
            [standard.objective, ...standard.constraints, ...standard.guards],
            variableNames,
            constantNames,
        );
        const names = [...variableNames, ...constantNames];
        const terms = termsOf(smooth[0]);
        this.plain = compileScalar([...smooth, ...terms], names);
        this.plainGoal = compileScalar([smooth[0]], names);
        this.plainInputs = new Float64Array(names.length);
        this.plainResults = new Float64Array(smooth.length + terms.length);
        if (kinks.length > 0) {
            const rough = standardForm(withFormulas(problem, withoutSteps(formulas)), [], sides);
            this.relaxed = new LogSpaceFunctions([rough.objective, ...rough.constraints], variableNames, constantNames);
            this.pieces = new Pieces(kinks, variableNames.length, names, (piece) => this.enterPiece(piece));
        }
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
        const own: Choice = {
            ...goal,
            constraints: constraints.map((constraint) => 1 + constraint),
            equality,
            hasConvexObjective: isConvex(goal.sense > 0 ? shape : shapeOfInverse(shape)),
            hasConvexConstraints: constraints.every((constraint, index) =>
                equality[index] ? this.shapes[1 + constraint] === 'affine' : isConvex(this.shapes[1 + constraint]),
            ),
        };
        if (this.pieces === undefined || this.relaxed === undefined) return new Program(this.functions, box, own);
        const bent = { ...own, hasConvexObjective: false, hasConvexConstraints: false };
        const guards = Array.from(
            { length: this.guardCount },
            (_, index) => this.functions.count - this.guardCount + index,
        );
        return new Program(
            this.functions,
            box,
            {
                ...bent,
                constraints: [...own.constraints, ...guards],
                equality: [...equality, ...guards.map(() => false)],
            },
            {
                pieces: this.pieces,
                relaxed: new Program(this.relaxed, box, bent),
                firstGuard: own.constraints.length,
            },
        );
    }

    /** Whether no kink or step of the formulas lies between two points. */
    isSamePiece(a: Float64Array, b: Float64Array): boolean {
        if (this.pieces === undefined) return true;
        const [ofA, ofB] = [a, b].map((each) => this.pieces!.at(each.map(Math.log)));
        return ofA.every((side, kink) => side === ofB[kink]);
    }

    plainValues(variables: Float64Array): PlainValues {
        this.pieces?.take(this.pieces.at(variables.map(Math.log)));
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
        this.pieces?.take(this.pieces.at(u));
        for (let j = 0; j < u.length; j++) this.plainInputs[j] = Math.exp(u[j]);
        this.plainGoal(this.plainInputs, this.plainResults);
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

    private enterPiece(piece: Piece): void {
        const { constants, sweep } = this.problem;
        this.given.set(piece, constants.names.length + (sweep === null ? 0 : 1));
        this.enterGiven();
    }

    private enterConstants(): void {
        this.enterChoice();
        this.enterGiven();
        this.relaxed?.setConstants(this.given);
        this.pieces?.setConstants(this.given);
    }

    private enterGiven(): void {
        this.functions.setConstants(this.given);
        this.plainInputs.set(this.given, this.problem.variables.length);
    }
}

/** The objective, then the sides of the constraints. */
function withFormulas(problem: AllocationProblem, [objective, ...sides]: readonly Expr[]): AllocationProblem {
    const constraints = problem.constraints.map((constraint, index) => ({
        ...constraint,
        left: sides[2 * index],
        right: sides[2 * index + 1],
    }));
    return { ...problem, objective, constraints };
}
