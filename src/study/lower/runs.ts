/** Runs: where the rows stand, which columns there are, and which rows to keep. */
import { AstUtils, GrammarUtils, URI, UriUtils } from 'langium';
import { itemsOf } from '../../language/binding.js';
import {
    isColumn,
    isFilter,
    isInlineTable,
    isSeries,
    type Column,
    type Runs,
    type Series,
} from '../../language/generated/ast.js';
import { isGrouped } from '../../language/rowFunctions.js';
import { TEXT, unitNamed } from '../../quantity/units.js';
import { rangeOf, rangeOfProperty } from '../places.js';
import type { Range } from '../report.js';
import type { LawLowering } from './law.js';
import type {
    ColumnPlan,
    FileSource,
    FilesSource,
    GroupingPlan,
    InlineSource,
    RunsPlan,
    RunsSource,
    SeriesPlan,
} from './runsPlan.js';
import { columnsIn, headersIn, lowerFilter, lowerRowFormula } from './rowFormulas.js';

/** `source` is the plan of the runs that these are made from; undefined where they come from elsewhere. */
export function lowerRuns(runs: Runs, source: RunsPlan | undefined, laws: LawLowering): RunsPlan {
    const grouping = isGrouped(runs) ? lowerGrouping(runs) : undefined;
    const inherited = grouping === undefined ? source?.series : undefined;
    return {
        name: runs.name,
        uri: AstUtils.getDocument(runs).uri.toString(),
        range: rangeOfProperty(runs, 'name'),
        source: source === undefined ? writtenSource(runs) : runsSource(runs, source, grouping),
        series: lowerSeries(runs.entries.find(isSeries)) ?? inherited,
        columns: runs.entries.filter(isColumn).map((column) => lowerColumn(column, laws)),
        filters: runs.entries.filter(isFilter).map(({ condition }) => lowerFilter(condition, laws)),
        schedules: laws.schedules.visibleFrom(runs),
    };
}

function writtenSource(runs: Runs): InlineSource | FilesSource | undefined {
    return runs.files.length === 0 ? inlineSource(runs) : filesSource(runs);
}

function runsSource(runs: Runs, source: RunsPlan, grouping: GroupingPlan | undefined): RunsSource {
    return { kind: 'runs', runs: source, range: rangeOfProperty(runs, 'source'), grouping };
}

function lowerGrouping({ groups, binder }: Runs): GroupingPlan {
    const values = binder === undefined ? [] : itemsOf(binder).filter((item) => typeof item === 'number');
    return {
        columns: groups.map((group) => ({ name: group.column, range: rangeOf(group) })),
        items: binder && { name: binder.name, values },
    };
}

function lowerSeries(series: Series | undefined): SeriesPlan | undefined {
    if (series === undefined) return undefined;
    const { along, group } = series;
    return {
        along: { name: along, range: rangeOfProperty(series, 'along') },
        group: group === undefined ? undefined : { name: group, range: rangeOfProperty(series, 'group') },
    };
}

function lowerColumn(column: Column, laws: LawLowering): ColumnPlan {
    const unit = column.unit === undefined ? undefined : unitNamed(column.unit);
    const { value, windows } = column.value ? lowerRowFormula(column.value, laws) : { value: undefined, windows: [] };
    return {
        name: column.name,
        value,
        windows,
        holdsTexts: column.unit === TEXT,
        unit: unit && { name: column.unit!, factor: unit.factor, dimension: unit.dimension },
        range: rangeOfProperty(column, 'name'),
        mentions: column.value ? [...columnsIn(column.value, laws.scope), ...headersIn(column.value, laws.scope)] : [],
    };
}

function inlineSource(runs: Runs): InlineSource | undefined {
    const table = runs.entries.find(isInlineTable);
    return table && { kind: 'inline', text: table.text, ...rangeOf(table).start };
}

/** A relative path is relative to the folder of the spec. */
function filesSource(runs: Runs): FilesSource {
    const ranges = GrammarUtils.findNodesForProperty(runs.$cstNode, 'files').map(({ range }) => range);
    return { kind: 'files', files: runs.files.map((path, index) => fileSource(runs, path, ranges[index])) };
}

function fileSource(runs: Runs, path: string, range: Range): FileSource {
    const spec = AstUtils.getDocument(runs).uri;
    const isAbsolute = /^([A-Za-z]:)?[\\/]/.test(path);
    const uri = isAbsolute
        ? spec.with({ path: URI.file(path).path })
        : UriUtils.resolvePath(UriUtils.dirname(spec), path.replaceAll('\\', '/'));
    return { path, uri: uri.toString(), range };
}
