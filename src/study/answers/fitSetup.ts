/** From a fit statement and its table to what an estimator is asked, one problem per group. */
import type { Constants } from '../../allocate/problem.js';
import type { Column } from '../../data/table.js';
import { name, num } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { substitute } from '../../expression/substitute.js';
import type { FitProblem, Objective } from '../../fit/problem.js';
import { formatQuantity } from '../../quantity/print.js';
import { isNumberColumn } from '../tables/columnFormulas.js';
import { ownerOf, textColumn, unknownColumn } from '../tables/derive.js';
import { KEPT, wrongColumns } from '../tables/filter.js';
import { fingerprint, fingerprintExpr } from '../fingerprint.js';
import { DEFAULT_HUBER_DELTA } from '../lower/fit.js';
import { parameterSpec, type FitPlan, type Mention } from '../lower/plan.js';
import { Memo } from '../memo.js';
import type { Diagnostic } from '../report.js';
import { FITTED, classifyRows, rowsIn, type FitRows } from '../tables/rows.js';
import type { RunsTable, TableData } from '../tables/tables.js';

export interface FitSetup {
    readonly plan: FitPlan;
    readonly table: RunsTable;
    readonly target: string;
    readonly group: string | null;
    readonly rows: FitRows;
    readonly problem: FitProblem;
}

/** No setups where a problem is an error. `constants` are those of the laws that the law uses. */
export function setUpFit(
    plan: FitPlan,
    table: RunsTable,
    constants: Constants,
): { readonly setups: readonly FitSetup[]; readonly problems: readonly Diagnostic[] } {
    const target = chooseTarget(plan, table);
    if (typeof target !== 'string') return { setups: [], problems: [target] };
    const wrong = wrongNames(plan, table, target);
    if (wrong.length > 0) return { setups: [], problems: wrong };
    const { objective, problems } = chooseObjective(plan, table, target);
    const law = ownFormula(plan, constants);
    const setups = prepare(plan, table, { target, law, objective }).map((group) => ({ plan, table, target, ...group }));
    return { setups, problems: [...problems, ...ungroupedRows(plan, table)] };
}

type Prepared = Pick<FitSetup, 'group' | 'rows' | 'problem'>;

const prepared = new WeakMap<TableData, Memo<readonly Prepared[]>>();

/** Fits of one table whose rows are kept sorted out. */
const MOST_PREPARED = 8;

/** One for each group. A large table is gone through once, wherever its statement moves in the spec. */
function prepare(
    plan: FitPlan,
    table: RunsTable,
    chosen: { readonly target: string; readonly law: Expr; readonly objective: Objective },
): readonly Prepared[] {
    const { target, law, objective } = chosen;
    const argumentNames = plan.law.arguments.map((argument) => argument.name);
    const options = {
        parameters: plan.law.parameters.map(parameterSpec),
        solver: plan.solver,
        bootstrap: plan.bootstrap,
    };
    const key = fingerprint([
        fingerprintExpr(law),
        target,
        objective,
        argumentNames,
        options,
        plan.group?.name,
        plan.holdout?.condition,
    ]);
    const known = prepared.get(table.data) ?? new Memo<readonly Prepared[]>(MOST_PREPARED);
    prepared.set(table.data, known);
    return known.getNow(key, () =>
        [...groupsOf(plan, table)].map(([group, members]) => {
            const question = { plan, target, needed: [...argumentNames, target], positive: objective.ofLog };
            const rows = classifyRows(question, table, members);
            const fitted = rowsIn(rows, FITTED);
            const valuesOf = (column: string): Float64Array => pick(table.columns.get(column), fitted);
            const columns = argumentNames.map(valuesOf);
            const problem: FitProblem = {
                law,
                argumentNames,
                columns,
                target: valuesOf(target),
                objective,
                ...options,
            };
            return { group, rows, problem };
        }),
    );
}

/** The law in its own parameters, what it uses of other laws as numbers. */
function ownFormula({ law }: FitPlan, constants: Constants): Expr {
    const replacements = new Map<string, Expr>([
        ...constants.names.map((constant, index) => [constant, num(constants.values[index])] as const),
        ...law.parameters.map((parameter) => [parameter.qualified, name(parameter.name)] as const),
    ]);
    return substitute(law.formula, replacements);
}

