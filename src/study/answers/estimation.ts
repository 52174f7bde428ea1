/** What fits and comparisons choose by themselves: the column that is predicted, and the objective; and wrong names in them. */
import type { Column } from '../../data/table.js';
import type { Objective } from '../../fit/problem.js';
import { isNumberColumn } from '../tables/columnFormulas.js';
import { ownerOf, textColumn, unknownColumn } from '../tables/derive.js';
import { KEPT, wrongColumns } from '../tables/filter.js';
import { DEFAULT_HUBER_DELTA } from '../lower/objective.js';
import { headerFor } from '../headers.js';
import type { EstimationPlan, LawPlan } from '../lower/plan.js';
import type { Mention } from '../lower/runsPlan.js';
import type { Diagnostic } from '../report.js';
import type { RunsTable } from '../tables/tables.js';

/** The column after `predicting`, else the one named like the law, else `loss`, else the only one that is left. */
export function chooseTarget(
    { target, runs, range }: EstimationPlan,
    laws: readonly LawPlan[],
    table: RunsTable,
): string | Diagnostic {
    if (target !== undefined) return target.name;
    const [law] = laws;
    const ownName = laws.length === 1 ? [law.name] : [];
    const usual = [...ownName, 'loss'].find((column) => isNumberColumn(table.columns.get(column)));
    if (usual !== undefined) return usual;
    const isArgument = (column: string): boolean =>
        laws.some((each) => each.arguments.some((argument) => argument.name === column));
    const left = table.named.filter((column) => isNumberColumn(table.columns.get(column)) && !isArgument(column));
    if (left.length === 1) return left[0];
    const choices = left.length > 0 ? ` Its columns are ${left.join(', ')}.` : '';
    const statement =
        laws.length === 1
            ? `which column \`${law.name}\` predicts: fit ${law.name} to ${runs.name}`
            : `which column is predicted: compare ${laws.map(({ name }) => name).join(', ')} on ${runs.name}`;
    const message = `Say ${statement} predicting ${headerFor('loss', left) ?? 'COLUMN'}.${choices}`;
    return { code: 'no-target', severity: 'error', message, range };
}

/** Columns of the rows that are not there, or hold texts where numbers are needed. */
export function wrongNames(
    plan: EstimationPlan,
    inputs: readonly Mention[],
    labels: readonly (Mention | undefined)[],
    table: RunsTable,
): Diagnostic[] {
    const { columns } = table;
    const owner = ownerOf(plan.runs);
    const numbers = [...inputs, ...(plan.weights?.mentions ?? []), ...(plan.errors?.mentions ?? [])];
    return [
        ...numbers.flatMap((mention) => wrongNumber(mention, columns, owner)),
        ...[...labels, plan.clusters].flatMap((mention) =>
            mention === undefined || columns.has(mention.name) ? [] : [unknownColumn(mention, columns, owner)],
        ),
        ...(plan.holdout ? wrongColumns(plan.holdout, { kinds: columns, ofMembers: undefined, owner }) : []),
    ];
}

function wrongNumber(mention: Mention, columns: ReadonlyMap<string, Column>, owner: string): Diagnostic[] {
    const column = columns.get(mention.name);
    if (column === undefined) return [unknownColumn(mention, columns, owner)];
    return column.kind === 'text' ? [textColumn(mention)] : [];
}

/** Of the losses of runs: Hoffmann et al. (2022, arXiv 2203.15556), section 3.3. */
const OF_RUNS: Objective = { kind: 'huber', delta: DEFAULT_HUBER_DELTA, ofLog: true };

/**
 * Of the minima that a method makes of runs, as approaches 1 and 2 are done (Hoffmann et al. 2022; Porian et al. 2024, arXiv
 * 2406.19146; Llama 3, arXiv 2407.21783). N* scatters a hundred times as much as a loss: Huber's 1e-3 would be the median.
 */
export const OF_MINIMA: Objective = { kind: 'squares', ofLog: true };

/** What laws are fitted by unless a fit says otherwise: as their authors did, where these agree. */
export function usualObjective([first, ...others]: readonly LawPlan[]): Objective {
    const key = JSON.stringify(first.objective);
    return first.objective !== undefined && others.every(({ objective }) => JSON.stringify(objective) === key)
        ? first.objective
        : OF_RUNS;
}

/** Each observed value with a standard error of its own: residuals are counted in these, where no usual δ means anything. */
const OF_ERRORS: Objective = { kind: 'squares', ofLog: false };

/** The one asked for; else squares where standard errors are given, `usual` for a positive target, and squares of the value for others. */
export function chooseObjective(
    plan: EstimationPlan,
    table: RunsTable,
    target: string,
    usual: Objective,
): { readonly objective: Objective; readonly problems: readonly Diagnostic[] } {
    if (plan.objective !== undefined) return { objective: plan.objective, problems: [] };
    if (plan.errors !== undefined) return { objective: OF_ERRORS, problems: [] };
    const column = table.columns.get(target);
    const isPositive =
        isNumberColumn(column) && column.values.every((each, row) => table.filtered[row] !== KEPT || !(each <= 0));
    if (isPositive || !usual.ofLog || column === undefined) {
        return { objective: usual, problems: [] };
    }
    const message =
        `\`${target}\` has values that are not positive, so squares of the value are minimised, not of its log. ` +
        'Say `objective squares` to confirm it, or keep positive rows with `where`.';
    return {
        objective: { kind: 'squares', ofLog: false },
        problems: [{ code: 'objective-chosen', severity: 'information', message, range: plan.range }],
    };
}
