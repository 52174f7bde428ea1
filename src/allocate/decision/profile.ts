/** The best objective as a function of one variable: that one is held, the others are re-optimised under all constraints. */
import type { Pacer } from '../../fit/pacing.js';
import { leadToConstraints } from '../solver/feasibility.js';
import { settle, solveFrom } from '../solver/optimum.js';
import { Program } from '../solver/program.js';
import { SEARCH_COST } from '../solver/solve.js';
import type { Place } from '../solver/verdict.js';

/** Scaled violation that counts as none. */
const FEASIBLE = 1e-9;
/** Counted work, in the pacer's operations: of Newton's method from nearby. */
const STEP_COST = 2e4;

export class Profile {
    private readonly held: Program;
    private readonly pin: number;

    constructor(
        program: Program,
        private readonly variable: number,
    ) {
        this.held = holding(program, variable);
        this.pin = program.lowerBound(variable);
    }

    /** With the variable held at ln x = `at`, starting from a place nearby; undefined where the constraints leave nothing. */
    async solve(at: number, { u, active }: Place, pacer: Pacer): Promise<Place | undefined> {
        const { held, variable, pin } = this;
        held.box.lower[variable] = at;
        held.box.upper[variable] = at;
        const start = u.map((part, j) => (j === variable ? at : part));
        const others = active.filter((constraint) => constraint !== pin && constraint !== held.upperBound(variable));
        // With one variable moved alone, the start may lie in another piece than what it comes from.
        const near = settle(held, { u: start, active: [...others, pin] }, u);
        await pacer.spend(STEP_COST);
        if (near !== undefined) return near;
        const feasible = leadToConstraints(held, start, FEASIBLE);
        if (feasible?.violation !== 0) return undefined;
        const verdict = solveFrom(held, feasible.u);
        await pacer.spend(SEARCH_COST);
        return verdict.kind === 'optimal' ? verdict : undefined;
    }
}

/** The same program with an equality in the place of the variable's lower bound. */
function holding({ functions, box, choice, n, m, kinked }: Program, variable: number): Program {
    const isHeld = (j: number): boolean => j === variable;
    const free = m - 2 * n;
    return new Program(
        functions,
        {
            ...box,
            lower: box.lower.slice(),
            upper: box.upper.slice(),
            lowerIsEdge: box.lowerIsEdge.map((isEdge, j) => isEdge && !isHeld(j)),
            upperIsEdge: box.upperIsEdge.map((isEdge, j) => isEdge && !isHeld(j)),
        },
        {
            ...choice,
            equality: Array.from({ length: m }, (_, constraint) =>
                constraint < free ? choice.equality[constraint] : constraint === free + 2 * variable,
            ),
        },
        kinked,
    );
}