/** The column after `predicting`, else the one named like the law, else `loss`, else the only one that is left. */
function chooseTarget({ target, law, runs, range }: FitPlan, table: RunsTable): string | Diagnostic {
    if (target !== undefined) return target.name;
    const usual = [law.name, 'loss'].find((column) => isNumberColumn(table.columns.get(column)));
    if (usual !== undefined) return usual;
    const isArgument = (column: string): boolean => law.arguments.some((argument) => argument.name === column);
    const left = table.named.filter((column) => isNumberColumn(table.columns.get(column)) && !isArgument(column));
    if (left.length === 1) return left[0];
    const choices = left.length > 0 ? ` Its columns are ${left.join(', ')}.` : '';
    const message = `Say which column \`${law.name}\` predicts: fit ${law.name} to ${runs.name} predicting COLUMN.${choices}`;
    return { code: 'no-target', severity: 'error', message, range };
}

function wrongNames(plan: FitPlan, table: RunsTable, target: string): Diagnostic[] {
    const { law, runs, runsRange, holdout, group } = plan;
    const owner = ownerOf(runs);
    const numbers: Mention[] = [
        ...law.arguments.map((argument) => ({ name: argument.name, range: runsRange })),
        plan.target ?? { name: target, range: runsRange },
    ];
    const wrongNumbers = numbers.flatMap((mention): Diagnostic[] => {
        const column = table.columns.get(mention.name);
        if (column === undefined) return [unknownColumn(mention, table.columns, owner)];
        return column.kind === 'text' ? [textColumn(mention)] : [];
    });
    const wrongGroup = group && !table.columns.has(group.name) ? [unknownColumn(group, table.columns, owner)] : [];
    return [...wrongNumbers, ...wrongGroup, ...(holdout ? wrongColumns(holdout, table.columns, owner) : [])];
}

/** Huber(1e-3) of the log for a positive target (Hoffmann et al. 2022), else squares of the value. */
function chooseObjective(
    plan: FitPlan,
    table: RunsTable,
    target: string,
): { readonly objective: Objective; readonly problems: readonly Diagnostic[] } {
    if (plan.objective !== undefined) return { objective: plan.objective, problems: [] };
    const column = table.columns.get(target);
    const isPositive =
        isNumberColumn(column) && column.values.every((each, row) => table.filtered[row] !== KEPT || !(each <= 0));
    if (isPositive) return { objective: { kind: 'huber', delta: DEFAULT_HUBER_DELTA, ofLog: true }, problems: [] };
    const message =
        `\`${target}\` has values that are not positive, so squares of the value are minimised, not of its log. ` +
        'Say `objective squares` to confirm it, or keep positive rows with `where`.';
    return {
        objective: { kind: 'squares', ofLog: false },
        problems: [{ code: 'objective-chosen', severity: 'information', message, range: plan.range }],
    };
}

/** The rows of each group, in the order of their first row; all rows under null without `by`. */
function groupsOf({ group }: FitPlan, table: RunsTable): Map<string | null, Uint32Array> {
    const all = Uint32Array.from({ length: table.rowCount }, (_, row) => row);
    const column = group && table.columns.get(group.name);
    if (column === undefined) return new Map([[null, all]]);
    const members = new Map<string, number[]>();
    for (const row of all) {
        const key = groupOf(column, row);
        if (key === undefined) continue;
        const rows = members.get(key);
        if (rows === undefined) members.set(key, [row]);
        else rows.push(row);
    }
    return new Map([...members].map(([key, rows]) => [key, Uint32Array.from(rows)]));
}

function groupOf(column: Column, row: number): string | undefined {
    if (column.kind === 'text') return column.values[row] === '' ? undefined : column.values[row];
    return Number.isNaN(column.values[row]) ? undefined : formatQuantity(column.values[row], 12);
}

function ungroupedRows({ group, range }: FitPlan, table: RunsTable): Diagnostic[] {
    const column = group && table.columns.get(group.name);
    if (group === undefined || column === undefined) return [];
    const lines = [...table.lines].filter((_, row) => groupOf(column, row) === undefined);
    if (lines.length === 0) return [];
    const shown = lines.slice(0, 5).map((line) => line + 1);
    const message =
        `${lines.length} of ${table.rowCount} rows belong to no group, because \`${group.name}\` is missing: ` +
        `line ${shown.join(', ')}${lines.length > shown.length ? ', …' : ''}.`;
    return [{ code: 'rows-not-fitted', severity: 'information', message, range }];
}

function pick(column: Column | undefined, rows: Uint32Array): Float64Array {
    return isNumberColumn(column) ? Float64Array.from(rows, (row) => column.values[row]) : new Float64Array(0);
}
