/** A plan of the next runs as a question to the planner, or why it cannot be put. */
import type { Constants } from '../../allocate/problem.js';
import type { PlanProblem } from '../../experiment/problem.js';
import { effectiveVariance } from '../../experiment/noise.js';
import { num } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import { substitute } from '../../expression/substitute.js';
import type { CallPlan, ExperimentPlan } from '../lower/plan.js';
import type { StudyRun } from '../run.js';
import { isObstacle, type FitOutcome, type Obstacle } from './constants.js';
import { targetOf, type Target } from './planTarget.js';
import { rolesOf } from '../roles.js';

export interface PlanSetup {
    readonly problem: PlanProblem;
    readonly target: Target;
    /** Of the interval that is narrowed, and of the draws, the logarithm is taken. */
    readonly isPositive: boolean;
    readonly measured: CallPlan;
    readonly constants: Constants;
}

export interface PlanObstacle extends Obstacle {
    readonly code: string;
}

export async function setUpPlan(plan: ExperimentPlan, run: StudyRun): Promise<PlanSetup | PlanObstacle> {
    const { measured, unusable } = plan;
    if (unusable.length > 0) return { code: 'no-values', message: `\`${unusable[0]}\` has errors.` };
    if (measured === undefined) return unclearMeasure(plan);
    const problem = unusedAxis(plan, measured) ?? unknownRoles(plan, measured);
    if (problem !== undefined) return problem;
    const outcome = await fitBehind(plan, measured, run);
    if (isObstacle(outcome)) return outcome;
    const constants = await run.constantsOf([...plan.calls, ...plan.borrowed]);
    if (isObstacle(constants)) return { code: 'no-values', ...constants };
    const target = await targetOf(plan.target, constants, run);
    if (isObstacle(target)) return { code: 'no-target', ...target };
    const isPositive = target.estimate > 0 && target.drawn.every((value) => !(value <= 0));
    const { objective } = outcome.problem;
    return {
        measured,
        target,
        isPositive,
        constants,
        problem: {
            axes: plan.axes.map(({ range: _, dimension: __, ...axis }) => axis),
            measured: measured.value,
            ofLog: objective.ofLog,
            noise: effectiveVariance(outcome.result.noise, objective),
            constants,
            target: isPositive ? target.drawn.map(Math.log) : target.drawn,
            limits: plan.limits.map((limit) => ({
                ...limit,
                left: atEstimates(limit.left, constants),
                right: atEstimates(limit.right, constants),
            })),
            total: plan.total && { cost: atEstimates(plan.total.cost, constants), limit: plan.total.limit },
            batch: plan.batch,
            against: plan.against.map(({ kind }) => kind),
            roles: rolesAmong(plan, measured),
        },
    };
}

function unclearMeasure({ target: { text }, measuredRange }: ExperimentPlan): PlanObstacle {
    const message = `It is not clear which law a run measures to narrow \`${text}\`: say so with the names of the candidates, such as \`measure surface(N, D)\`.`;
    return { code: 'unclear-measure', message, range: measuredRange };
}

function unusedAxis({ axes }: ExperimentPlan, { law, value }: CallPlan): PlanObstacle | undefined {
    const names = freeNames(value);
    const unused = axes.find(({ name }) => !names.includes(name));
    return (
        unused && {
            code: 'unused-candidates',
            message: `What \`${law.name}\` says of a run does not depend on \`${unused.name}\`: leave it out, or measure something that does.`,
            range: unused.range,
        }
    );
}

function unknownRoles(plan: ExperimentPlan, measured: CallPlan): PlanObstacle | undefined {
    const [first] = plan.against;
    if (first === undefined || rolesAmong(plan, measured) !== null) return undefined;
    const message = `\`${first.kind}\` is a design of model sizes N and tokens D alone: there must be candidates for these two, and for nothing else.`;
    return { code: 'unknown-design', message, range: first.range };
}

/** Null where the candidates are not sizes and tokens, given to the law as they are. */
function rolesAmong({ axes }: ExperimentPlan, { law, operands }: CallPlan): PlanProblem['roles'] {
    const { size, tokens } = rolesOf(law.arguments);
    const placeOf = (argument: number | undefined) => {
        const operand = argument === undefined ? undefined : operands[argument];
        return operand?.kind === 'name' ? axes.findIndex(({ name }) => name === operand.name) : -1;
    };
    const roles = { size: placeOf(size), tokens: placeOf(tokens) };
    return axes.length === 2 && roles.size >= 0 && roles.tokens >= 0 ? roles : null;
}

/** The fit whose residuals tell the noise of a run, and whose draws tell what is not known. */
async function fitBehind(
    { measuredRange: range }: ExperimentPlan,
    measured: CallPlan,
    run: StudyRun,
): Promise<FitOutcome | PlanObstacle> {
    const { name } = measured.law;
    const values = await run.valuesOf(measured);
    if (isObstacle(values)) return { code: 'no-values', ...values };
    const { outcome } = values;
    if (outcome === undefined) {
        const message = `\`${name}\` has published constants, of which no uncertainty is known: fit it to the runs done so far.`;
        return { code: 'no-draws', message, range };
    }
    if (outcome.reduction !== null) {
        const message = `\`${name}\` is fitted to what \`using …\` makes of the runs, so that no run measures it: plan with a law that is fitted to the runs themselves.`;
        return { code: 'no-draws', message, range };
    }
    const { draws, noise } = outcome.result;
    if (draws !== null && noise.length > 0) return outcome;
    const reason =
        outcome.plan.bootstrap?.replicates === 0 || outcome.plan.bootstrap === null
            ? 'its fit has no refits, `bootstrap 0`'
            : 'there are too few rows for refits, or the fit found no optimum';
    return { code: 'no-draws', message: `Of \`${name}\` no uncertainty is known: ${reason}.`, range };
}

/** Limits and costs may call laws, too: these count with their estimates. */
function atEstimates(formula: Expr, { names, values }: Constants): Expr {
    return substitute(formula, new Map(names.map((name, index) => [name, num(values[index])])));
}
