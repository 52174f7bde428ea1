/** From a fit statement and its table to what an estimator is asked, one problem per group. */
import type { Constants } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import type { EarlierConstants } from '../../fit/earlierConstants.js';
import type { FitProblem, Objective, ParameterSpec } from '../../fit/problem.js';
import type { ReducedFitProblem } from '../../fit/methods/reducedFit.js';
import { countFree } from '../../fit/pinning.js';
import { fingerprint, fingerprintExpr } from '../fingerprint.js';
import type { FitPlan } from '../lower/plan.js';
import type { Mention } from '../lower/runsPlan.js';
import { Memo } from '../memo.js';
import type { Diagnostic } from '../report.js';
import { KEPT } from '../tables/filter.js';
import { groupOf, groupRows } from '../tables/groups.js';
import { FITTED, classifyRows, rowsIn, type FitRows } from '../tables/rows.js';
import type { RunsTable, TableData } from '../tables/tables.js';
import { chooseObjective, chooseTarget, OF_MINIMA, usualObjective, wrongNames } from './estimation.js';
import {
    abbreviateConstants,
    expandConstants,
    expandParameters,
    indicate,
    indicatorsOf,
    type GroupedConstant,
} from './groupedConstants.js';
import { earlierConstants, ownFormula, readFormula } from './ownFormula.js';
import { parameterSpecs } from './parameterSpecs.js';
import { reductionColumns, reductionProblem, wrongMethod } from './reductionSetup.js';
import { rowClusters, rowDemands, rowValues, valuesAt } from './rowValues.js';
import {
    columnOf,
    scheduleContent,
    scheduleDemands,
    scheduleMentions,
    seriesMissing,
    withSchedules,
} from './scheduleInputs.js';
import { unfinishedSchedules } from './unfinishedSchedules.js';
import { linesText } from '../../quantity/fileLines.js';

export interface FitSetup {
    readonly plan: FitPlan;
    readonly table: RunsTable;
    readonly target: string;
    readonly group: string | null;
    readonly rows: FitRows;
    /** As people read it. */
    readonly formula: Expr;
    readonly constants: readonly GroupedConstant[];
    /** Values of the laws that the law needs. */
    readonly borrowed: Constants;
    readonly question: FitQuestion;
}

export type FitQuestion =
    | { readonly kind: 'rows'; readonly problem: FitProblem }
    /** Something is made of the rows before the law is fitted to it. */
    | { readonly kind: 'reduced'; readonly problem: ReducedFitProblem };

/** More cannot be searched with any hope to find the best. */
const MOST_FREE_PARAMETERS = 12;

/** No setups where a problem is an error. `constants` are those of the laws that the law uses. */
export function setUpFit(
    plan: FitPlan,
    runsTable: RunsTable,
    constants: Constants,
): { readonly setups: readonly FitSetup[]; readonly problems: readonly Diagnostic[] } {
    const target =
        plan.method === undefined
            ? chooseTarget(plan, [plan.law], runsTable)
            : (plan.target?.name ?? plan.method.loss.name);
    if (typeof target !== 'string') return { setups: [], problems: [target] };
    const wrong = [
        ...wrongMethod(plan, target, runsTable),
        ...wrongNames(plan, inputsOf(plan, target), labelsOf(plan), runsTable),
        ...seriesMissing([plan.law], runsTable, plan.runsRange),
    ];
    if (wrong.length > 0) return { setups: [], problems: wrong };
    const table = withSchedules([plan.law], runsTable);
    const usual = plan.method === undefined ? usualObjective([plan.law]) : OF_MINIMA;
    const { objective, problems } = chooseObjective(plan, table, target, usual);
    const prepared = prepare(plan, table, {
        target,
        law: ownFormula(plan.law, constants),
        earlier: plan.bootstrap === null ? undefined : earlierConstants(plan.law, constants),
        parameters: parameterSpecs(plan.law, constants),
        objective,
    });
    const tooMany = prepared.flatMap(({ question }) => tooManyParameters(plan, question));
    if (tooMany.length > 0) return { setups: [], problems: tooMany.slice(0, 1) };
    const setups = prepared.map((each) => ({ plan, table, target, borrowed: constants, ...each }));
    return {
        setups,
        problems: [
            ...problems,
            ...unsaidTarget(plan),
            ...ungroupedRows(plan, table),
            ...unfinishedSchedules(plan, [plan.law], table),
        ],
    };
}

