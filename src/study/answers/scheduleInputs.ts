/** The arguments of laws that are learning-rate schedules, as columns of the numbers that stand for them. */
import type { Column } from '../../data/table.js';
import { freeNames } from '../../expression/names.js';
import { reachesOf } from '../../expression/rates/reach.js';
import { scheduleOfId } from '../../expression/rates/registry.js';
import { fingerprint } from '../fingerprint.js';
import type { ArgumentPlan, LawPlan } from '../lower/plan.js';
import type { Mention } from '../lower/runsPlan.js';
import type { Diagnostic } from '../report.js';
import { evaluateColumns } from '../tables/columnFormulas.js';
import { noSeries } from '../tables/derive.js';
import { groupOf } from '../tables/groups.js';
import type { Demand } from '../tables/rows.js';
import { schedulesOfRows, type RowSchedules } from '../tables/schedules.js';
import { seriesOf } from '../tables/series.js';
import type { RunsTable, TableData } from '../tables/tables.js';

/** The column that has the values of an argument. No column of a file is called like that of a schedule. */
export function columnOf({ name, isSchedule }: ArgumentPlan): string {
    return isSchedule ? `schedule(${name})` : name;
}

/** Their names, and where a fit or comparison names the runs that must have them as columns. */
export function scheduleMentions(laws: readonly LawPlan[], range: Mention['range']): Mention[] {
    return argumentsOf(laws).map((name) => ({ name, range }));
}

function argumentsOf(laws: readonly LawPlan[]): string[] {
    const schedules = laws.flatMap((law) => law.arguments).filter(({ isSchedule }) => isSchedule);
    return [...new Set(schedules.map(({ name }) => name))];
}

/** What people call the schedule that a number stands for: by the text of a row that has it, by the run, or by its name in the spec. */
export function scheduleTitle(
    { name }: ArgumentPlan,
    id: number,
    { plan, columns }: RunsTable,
    names: ReadonlyMap<number, string>,
): string {
    const ids = columns.get(columnOf({ name, isSchedule: true, dimension: undefined }));
    const row = ids?.kind === 'number' ? ids.values.indexOf(id) : -1;
    const own = columns.get(name);
    const titles = own?.kind === 'text' ? own : plan.series?.group && columns.get(plan.series.group.name);
    return (row >= 0 && titles && groupOf(titles, row)) || names.get(id) || 'the run';
}

/** All that the schedules of a law's rows depend on, besides the columns of the table. */
export function scheduleContent(law: LawPlan, { plan: { series, schedules } }: RunsTable): unknown {
    return argumentsOf([law]).length === 0 ? null : [series?.along.name, series?.group?.name, schedules];
}

/** Rates of rows that nothing tells the runs of: no schedule can be made of them. */
export function seriesMissing(laws: readonly LawPlan[], table: RunsTable, range: Mention['range']): Diagnostic[] {
    const { plan, columns } = table;
    if (plan.series !== undefined) return [];
    return argumentsOf(laws)
        .filter((name) => columns.get(name)?.kind === 'number')
        .map((name) => noSeries({ name, range }, plan.name));
}

/** The table with a column for each argument that is a schedule. */
export function withSchedules(laws: readonly LawPlan[], table: RunsTable): RunsTable {
    const columns = new Map(table.columns);
    for (const name of argumentsOf(laws)) {
        const column = columnOf({ name, isSchedule: true, dimension: undefined });
        const schedules = schedulesOf(name, table);
        if (schedules) columns.set(column, { kind: 'number', name: column, values: schedules.ids });
    }
    return { ...table, columns };
}

const known = new WeakMap<TableData, Map<string, RowSchedules>>();

function schedulesOf(name: string, { data, plan, columns, rowCount }: RunsTable): RowSchedules | undefined {
    const column = columns.get(name);
    if (column === undefined) return undefined;
    const ofTable = known.get(data) ?? new Map<string, RowSchedules>();
    known.set(data, ofTable);
    const key = fingerprint([name, plan.series?.along.name, plan.series?.group?.name, plan.schedules]);
    const found = ofTable.get(key) ?? schedulesOfRows(column, seriesOf(plan.series, columns, rowCount), plan.schedules);
    ofTable.set(key, found);
    return found;
}

/** What rows need whose schedule is asked for: that there is one, and that it goes as far. */
export function scheduleDemands(laws: readonly LawPlan[], table: RunsTable): Demand[] {
    const present = argumentsOf(laws).flatMap((name) => schedulesOf(name, table)?.reasonOf ?? []);
    return [...present, ...laws.flatMap((law) => reachDemands(law, table))];
}

function reachDemands(law: LawPlan, table: RunsTable): Demand[] {
    return rowReaches(law, table).map(({ schedules, names, steps }) => (row) => {
        const last = scheduleOfId(schedules[row])?.last;
        if (last === undefined || !(steps[row] > last)) return undefined;
        const name = names?.kind === 'text' ? `the schedule \`${names.values[row]}\`` : 'its schedule';
        return `beyond the end of ${name} at step ${last.toLocaleString('en-US')}`;
    });
}

/** How far along the schedule of each row a law asks. */
export interface RowReach {
    readonly schedules: Float64Array;
    readonly steps: Float64Array;
    /** The column that the schedules were made of. */
    readonly names: Column | undefined;
}

/** Of a table with the columns of its schedules. */
export function rowReaches({ formula, arguments: args }: LawPlan, table: RunsTable): RowReach[] {
    return reachesOf([formula]).flatMap(({ schedule, step }): RowReach[] => {
        const argument = args.find(({ name }) => schedule.kind === 'name' && schedule.name === name);
        const isOfRows = freeNames(step).every((name) => args.some((each) => each.name === name));
        const ids = argument && table.columns.get(columnOf(argument));
        if (!isOfRows || ids?.kind !== 'number') return [];
        const [steps] = evaluateColumns([step], table.columns, table.rowCount);
        return [{ schedules: ids.values, steps, names: table.columns.get(argument!.name) }];
    });
}
