/** What `using isoflop` and `using envelope` need of the runs, and the problem that is made of them. */
import type { Expr } from '../../expression/expr.js';
import type { Objective, ParameterSpec } from '../../fit/problem.js';
import type { ReducedFitProblem } from '../../fit/methods/reducedFit.js';
import type { ReducedColumn } from '../../fit/methods/reduction.js';
import { list } from '../../language/wording.js';
import type { FitPlan, MethodPlan } from '../lower/plan.js';
import type { Diagnostic } from '../report.js';
import { isNumberColumn } from '../tables/columnFormulas.js';
import { ownerOf, textColumn, unknownColumn } from '../tables/derive.js';
import type { RunsTable } from '../tables/tables.js';
import { rowClusters, valuesAt } from './rowValues.js';

/** The column of tokens, by its usual name: it is used where it is there. */
const TOKENS = 'D';

/** What is missing of the runs, or asked of the law that a method does not give. */
export function wrongMethod(plan: FitPlan, target: string, table: RunsTable): Diagnostic[] {
    const { method } = plan;
    if (method === undefined) return [];
    const missing = wrongColumns(method, plan, table);
    return missing.length > 0 ? missing : notGiven(plan, method, target, table);
}

function wrongColumns(method: MethodPlan, { runs }: FitPlan, { columns }: RunsTable): Diagnostic[] {
    const { compute, size, loss, range, kind } = method;
    const owner = ownerOf(runs);
    const usual = [compute, size, loss].filter((mention) => mention.range === range);
    const absent = usual.filter(({ name }) => !columns.has(name)).map(({ name }) => name);
    if (absent.length > 0) {
        const message =
            `\`using ${kind}\` needs the compute, the size and the loss of each run, in columns \`C\`, \`N\` and \`loss\`: ` +
            `${owner} has no ${list(absent)}. Name them, \`using ${kind}(COMPUTE, SIZE, LOSS)\`, or define them in the runs.`;
        return [{ code: 'unknown-column', severity: 'error', message, range }];
    }
    return [compute, size, loss].flatMap((mention) => {
        const column = columns.get(mention.name);
        if (column === undefined) return [unknownColumn(mention, columns, owner)];
        return column.kind === 'text' ? [textColumn(mention)] : [];
    });
}

/** A law of the minima is one of what a method gives: compute, size, tokens and loss. */
function notGiven(
    { law, range, ...plan }: FitPlan,
    method: MethodPlan,
    target: string,
    table: RunsTable,
): Diagnostic[] {
    const given = givenBy(method, table);
    const asked = [
        ...law.arguments.map(({ name }) => ({ name, range, role: `is an argument of \`${law.name}\`` })),
        { name: target, range: plan.target?.range ?? range, role: 'is to be predicted' },
    ];
    return asked
        .filter(({ name }) => !given.has(name))
        .slice(0, 1)
        .map(({ name, range: place, role }) => ({
            code: 'unknown-column',
            severity: 'error',
            message: `\`${name}\` ${role}, but \`using ${method.kind}\` gives ${list([...given.keys()])} for each budget alone.`,
            range: place,
        }));
}

/** By the names of columns. */
export function givenBy(method: MethodPlan, { columns }: RunsTable): Map<string, ReducedColumn> {
    return new Map<string, ReducedColumn>([
        ...(isNumberColumn(columns.get(TOKENS)) ? ([[TOKENS, 'tokens']] as const) : []),
        [method.compute.name, 'compute'],
        [method.size.name, 'size'],
        [method.loss.name, 'loss'],
    ]);
}

/** The columns without which a run cannot be used. */
export function reductionColumns({ law }: FitPlan, method: MethodPlan, target: string): string[] {
    const needsTokens = target === TOKENS || law.arguments.some(({ name }) => name === TOKENS);
    const columns = [method.compute.name, method.size.name, method.loss.name, ...(needsTokens ? [TOKENS] : [])];
    return [...new Set(columns)];
}

export interface ReductionSetup {
    readonly plan: FitPlan;
    readonly method: MethodPlan;
    readonly table: RunsTable;
    /** Rows of the table that can be used. */
    readonly fitted: Uint32Array;
    readonly target: string;
    readonly law: Expr;
    readonly objective: Objective;
    readonly parameters: readonly ParameterSpec[];
}

export function reductionProblem({ plan, method, table, fitted, ...asked }: ReductionSetup): ReducedFitProblem {
    const given = givenBy(method, table);
    const argumentNames = plan.law.arguments.map(({ name }) => name);
    const tokens = valuesAt(table, TOKENS, fitted);
    const { clusters } = rowClusters(plan, table, fitted);
    return {
        law: asked.law,
        argumentNames,
        parameters: asked.parameters,
        objective: asked.objective,
        bootstrap: plan.bootstrap,
        method: method.kind === 'envelope' ? { kind: 'envelope' } : { kind: 'isoflop', interpolation: method.minimum },
        runs: {
            compute: valuesAt(table, method.compute.name, fitted),
            size: valuesAt(table, method.size.name, fitted),
            loss: valuesAt(table, method.loss.name, fitted),
            ...(tokens.every((value) => value > 0) && fitted.length > 0 ? { tokens } : {}),
            ...(clusters === undefined ? {} : { run: clusters }),
        },
        argumentColumns: argumentNames.map((name) => given.get(name)!),
        target: given.get(asked.target)!,
    };
}