/** A minimum has a size and a loss: a law of compute may be meant to give either. */
function unsaidTarget({ method, target, law, range }: FitPlan): Diagnostic[] {
    if (method === undefined || target !== undefined) return [];
    const message =
        `\`${law.name}\` is fitted to the \`${method.loss.name}\` of the minima: ` +
        `add \`predicting ${method.size.name}\` for their sizes, or \`predicting ${method.loss.name}\` if that is meant.`;
    return [{ code: 'unsaid-target', severity: 'information', message, range }];
}

/** Columns of numbers that the fit needs. */
function inputsOf({ law, method, rolling, runsRange, ...plan }: FitPlan, target: string): Mention[] {
    const along = rolling === undefined ? [] : [rolling];
    if (method !== undefined) return along;
    const numbers = law.arguments.filter(({ isSchedule }) => !isSchedule);
    const args = numbers.map(({ name }) => ({ name, range: runsRange }));
    return [...args, plan.target ?? { name: target, range: runsRange }, ...along];
}

/** Columns of texts or numbers. */
function labelsOf({ law, group, constants, runsRange }: FitPlan): (Mention | undefined)[] {
    return [group, ...constants.map(({ column }) => column), ...scheduleMentions([law], runsRange)];
}

type Prepared = Omit<FitSetup, 'plan' | 'table' | 'target' | 'borrowed'>;

interface Chosen {
    readonly target: string;
    readonly law: Expr;
    readonly earlier: EarlierConstants | undefined;
    readonly parameters: readonly ParameterSpec[];
    readonly objective: Objective;
}

const remembered = new WeakMap<TableData, Memo<readonly Prepared[]>>();

/** Fits of one table whose rows are kept sorted out. */
const MOST_REMEMBERED = 8;

/** One for each group. A large table is gone through once, wherever its statement moves in the spec. */
function prepare(plan: FitPlan, table: RunsTable, chosen: Chosen): readonly Prepared[] {
    const known = remembered.get(table.data) ?? new Memo<readonly Prepared[]>(MOST_REMEMBERED);
    remembered.set(table.data, known);
    return known.getNow(contentOf(plan, chosen, table), () =>
        [...groupsOf(plan, table)].map(([group, members]) => ({
            group,
            ...prepareGroup(plan, table, chosen, members),
        })),
    );
}

/** All that the problem depends on, besides the table. */
function contentOf(plan: FitPlan, { target, law, earlier, parameters, objective }: Chosen, table: RunsTable): string {
    const { method } = plan;
    return fingerprint([
        [law, readFormula(plan.law)].map(fingerprintExpr),
        earlier?.draws,
        target,
        objective,
        plan.law.arguments.map(({ name }) => name),
        parameters,
        scheduleContent(plan.law, table),
        [plan.solver, plan.bootstrap, plan.intervals, plan.clusters?.name],
        [plan.weights, plan.errors].map((formula) => formula && fingerprintExpr(formula.value)),
        [plan.group?.name, plan.holdout?.condition, plan.constants.map((each) => [each.parameter, each.column.name])],
        method && [method.kind, method.minimum, method.compute.name, method.size.name, method.loss.name],
    ]);
}

