/** Attempts at problems, read from rows: one for each problem and each configuration. */
import type { Arm, Attempts } from '../../allocate/mixture/attempts.js';
import { linesText } from '../../quantity/fileLines.js';
import type { MixturePlan, RowQuantity } from '../lower/mixturePlan.js';
import type { Mention } from '../lower/runsPlan.js';
import { evaluateColumns } from '../tables/columnFormulas.js';
import { wrongColumn } from '../tables/derive.js';
import { KEPT } from '../tables/filter.js';
import { groupByAll, groupOf } from '../tables/groups.js';
import type { RunsTable } from '../tables/tables.js';
import { isObstacle, type Obstacle } from './constants.js';
import { strataOf } from './strata.js';

/** Samples of one row; tables of their chances are as long. */
const MOST_DRAWN = 1e6;
const MOST_LINES = 5;

/** Rows that say what is wrong with the first few of some that are. */
export interface AttemptRows {
    readonly table: RunsTable;
    readonly plan: MixturePlan;
    /** Those that are kept. */
    readonly rows: readonly number[];
    /** Of each row of the table. */
    readonly right: Float64Array;
    readonly drawn: Float64Array;
    readonly price: Float64Array;
}

export function readAttempts(plan: MixturePlan, table: RunsTable): Attempts | Obstacle {
    const { problem, by, right, drawn, cost } = plan;
    const owner = `\`${table.plan.name}\``;
    const mentions = [...by, problem, ...[right, drawn, cost].flatMap((each) => each.mentions)];
    const known = { kinds: table.columns, ofMembers: undefined, owner };
    const [wrong] = mentions.flatMap((mention) => wrongColumn(mention, known));
    if (wrong !== undefined) return { message: wrong.message, range: wrong.range };
    if (cost.value.kind === 'number' && Number.isNaN(cost.value.value)) {
        const message = `\`${cost.text}\` is not proportional to \`${plan.count}\`: a sample costs the same as the one before, \`${plan.count} * price\`.`;
        return { message, range: cost.range };
    }
    const rows = Array.from(table.filtered.keys()).filter((row) => table.filtered[row] === KEPT);
    const values = evaluateColumns([right.value, drawn.value, cost.value], table.columns, table.rowCount);
    const given: AttemptRows = { table, plan, rows, right: values[0], drawn: values[1], price: values[2] };
    if (rows.length === 0) return { message: `${owner} has no row of samples.`, range: plan.range };
    return mistakeOf(given) ?? attemptsIn(given);
}

/** The first kind of mistake that any row has, with where it is. */
function mistakeOf({ table, plan, rows, right, drawn, price }: AttemptRows): Obstacle | undefined {
    const labels = [...plan.by, plan.problem];
    const demands: readonly [RowDemand, Pick<RowQuantity, 'range'>][] = [
        ...labels.map((label): [RowDemand, Mention] => [missingLabel(label, table), label]),
        [[(row) => Number.isNaN(right[row]), `\`${plan.right.text}\` is missing`], plan.right],
        [[(row) => Number.isNaN(drawn[row]), `\`${plan.drawn.text}\` is missing`], plan.drawn],
        [[(row) => Number.isNaN(price[row]), `the cost \`${plan.cost.text}\` is missing`], plan.cost],
        [
            [(row) => !isCount(drawn[row]) || drawn[row] === 0, `\`${plan.drawn.text}\` is no whole number above 0`],
            plan.drawn,
        ],
        [[(row) => !isCount(right[row]), `\`${plan.right.text}\` is no whole number from 0`], plan.right],
        [
            [
                (row) => right[row] > drawn[row],
                `\`${plan.right.text}\` exceeds \`${plan.drawn.text}\`: more samples are right than were drawn`,
            ],
            plan.right,
        ],
        [
            [
                (row) => drawn[row] > MOST_DRAWN,
                `\`${plan.drawn.text}\` exceeds a million samples, more than can be reckoned with`,
            ],
            plan.drawn,
        ],
        [
            [
                (row) => !(price[row] > 0 && price[row] < Infinity),
                `a sample costs nothing or less (\`${plan.cost.text}\`): a price is a positive number`,
            ],
            plan.cost,
        ],
    ];
    for (const [[isWrong, what], { range }] of demands) {
        const found = rows.filter(isWrong);
        if (found.length > 0) return { message: `${rowsWords(found, table)} ${what}. ${REMEDY}`, range };
    }
    return undefined;
}

type RowDemand = readonly [isWrong: (row: number) => boolean, what: string];

const REMEDY = 'Mend the rows, or leave them out with `where`.';

function missingLabel({ name }: Mention, { columns }: RunsTable): RowDemand {
    const column = columns.get(name)!;
    return [(row) => groupOf(column, row) === undefined, `\`${name}\` is missing`];
}

function isCount(value: number): boolean {
    return Number.isInteger(value) && value >= 0;
}

