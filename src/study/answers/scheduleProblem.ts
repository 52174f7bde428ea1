/** Questions about steps that a learning-rate schedule does not have. */
import { compileScalar } from '../../expression/compile.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import { reachesOf } from '../../expression/rates/reach.js';
import { scheduleOfId } from '../../expression/rates/registry.js';

/** What some formulas ask beyond the end of a schedule, given values for names of theirs; undefined where they do not. */
export function scheduleProblem(
    formulas: readonly Expr[],
    names: readonly string[],
    values: ArrayLike<number>,
    scheduleNames: ReadonlyMap<number, string>,
): string | undefined {
    const known = new Set(names);
    for (const { schedule, step } of reachesOf(formulas)) {
        if (![schedule, step].flatMap(freeNames).every((name) => known.has(name))) continue;
        const asked = new Float64Array(2);
        compileScalar([schedule, step], names)(values, asked);
        const last = scheduleOfId(asked[0])?.last;
        if (last !== undefined && asked[1] > last) {
            return `${endOf(asked[0], last, scheduleNames)}; asked for ${counted(asked[1])}.`;
        }
    }
    return undefined;
}

/** Where the schedules end that some formulas name. */
export function scheduleEnds(formulas: readonly Expr[], scheduleNames: ReadonlyMap<number, string>): string[] {
    const ids = reachesOf(formulas).flatMap(({ schedule }) => (schedule.kind === 'number' ? [schedule.value] : []));
    return [...new Set(ids)].flatMap((id) => {
        const last = scheduleOfId(id)?.last;
        return last === undefined ? [] : [`${endOf(id, last, scheduleNames)}.`];
    });
}

function endOf(id: number, last: number, names: ReadonlyMap<number, string>): string {
    return `The schedule \`${names.get(id) ?? ''}\` ends at step ${counted(last)}`;
}

function counted(step: number): string {
    return step.toLocaleString('en-US');
}
