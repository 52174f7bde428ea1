/** The learning-rate schedule of each row: one that its text names, or the one that the recorded rates of its run make. */
import type { Column } from '../../data/table.js';
import type { ScheduleDefinition, StageDefinition } from '../../expression/rates/rateSchedule.js';
import { registerSchedule } from '../../expression/rates/registry.js';
import { isRate, isStep } from '../../language/stages.js';
import type { SeriesRows } from './series.js';

/** Schedules that texts can name: their numbers, by name. */
export type NamedSchedules = ReadonlyMap<string, number>;

export interface RowSchedules {
    /** The number of each row's schedule; NaN where there is none. */
    readonly ids: Float64Array;
    /** Why a row has none. */
    readonly reasonOf: (row: number) => string | undefined;
}

/** `series` is needed where the column has rates. */
export function schedulesOfRows(column: Column, series: SeriesRows | undefined, named: NamedSchedules): RowSchedules {
    return column.kind === 'text' ? namedSchedules(column, named) : recordedSchedules(column, series);
}

function namedSchedules({ name, values }: Column & { readonly kind: 'text' }, named: NamedSchedules): RowSchedules {
    return {
        ids: Float64Array.from(values, (text) => named.get(text ?? '') ?? NaN),
        reasonOf: (row) => {
            const text = values[row];
            if (!text) return `${name} is missing`;
            return named.has(text) ? undefined : `there is no schedule named "${text}"`;
        },
    };
}

function recordedSchedules(
    { name, values }: Column & { readonly kind: 'number' },
    series: SeriesRows | undefined,
): RowSchedules {
    const ids = new Float64Array(values.length).fill(NaN);
    const reasons = new Map<number, string>();
    for (const rows of series?.runs ?? []) {
        const recorded = rows.filter((row) => !Number.isNaN(values[row]));
        const wrong = wrongRecord(name, recorded, values, series!.steps);
        const id = wrong === undefined ? registerSchedule(recordedSchedule(recorded, values, series!.steps)) : NaN;
        for (const row of rows) {
            ids[row] = id;
            if (wrong !== undefined) reasons.set(row, wrong);
        }
    }
    return {
        ids,
        reasonOf: (row) => reasons.get(row) ?? (Number.isNaN(ids[row]) ? `${name} is in no run` : undefined),
    };
}

function wrongRecord(name: string, rows: Uint32Array, rates: Float64Array, steps: Float64Array): string | undefined {
    if (rows.length === 0) return `${name} is missing in the whole run`;
    if (!rows.every((row) => isStep(steps[row]))) return 'a step of its run is no whole number from 0 on';
    return rows.every((row) => isRate(rates[row])) ? undefined : `${name} is negative in its run`;
}

/** Linear between the recorded steps, and before the first as there, so that a warm-up that was not recorded is left out. */
function recordedSchedule(rows: Uint32Array, rates: Float64Array, steps: Float64Array): ScheduleDefinition {
    const initial = rates[rows[0]];
    const stages: StageDefinition[] = [];
    let [last, rate] = [0, initial];
    for (const row of rows) {
        if (steps[row] <= last) continue;
        const isSame = rates[row] === rate;
        // A stretch without a change is one stage.
        if (isSame && (stages.length === 0 || stages.at(-1)!.shape === 'constant')) stages.pop();
        stages.push({ shape: isSame ? 'constant' : 'linear', last: steps[row], rate: rates[row] });
        [last, rate] = [steps[row], rates[row]];
    }
    return { initial, stages };
}
