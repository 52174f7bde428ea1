/** The table of some runs of a text, as fits see it. */
import { lowerSpecification } from '../../../src/study/lower/specification.js';
import { Documents } from '../../../src/study/documents.js';
import { Memo } from '../../../src/study/memo.js';
import type { Diagnostic } from '../../../src/study/report.js';
import { StudyRun, type Memory } from '../../../src/study/run.js';
import { TableLoader, type RunsTable } from '../../../src/study/tables/tables.js';
import { folderOf, NO_PAUSE, SPEC, type Files } from '../studyOf.js';

const documents = new Documents();

const remembered = <T>(): Memo<T> => new Memo<T>(1);

export interface Tabled {
    readonly table: RunsTable | undefined;
    /** Those of the language and those of the tables. */
    readonly problems: readonly Diagnostic[];
}

/** `tables` remembers what it is asked twice. */
export async function tableOf(
    text: string,
    name: string,
    files: Files = {},
    tables = new TableLoader(),
): Promise<Tabled> {
    const folder = folderOf(text, files);
    const { root, scope, hasErrors, diagnostics } = await documents.check(SPEC, folder.documents);
    const plan = lowerSpecification(root, { uri: SPEC, scope, hasErrors, seed: undefined });
    const memory: Memory = {
        tables,
        fits: remembered(),
        rolling: remembered(),
        influences: remembered(),
        comparisons: remembered(),
        allocations: remembered(),
        plans: remembered(),
        mixtures: remembered(),
        predictions: remembered(),
    };
    const run = new StudyRun(plan, memory, folder.host, NO_PAUSE);
    const runs = plan.runs.find((each) => each.name === name);
    const table = runs && (await run.tableOf(runs));
    return { table, problems: [...diagnostics, ...run.problems.list()] };
}

/** The values of a column, rounded; null where one is missing. */
export function valuesOf({ table }: Tabled, name: string): readonly (number | string | null)[] {
    const column = table?.columns.get(name);
    if (column === undefined) return [];
    if (column.kind === 'text') return [...column.values];
    return Array.from(column.values, (value) => (Number.isNaN(value) ? null : Number(value.toPrecision(9))));
}
