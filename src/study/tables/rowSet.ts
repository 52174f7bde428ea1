/** Rows with their columns, and the values that formulas have in them: of the row itself, and over several rows. */
import type { Column } from '../../data/table.js';
import type { Patience } from '../../fit/problem.js';
import { isAggregate, isSeriesFunction, type Aggregate } from '../../language/rowFunctions.js';
import type { GroupingPlan, RowFormula, SeriesPlan, TextTest, WindowPlan } from '../lower/runsPlan.js';
import { AGGREGATE } from './aggregates.js';
import { ALONG, firstAlong, lastAlong } from './alongSeries.js';
import { evaluateColumns } from './columnFormulas.js';
import { groupByAll, labelsOf } from './groups.js';
import type { Refusal } from './reduce.js';
import { schedulesOfRows } from './schedules.js';
import { seriesOf, type SeriesRows } from './series.js';

/** The rows of other runs that become the rows of these: one for each group, and each item. */
export interface Members {
    readonly columns: Columns;
    readonly rowCount: number;
    readonly series: SeriesPlan | undefined;
    readonly groups: readonly Uint32Array[];
    readonly groupOfRow: Int32Array;
    readonly items: GroupingPlan['items'];
}

export type Columns = ReadonlyMap<string, Column>;

export class RowSet {
    private order: SeriesRows | undefined;

    constructor(
        /** More may be added while there are formulas to compute, none is changed. */
        readonly columns: Columns,
        readonly rowCount: number,
        private readonly series: SeriesPlan | undefined,
        private readonly members: Members | undefined,
        private readonly patience: Patience,
        /** Why values could not be computed though nothing is missing, and how many. */
        readonly refused = new Map<Refusal['reason'], number>(),
    ) {}

    /** The values of a formula. NaN where one is missing or cannot be computed. */
    async evaluate({ value, windows }: RowFormula): Promise<Float64Array> {
        return evaluateColumns([value], await this.withWindows(windows), this.rowCount)[0];
    }

    /** The columns, and the values of windows beside them. */
    async withWindows(windows: readonly WindowPlan[]): Promise<Columns> {
        if (windows.length === 0) return this.columns;
        const columns = new Map(this.columns);
        for (const window of windows) {
            await this.patience.pause(0, 1);
            columns.set(window.name, { kind: 'number', name: window.name, values: await this.valuesOf(window) });
        }
        return columns;
    }

    private async operandsOf(window: WindowPlan): Promise<Float64Array[]> {
        const operands: Float64Array[] = [];
        for (const operand of window.operands) operands.push(await this.evaluate(operand));
        return operands;
    }

    private valuesOf(window: WindowPlan): Promise<Float64Array> {
        switch (window.rows.kind) {
            case 'text':
                return Promise.resolve(this.testTexts(window.rows.test));
            case 'group':
                return this.overGroups(window, window.rows.columns);
            case 'series':
                return this.alongSeries(window);
            case 'schedule':
                return Promise.resolve(this.schedules(window.rows));
            case 'answers':
                return Promise.resolve(this.answers(window.rows.column));
            case 'members':
                return this.overMembers(window);
        }
    }

    private async overGroups(window: WindowPlan, names: readonly string[]): Promise<Float64Array> {
        const out = this.missing();
        const columns = names.map((name) => this.columns.get(name)).filter((column) => column !== undefined);
        if (columns.length < names.length || !isAggregate(window.function)) return out;
        const operands = await this.operandsOf(window);
        for (const rows of groupByAll(columns, this.rowCount).groups) {
            await this.patience.pause(0, 1);
            const value = this.reduce(window.function, operands, rows);
            for (const row of rows) out[row] = value;
        }
        return out;
    }

    private async alongSeries(window: WindowPlan): Promise<Float64Array> {
        const out = this.missing();
        this.order ??= seriesOf(this.series, this.columns, this.rowCount);
        if (this.order === undefined || !isSeriesFunction(window.function)) return out;
        const operands = await this.operandsOf(window);
        for (const rows of this.order.runs) ALONG[window.function](operands, rows, this.order.steps, out);
        return out;
    }

    private schedules({ column, named }: WindowPlan['rows'] & { readonly kind: 'schedule' }): Float64Array {
        const source = this.columns.get(column);
        this.order ??= seriesOf(this.series, this.columns, this.rowCount);
        return source === undefined ? this.missing() : schedulesOfRows(source, this.order, named).ids;
    }

    private testTexts({ column, operator, text }: TextTest): Float64Array {
        const source = this.columns.get(column);
        if (source?.kind !== 'text') return this.missing();
        const isAsked = (value: string): boolean => (value === text) === (operator === '==');
        return Float64Array.from(source.values, (value) => (value === '' ? NaN : isAsked(value) ? 1 : 0));
    }

    /** A number for each text; numbers stand for themselves. */
    private answers(column: string): Float64Array {
        const source = this.columns.get(column);
        if (source === undefined) return this.missing();
        return source.kind === 'number'
            ? source.values
            : Float64Array.from(labelsOf(source), (label) => (label < 0 ? NaN : label));
    }

    private async overMembers(window: WindowPlan): Promise<Float64Array> {
        const out = this.missing();
        if (this.members === undefined) return out;
        const { groups, items } = this.members;
        const itemCount = items?.values.length ?? 1;
        for (let item = 0; item < itemCount; item++) {
            const rows = this.membersWith(this.members, item, itemCount);
            const values = await rows.ofGroups(window, groups);
            values.forEach((value, group) => (out[group * itemCount + item] = value));
        }
        return out;
    }

    /** The members, with the item as a column, and with the columns of their group that they have none of their own of. */
    private membersWith({ groupOfRow, items, ...members }: Members, item: number, itemCount: number): RowSet {
        const columns = new Map(members.columns);
        for (const [name, column] of this.columns) {
            if (column.kind === 'text' || (columns.has(name) && name !== items?.name)) continue;
            const values = new Float64Array(members.rowCount).map((_, row) =>
                groupOfRow[row] < 0 ? NaN : column.values[groupOfRow[row] * itemCount + item],
            );
            columns.set(name, { ...column, values });
        }
        return new RowSet(columns, members.rowCount, members.series, undefined, this.patience, this.refused);
    }

    /** One value for each group. */
    private async ofGroups(window: WindowPlan, groups: readonly Uint32Array[]): Promise<number[]> {
        const operands = await this.operandsOf(window);
        const { function: fn } = window;
        if (isAggregate(fn)) {
            const values: number[] = [];
            for (const rows of groups) {
                await this.patience.pause(0, 1);
                values.push(this.reduce(fn, operands, rows));
            }
            return values;
        }
        const steps = this.series && this.columns.get(this.series.along.name);
        if (steps?.kind !== 'number') return groups.map(() => NaN);
        const end = fn === 'first' ? firstAlong : lastAlong;
        return groups.map((rows) => end(operands[0], steps.values, rows));
    }

    private reduce(fn: Aggregate, operands: readonly Float64Array[], rows: Uint32Array): number {
        const value = AGGREGATE[fn](operands, rows);
        if (typeof value === 'number') return value;
        this.refused.set(value.reason, (this.refused.get(value.reason) ?? 0) + 1);
        return NaN;
    }

    private missing(): Float64Array {
        return new Float64Array(this.rowCount).fill(NaN);
    }
}