function prepareGroup(plan: FitPlan, table: RunsTable, chosen: Chosen, members: Uint32Array): Omit<Prepared, 'group'> {
    const { law, earlier, parameters, target, objective } = chosen;
    const { method } = plan;
    const argumentNames = plan.law.arguments.map(({ name }) => name);
    const inputColumns = plan.law.arguments.map(columnOf);
    const numbers = plan.law.arguments.filter(({ isSchedule }) => !isSchedule).map(columnOf);
    const inputs = method === undefined ? [...numbers, target] : reductionColumns(plan, method, target);
    const demands = rowDemands(plan, table);
    const labels = plan.constants.map(({ column }) => column.name);
    const rowQuestion = {
        holdout: plan.holdout,
        target,
        needed: inputs,
        positive: method === undefined && objective.ofLog,
        labels,
        schedules: scheduleDemands([plan.law], table),
        demands,
    };
    const rows = classifyRows(rowQuestion, table, members);
    const fitted = rowsIn(rows, FITTED);
    const constants = plan.constants.map(({ parameter, column }): GroupedConstant => {
        const groups = [...groupRows(table.columns.get(column.name)!, fitted).keys()];
        return { parameter, column: column.name, groups };
    });
    const formula = abbreviateConstants(readFormula(plan.law), constants);
    if (method !== undefined) {
        const problem = reductionProblem({ plan, method, table, fitted, target, law, objective, parameters });
        return { rows, formula, constants, question: { kind: 'reduced', problem } };
    }
    const indicators = indicatorsOf(constants);
    const problem: FitProblem = {
        law: expandConstants(law, constants),
        ...(earlier && { earlier: { ...earlier, law: expandConstants(earlier.law, constants) } }),
        argumentNames: [...argumentNames, ...indicators.map(({ name }) => name)],
        parameters: expandParameters(parameters, constants),
        columns: [
            ...inputColumns.map((name) => valuesAt(table, name, fitted)),
            ...indicators.map((each) => indicate(each, constants, table.columns, fitted)),
        ],
        target: valuesAt(table, target, fitted),
        objective,
        ...rowValues(plan, table, fitted),
        ...rowClusters(plan, table, fitted),
        solver: plan.solver,
        bootstrap: plan.bootstrap,
        ...(plan.intervals === 'bootstrap' ? {} : { intervals: plan.intervals }),
    };
    return { rows, formula, constants, question: { kind: 'rows', problem } };
}

function tooManyParameters({ law, constants: [first] }: FitPlan, { problem }: FitQuestion): Diagnostic[] {
    const free = countFree(problem.parameters);
    if (first === undefined || free <= MOST_FREE_PARAMETERS) return [];
    const message =
        `\`${law.name}\` would have ${free} free parameters with a value of \`${first.parameter}\` for each \`${first.column.name}\`: ` +
        `at most ${MOST_FREE_PARAMETERS} can be searched. Keep fewer groups with \`where\`, pin parameters, or fit the law \`by ${first.column.name}\`.`;
    return [{ code: 'too-many-parameters', severity: 'error', message, range: first.range }];
}

/** The rows of each group, in the order of their first row; all rows under null without `by`. */
function groupsOf({ group }: FitPlan, table: RunsTable): Map<string | null, Uint32Array> {
    const all = Uint32Array.from({ length: table.rowCount }, (_, row) => row);
    const column = group && table.columns.get(group.name);
    if (column === undefined) return new Map([[null, all]]);
    const groups = groupRows(column, all);
    const kept = [...groups].filter(([, members]) => members.some((row) => table.filtered[row] === KEPT));
    return kept.length > 0 ? new Map(kept) : groups;
}

function ungroupedRows({ group, range }: FitPlan, table: RunsTable): Diagnostic[] {
    const column = group && table.columns.get(group.name);
    if (group === undefined || column === undefined) return [];
    const lines = [...table.lines].filter((_, row) => groupOf(column, row) === undefined);
    if (lines.length === 0) return [];
    const shown = lines.slice(0, 5);
    const message =
        `${lines.length} of ${table.rowCount} rows belong to no group, because \`${group.name}\` is missing: ` +
        `${linesText(table.sources, shown, true)}${lines.length > shown.length ? ', …' : ''}.`;
    return [{ code: 'rows-not-fitted', severity: 'information', message, range }];
}
