/** Rows that are one run, in the order of its steps. */
import type { Column } from '../../data/table.js';
import type { RunsPlan, SeriesPlan } from '../lower/runsPlan.js';
import { linesText, type Sources } from '../../quantity/fileLines.js';
import type { Diagnostic } from '../report.js';
import { isNumberColumn } from './columnFormulas.js';
import { textColumn, unknownColumn, ownerOf, type ColumnKinds } from './derive.js';
import { groupByAll } from './groups.js';

export interface SeriesRows {
    /** The rows of each run, in the order of its steps; those of equal steps in the order of the text. */
    readonly runs: readonly Uint32Array[];
    /** The steps, by row. */
    readonly steps: Float64Array;
    /** Rows that are in no run, because their step or the name of their run is missing. */
    readonly homeless: Uint32Array;
    /** Rows whose step occurs before them in their run. */
    readonly repeated: Uint32Array;
}

/** Undefined without a `series` entry, and where a column that it names is not there, or not of the kind it needs. */
export function seriesOf(
    series: SeriesPlan | undefined,
    columns: ReadonlyMap<string, Column>,
    rowCount: number,
): SeriesRows | undefined {
    const along = series && columns.get(series.along.name);
    const group = series?.group && columns.get(series.group.name);
    if (series === undefined || !isNumberColumn(along) || (series.group && group === undefined)) return undefined;
    const steps = along.values;
    const { groups, groupOfRow } = groupByAll(group === undefined ? [] : [group], rowCount);
    const hasPlace = (row: number): boolean => groupOfRow[row] >= 0 && !Number.isNaN(steps[row]);
    const runs = groups.map((rows) => rows.filter(hasPlace));
    for (const rows of runs) rows.sort((a, b) => steps[a] - steps[b] || a - b);
    return {
        runs,
        steps,
        homeless: Uint32Array.from(groupOfRow.keys()).filter((row) => !hasPlace(row)),
        repeated: Uint32Array.from(runs.flatMap((rows) => repeatedIn(rows, steps))).sort(),
    };
}

function repeatedIn(rows: Uint32Array, steps: Float64Array): number[] {
    return [...rows].filter((row, index) => index > 0 && steps[row] === steps[rows[index - 1]]);
}

/** What is wrong with the columns that the entry names. */
export function wrongSeries(plan: RunsPlan, kinds: ColumnKinds): Diagnostic[] {
    const { series } = plan;
    if (series === undefined) return [];
    const mentions = [series.along, series.group].filter((each) => each !== undefined);
    return mentions.flatMap((mention): Diagnostic[] => {
        const column = kinds.get(mention.name);
        if (column === undefined) return [unknownColumn(mention, kinds, ownerOf(plan))];
        return column.kind === 'text' && mention === series.along ? [textColumn(mention)] : [];
    });
}

/** What is wrong with the rows. `lines` are zero-based. */
export function seriesProblems(
    { along, group }: SeriesPlan,
    rows: SeriesRows,
    lines: Uint32Array,
    sources: Sources,
): Diagnostic[] {
    const steps = `\`${along.name}\``;
    const missing = group === undefined ? steps : `${steps} or \`${group.name}\``;
    const run = group === undefined ? '' : ` of the same \`${group.name}\``;
    const told = (which: Uint32Array, message: string): Diagnostic[] =>
        which.length === 0
            ? []
            : [
                  {
                      code: 'series-order',
                      severity: 'warning',
                      message: `${listRows(which, lines, sources)}: ${message}`,
                      range: along.range,
                  },
              ];
    return [
        ...told(rows.homeless, `${missing} is missing, so that what is computed along a run is missing there.`),
        ...told(rows.repeated, `a row above${run} has the same ${steps}. They follow one another as in the text.`),
    ];
}

const MOST_LINES = 5;

/** `3 rows (lines 4, 9, 12)`, counted from 1. */
export function listRows(rows: Uint32Array, lines: Uint32Array, sources: Sources): string {
    const first = Array.from(rows.subarray(0, MOST_LINES), (row) => lines[row]);
    const rest = rows.length > MOST_LINES ? ', …' : '';
    return `${rows.length === 1 ? '1 row' : `${rows.length} rows`} (${linesText(sources, first)}${rest})`;
}