/** `In one row of samples (line 4)`, `In 12 rows of samples (lines 4, 5, …)`. */
export function rowsWords(rows: readonly number[], table: RunsTable): string {
    const shown = rows.slice(0, MOST_LINES).map((row) => table.lines[row]);
    const where = linesText(table.sources, shown) + (rows.length > MOST_LINES ? ', …' : '');
    return `In ${rows.length === 1 ? 'one row' : `${rows.length} rows`} of \`${table.plan.name}\` (${where})`;
}

function attemptsIn(given: AttemptRows): Attempts | Obstacle {
    const { table, plan, rows, right, drawn, price } = given;
    const codes = (mentions: readonly Mention[]): Int32Array =>
        groupByAll(
            mentions.map(({ name }) => table.columns.get(name)!),
            table.rowCount,
        ).groupOfRow;
    const problemOfRow = numbered(codes([plan.problem]), rows);
    const strata = strataOf(given, problemOfRow);
    if (isObstacle(strata)) return strata;
    const isStratum = (mention: Mention): boolean => strata.columns.includes(mention.name);
    const configurationOfRow = numbered(codes(plan.by.filter((each) => !isStratum(each))), rows);
    const armOfRow = numbered(codes(plan.by), rows);
    const problem = oneRowEach({ ...given, problemOfRow, configurationOfRow });
    if (problem !== undefined) return problem;
    const members: number[][] = [];
    for (const row of rows) (members[armOfRow[row]] ??= []).push(row);
    const arms = members.map((own): Arm => {
        const sorted = own.sort((a, b) => problemOfRow[a] - problemOfRow[b]);
        const fewest = sorted.reduce((least, row) => Math.min(least, drawn[row]), Infinity);
        return {
            labels: plan.by.map(({ name }) => groupOf(table.columns.get(name)!, own[0])!),
            configuration: configurationOfRow[own[0]],
            problems: Int32Array.from(sorted, (row) => problemOfRow[row]),
            drawn: Float64Array.from(sorted, (row) => drawn[row]),
            right: Float64Array.from(sorted, (row) => right[row]),
            price: Float64Array.from(sorted, (row) => price[row]),
            limit: Math.min(fewest, Math.floor(plan.most)),
        };
    });
    return { problems: countOf(problemOfRow, rows), arms };
}

/** The codes of some rows as 0, 1, 2, … in the order of the rows. */
function numbered(codes: Int32Array, rows: readonly number[]): Int32Array {
    const order = new Map<number, number>();
    const numbers = new Int32Array(codes.length).fill(-1);
    for (const row of rows) {
        const number = order.get(codes[row]) ?? order.size;
        order.set(codes[row], number);
        numbers[row] = number;
    }
    return numbers;
}

function countOf(numbers: Int32Array, rows: readonly number[]): number {
    return rows.reduce((most, row) => Math.max(most, numbers[row] + 1), 0);
}

interface Numbered extends AttemptRows {
    readonly problemOfRow: Int32Array;
    readonly configurationOfRow: Int32Array;
}

/** Every configuration is tried on every problem, in one row. */
function oneRowEach(given: Numbered): Obstacle | undefined {
    const { table, plan, rows, problemOfRow, configurationOfRow } = given;
    const problems = countOf(problemOfRow, rows);
    const configurations = countOf(configurationOfRow, rows);
    // Columns that tell every row apart make more cells than an array can have.
    const first = new Map<number, number>();
    const doubled = new Set<number>();
    for (const row of rows) {
        const cell = problemOfRow[row] * configurations + configurationOfRow[row];
        const other = first.get(cell);
        if (other === undefined) first.set(cell, row);
        else doubled.add(other).add(row);
    }
    if (doubled.size > 0) {
        const message = `${rowsWords(
            [...doubled].sort((a, b) => a - b),
            table,
        )} the same configuration is tried on the same problem: name after \`by\` what tells them apart, or make one row of them.`;
        return { message, range: plan.range };
    }
    const missing = problems * configurations - first.size;
    if (missing === 0) return undefined;
    let cell = 0;
    while (first.has(cell)) cell++;
    const nameOf = (numbers: Int32Array, number: number, mentions: readonly Mention[]): string => {
        const row = rows.find((each) => numbers[each] === number)!;
        return mentions.map(({ name }) => `${name} ${groupOf(table.columns.get(name)!, row)}`).join(', ');
    };
    const without = nameOf(problemOfRow, Math.floor(cell / configurations), [plan.problem]);
    const what = nameOf(configurationOfRow, cell % configurations, plan.by);
    const others = missing === 1 ? '' : `, and ${missing - 1} more are missing`;
    const message = `\`${table.plan.name}\` has no row for ${without} with ${what}${others}: a mixture is judged on problems that every configuration was tried on. ${REMEDY}`;
    return { message, range: plan.range };
}
