/** The runs that the laws of a question were fitted to, in the question's own variables. */
import { isObstacle } from '../answers/constants.js';
import type { CallPlan } from '../lower/plan.js';
import { FITTED, HELD_OUT } from './rows.js';
import type { StudyRun } from '../run.js';
import { numberAt } from './columnFormulas.js';
import type { Sources } from '../../quantity/fileLines.js';

export interface MeasuredRows {
    readonly sources: Sources;
    readonly lines: readonly number[];
    /** By variable: the values of the law's argument that the question puts it in. */
    readonly columns: ReadonlyMap<string, Float64Array>;
}

/** Of the first call that has all these variables as plain arguments and whose law has a fit; null without one. */
export async function measuredRows(
    calls: readonly CallPlan[],
    variables: readonly string[],
    run: StudyRun,
): Promise<MeasuredRows | null> {
    for (const call of calls) {
        const indices = variables.map((variable) => argumentOf(call, variable));
        if (indices.includes(-1)) continue;
        const values = await run.valuesOf(call);
        const outcome = isObstacle(values) ? undefined : values.outcome;
        if (outcome === undefined) continue;
        const { table, rows } = outcome;
        const measured = rows.rows.filter((_, index) => [FITTED, HELD_OUT].includes(rows.states[index]));
        const columns = variables.map((variable, rank) => {
            const column = table.columns.get(call.law.arguments[indices[rank]].name);
            return [variable, Float64Array.from(measured, (row) => numberAt(column, row) ?? NaN)] as const;
        });
        return {
            sources: table.sources,
            lines: Array.from(measured, (row) => table.lines[row]),
            columns: new Map(columns),
        };
    }
    return null;
}

function argumentOf({ operands }: CallPlan, variable: string): number {
    return operands.findIndex((operand) => operand.kind === 'name' && operand.name === variable);
}
