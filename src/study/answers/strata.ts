/** Which columns of a mixture's counts tell configurations apart, and which tell problems of different kinds apart. */
import { groupByAll, groupOf } from '../tables/groups.js';
import { rowsWords, type AttemptRows } from './attempts.js';
import type { Obstacle } from './constants.js';

export interface Strata {
    /** Columns that have one value in each problem. */
    readonly columns: readonly string[];
}

/** A column that has several values in most problems tells configurations apart; one that has them in a few is mistaken there. */
export function strataOf({ table, plan, rows }: AttemptRows, problemOfRow: Int32Array): Strata | Obstacle {
    const columns: string[] = [];
    const problems = rows.reduce((most, row) => Math.max(most, problemOfRow[row] + 1), 0);
    for (const { name, range } of plan.by) {
        const { groupOfRow } = groupByAll([table.columns.get(name)!], table.rowCount);
        const first = new Int32Array(problems).fill(-1);
        const varying = new Map<number, number>();
        for (const row of rows) {
            const problem = problemOfRow[row];
            if (first[problem] < 0) first[problem] = row;
            else if (groupOfRow[row] !== groupOfRow[first[problem]]) varying.set(problem, row);
        }
        if (varying.size * 2 >= problems) continue;
        if (varying.size > 0) {
            const [problem, row] = [...varying][0];
            const named = groupOf(table.columns.get(plan.problem.name)!, row);
            const message = `${rowsWords([first[problem], row], table)} \`${name}\` has two values for ${plan.problem.name} ${named}: what is the same in most problems must be so in all.`;
            return { message, range };
        }
        columns.push(name);
    }
    return { columns };
}
