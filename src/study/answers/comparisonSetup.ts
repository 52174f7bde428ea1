/** From a comparison and its table to what is asked: the same rows for all laws. */
import type { Constants } from '../../allocate/problem.js';
import type { ComparisonProblem } from '../../fit/comparison/problem.js';
import type { FitProblem, Objective } from '../../fit/problem.js';
import { unitNamed } from '../../quantity/units.js';
import type { ComparisonPlan, LawPlan } from '../lower/plan.js';
import type { Mention } from '../lower/runsPlan.js';
import type { Diagnostic } from '../report.js';
import { computeOf, rolesOf } from '../roles.js';
import type { StudyRun } from '../run.js';
import { isNumberColumn } from '../tables/columnFormulas.js';
import { FITTED, HELD_OUT, classifyRows, rowsIn, type FitRows } from '../tables/rows.js';
import type { RunsTable } from '../tables/tables.js';
import { isObstacle } from './constants.js';
import { chooseObjective, chooseTarget, usualObjective, wrongNames } from './estimation.js';
import { ownFormula } from './ownFormula.js';
import { lawsNeededToFit, parameterSpecs } from './parameterSpecs.js';
import { rowClusters, rowDemands, rowValues, valuesAt } from './rowValues.js';
import { columnOf, scheduleDemands, scheduleMentions, seriesMissing, withSchedules } from './scheduleInputs.js';
import { unfinishedSchedules } from './unfinishedSchedules.js';

export interface ComparisonSetup {
    readonly table: RunsTable;
    readonly target: string;
    readonly rows: FitRows;
    /** By name. */
    readonly laws: ReadonlyMap<string, LawPlan>;
    /** Values of the laws that each law needs, by its name. */
    readonly borrowed: ReadonlyMap<string, Constants>;
    readonly question: ComparisonProblem;
}

/** Parts of the rows that are left out in turn, where none are held out. */
const FOLDS = 10;

/** Null where the statement cannot be carried out; the problems say why. */
export async function setUpComparison(plan: ComparisonPlan, run: StudyRun): Promise<ComparisonSetup | null> {
    const runsTable = await run.tableOf(plan.runs);
    if (runsTable === undefined) return null;
    const laws = plan.laws.map(({ law }) => law);
    const target = chooseTarget(plan, laws, runsTable);
    const wrong = typeof target === 'string' ? wrongColumns(plan, laws, target, runsTable) : [target];
    if (wrong.length > 0 || typeof target !== 'string') return refuse(plan, wrong, run);
    const table = withSchedules(laws, runsTable);
    const { objective, problems } = chooseObjective(plan, table, target, usualObjective(laws));
    run.report(plan, [...problems, ...unfinishedSchedules(plan, laws, table)]);
    const numbers = laws.flatMap((law) => law.arguments.filter(({ isSchedule }) => !isSchedule).map(columnOf));
    const needed = [...new Set([...numbers, target])];
    const schedules = scheduleDemands(laws, table);
    const demands = rowDemands(plan, table);
    const rowQuestion = {
        holdout: plan.holdout,
        target,
        needed,
        labels: [],
        schedules,
        positive: objective.ofLog,
        demands,
    };
    const all = Uint32Array.from({ length: table.rowCount }, (_, row) => row);
    const rows = classifyRows(rowQuestion, table, all);
    const [fitted, heldOut] = [rowsIn(rows, FITTED), rowsIn(rows, HELD_OUT)];
    const candidates = [];
    const borrowed = new Map<string, Constants>();
    for (const { law, range } of plan.laws) {
        const constants = await run.constantsOf(lawsNeededToFit(law));
        if (isObstacle(constants)) {
            return refuse(plan, [{ code: 'no-values', severity: 'error', message: constants.message, range }], run);
        }
        borrowed.set(law.name, constants);
        candidates.push({ name: law.name, problem: problemOf(plan, law, constants, table, fitted, target, objective) });
    }
    const question: ComparisonProblem = {
        candidates,
        compute: computeAt(table, fitted),
        heldOut:
            heldOut.length === 0
                ? null
                : {
                      target: valuesAt(table, target, heldOut),
                      columns: laws.map((law) => law.arguments.map((each) => valuesAt(table, columnOf(each), heldOut))),
                      compute: computeAt(table, heldOut),
                      ...rowClusters(plan, table, heldOut),
                  },
        folds: FOLDS,
        seed: plan.bootstrap?.seed ?? 1,
    };
    return { table, target, rows, laws: new Map(laws.map((law) => [law.name, law])), borrowed, question };
}

function refuse(plan: ComparisonPlan, problems: readonly Diagnostic[], run: StudyRun): null {
    run.report(plan, problems);
    return null;
}

function wrongColumns(plan: ComparisonPlan, laws: readonly LawPlan[], target: string, table: RunsTable): Diagnostic[] {
    return [
        ...wrongNames(plan, inputsOf(plan, target), scheduleMentions(laws, plan.runsRange), table),
        ...seriesMissing(laws, table, plan.runsRange),
    ];
}

function inputsOf({ laws, target: written, runsRange }: ComparisonPlan, target: string): Mention[] {
    const numbers = laws.flatMap(({ law }) => law.arguments).filter(({ isSchedule }) => !isSchedule);
    const names = new Set(numbers.map(({ name }) => name));
    return [...[...names].map((name) => ({ name, range: runsRange })), written ?? { name: target, range: runsRange }];
}

function problemOf(
    plan: ComparisonPlan,
    law: LawPlan,
    constants: Constants,
    table: RunsTable,
    rows: Uint32Array,
    target: string,
    objective: Objective,
): FitProblem {
    const argumentNames = law.arguments.map(({ name }) => name);
    return {
        law: ownFormula(law, constants),
        argumentNames,
        parameters: parameterSpecs(law, constants),
        columns: law.arguments.map((argument) => valuesAt(table, columnOf(argument), rows)),
        target: valuesAt(table, target, rows),
        objective,
        ...rowValues(plan, table, rows),
        ...rowClusters(plan, table, rows),
        solver: 'default',
        bootstrap: plan.bootstrap,
    };
}

/** The runs' compute, as a column or as 6·N·D; null where it is not known of all rows. */
function computeAt(table: RunsTable, rows: Uint32Array): Float64Array | null {
    const quantities = table.named.flatMap((name) => {
        const column = table.columns.get(name);
        const dimension =
            isNumberColumn(column) && column.unit !== undefined ? unitNamed(column.unit)?.dimension : undefined;
        return isNumberColumn(column) ? [{ name, dimension }] : [];
    });
    const { size, tokens, compute } = rolesOf(quantities);
    const valuesOf = (index: number): Float64Array => valuesAt(table, quantities[index].name, rows);
    const found =
        compute !== undefined
            ? valuesOf(compute)
            : size !== undefined && tokens !== undefined
              ? valuesOf(size).map((N, row) => computeOf(N, valuesOf(tokens)[row]))
              : null;
    return found !== null && found.every((each) => each > 0 && each < Infinity) ? found : null;
}
