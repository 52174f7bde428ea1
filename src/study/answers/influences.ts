/** What each row does to a fit: to its parameters, and to the size that a law of N and D says is best. */
import { allocate } from '../../allocate/allocate.js';
import { binary, name, num } from '../../expression/build.js';
import { drawsFrom } from '../../fit/draws.js';
import { influenceOfRows, type InfluenceReport as Influence, type RowInfluence } from '../../fit/methods/influence.js';
import { formatQuantity } from '../../quantity/print.js';
import type { InfluenceReport, RowInfluenceReport } from '../methodReports.js';
import { COMPUTE, computeOf, rolesOf } from '../roles.js';
import type { StudyRun } from '../run.js';
import { FITTED, rowsIn } from '../tables/rows.js';
import { fittedConstants, type FitOutcome } from './constants.js';
import { rangeOf } from './ranges.js';

/** What is remembered of the fit without each of its rows. */
export interface Influences {
    readonly influence: Influence;
    readonly optimum: OptimumChanges | null;
}

interface OptimumChanges {
    readonly name: string;
    /** The share by which it changes, by the index in the influence's rows. */
    readonly changes: ReadonlyMap<number, number>;
}

/** Null where it is not asked for. */
export async function influenceReport(outcome: FitOutcome, run: StudyRun): Promise<InfluenceReport | null> {
    const { plan, problem, result, table, key } = outcome;
    if (!plan.influence || outcome.reduction !== null) return null;
    const { influence, optimum } = await run.memory.influences.get(
        key,
        async () => {
            run.patience.begin?.(`influence of the rows of ${plan.runs.name}`);
            const found = await influenceOfRows(problem, result, run.patience);
            return { influence: found, optimum: await optimumChanges(outcome, found, run) };
        },
        run.hadTime,
    );
    const rows = rowsIn(outcome.rows, FITTED);
    return {
        rows: influence.rows.map((each, index) => ({
            ...rowReport(each, outcome),
            line: table.lines[rows[each.row]],
            optimum: optimum?.changes.get(index) ?? null,
        })),
        optimum: optimum?.name ?? null,
        message: influence.message,
    };
}

function rowReport(
    { change, changeInErrors, distance }: RowInfluence,
    { result }: FitOutcome,
): Omit<RowInfluenceReport, 'line' | 'optimum'> {
    const parameters = result.parameters.map(({ name, status }, index) => ({
        name,
        status,
        change: change[index],
        changeInErrors: changeInErrors[index],
    }));
    return {
        parameters: parameters.flatMap(({ status, ...parameter }) => (status === 'pinned' ? [] : [parameter])),
        distance,
    };
}

/** Of the best size at the largest compute fitted: the estimates without each row are asked like draws. */
async function optimumChanges(
    { plan, problem, result, constants }: FitOutcome,
    { rows }: Influence,
    run: StudyRun,
): Promise<OptimumChanges | null> {
    const { size, tokens } = rolesOf(plan.law.arguments);
    const estimates = fittedConstants(result);
    const isSurface = size !== undefined && tokens !== undefined && plan.law.arguments.length === 2;
    if (!isSurface || constants.length > 0 || !estimates.values.every(Number.isFinite)) return null;
    const refitted = rows.flatMap(({ parameters }, index) => (parameters === null ? [] : [{ parameters, index }]));
    if (refitted.length === 0) return null;
    const [N, D] = [size, tokens].map((index) => plan.law.arguments[index].name);
    const [, compute] = rangeOf(
        problem.columns[size].map((each, row) => computeOf(each, problem.columns[tokens][row])),
    );
    const { optimum } = await allocate(
        {
            sense: 'minimize',
            objective: problem.law,
            constraints: [
                {
                    left: binary('*', num(computeOf(1, 1)), binary('*', name(N), name(D))),
                    relation: '<=',
                    right: num(compute),
                    text: COMPUTE,
                },
            ],
            variables: [N, D].map((each) => ({ name: each, lower: 0, upper: Infinity })),
            constants: { ...estimates, draws: drawsFrom(refitted.map(({ parameters }) => parameters)) },
            sweep: null,
        },
        run.patience,
    );
    if (optimum === null || optimum.status !== 'optimal' || optimum.draws === null) return null;
    const { draws, variables } = optimum;
    const changes = Array.from(draws.drawn, (draw, row) => {
        const changed = draws.values[row * variables.length] / variables[0].estimate - 1;
        return [refitted[draw].index, changed] as const;
    });
    return { name: `${N} at ${formatQuantity(compute)} FLOP`, changes: new Map(changes) };
}
