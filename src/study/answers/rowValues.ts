/** What a fit takes from each row besides the law's arguments: how much it counts, how sure it is, which cluster it belongs to. */
import type { Column } from '../../data/table.js';
import { evaluateColumns, isNumberColumn, numberAt } from '../tables/columnFormulas.js';
import { groupOf } from '../tables/groups.js';
import type { Demand } from '../tables/rows.js';
import type { EstimationPlan } from '../lower/plan.js';
import type { FormulaPlan } from '../lower/runsPlan.js';
import type { RunsTable, TableData } from '../tables/tables.js';

/** The values of a column of numbers; NaN where there is none. */
export function valuesAt({ columns }: TableData, name: string, rows: Uint32Array): Float64Array {
    const column = columns.get(name);
    return Float64Array.from(rows, (row) => numberAt(column, row) ?? NaN);
}

/** What rows that are fitted need, so that their weight, error and cluster are known. */
export function rowDemands({ weights, errors, clusters }: EstimationPlan, table: RunsTable): Demand[] {
    const cluster = clusters && table.columns.get(clusters.name);
    return [
        ...(weights ? [positive(`weight ${weights.text}`, weights, table)] : []),
        ...(errors ? [positive(`error ${errors.text}`, errors, table)] : []),
        ...(cluster ? [labelled(clusters.name, cluster)] : []),
    ];
}

function positive(what: string, formula: FormulaPlan, { columns, rowCount }: RunsTable): Demand {
    const [values] = evaluateColumns([formula.value], columns, rowCount);
    return (row) => {
        if (Number.isNaN(values[row])) return `its ${what} is missing`;
        return values[row] > 0 && values[row] < Infinity ? undefined : `its ${what} is not a positive number`;
    };
}

function labelled(name: string, column: Column): Demand {
    return (row) => (groupOf(column, row) === undefined ? `${name} is missing` : undefined);
}

/** Of rows that meet the demands. */
export function rowValues(
    { weights, errors }: EstimationPlan,
    { columns, rowCount }: RunsTable,
    rows: Uint32Array,
): { readonly weights?: Float64Array; readonly errors?: Float64Array } {
    const at = ({ value }: FormulaPlan): Float64Array => {
        const [values] = evaluateColumns([value], columns, rowCount);
        return Float64Array.from(rows, (row) => values[row]);
    };
    return { ...(weights && { weights: at(weights) }), ...(errors && { errors: at(errors) }) };
}

export function rowClusters(
    { clusters }: EstimationPlan,
    { columns }: RunsTable,
    rows: Uint32Array,
): { readonly clusters?: Uint32Array } {
    const column = clusters && columns.get(clusters.name);
    if (column === undefined) return {};
    const known = new Map<unknown, number>();
    const clusterOf = (row: number): number => {
        const label = isNumberColumn(column) ? column.values[row] : groupOf(column, row);
        const cluster = known.get(label) ?? known.size;
        known.set(label, cluster);
        return cluster;
    };
    return { clusters: Uint32Array.from(rows, clusterOf) };
}
