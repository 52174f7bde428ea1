/** A budget's answer, or the table of its sweep, as text for people. */
import { formatQuantity, hasWidth } from '../quantity/print.js';
import {
    bareEstimateIn,
    estimateIn,
    quantityIn,
    factorOf,
    headingIn,
    intervalIn,
    type ShownUnit,
    type ShownUnits,
} from '../quantity/shownUnit.js';
import { certaintyText, chosenOption, rankedTable } from '../study/choiceWords.js';
import type { MixtureReport } from '../study/mixtureReport.js';
import { comparedTable, heldOutWords, intervalWords } from '../study/mixtureWords.js';
import type { BudgetAnswer, BudgetReport, Extrapolation } from '../study/report.js';
import { rivalCell, rivalName } from '../study/decisionWords.js';
import { outsideWords } from '../study/planWords.js';
import { growths, sweepFree, sweepLimits, sweepOutside } from '../study/sweepWords.js';
import { alignColumns } from './columns.js';
import { decisionText } from './decisionText.js';

const INDENT = '  ';

export function budgetText(budget: BudgetReport): string {
    const caution = budget.caution === null ? '' : `${INDENT}${budget.caution}\n`;
    const heading = `budget ${budget.name}: ${budget.goal}\n${INDENT}${budget.message}\n${caution}`;
    if (budget.sweep !== null) return heading + sweepText(budget.sweep, budget);
    return budget.status === 'optimal' ? heading + answerText(budget) : heading;
}

function answerText(budget: BudgetReport): string {
    const { units } = budget;
    const objective = { name: budget.goal.replace(/^\w+ /, ''), estimate: null, interval: null, ...budget.objective };
    // A goal that is a variable is told once.
    const others = budget.variables.filter(({ name }) => name !== objective.name);
    const chosen = (budget.choice?.chosen ?? [])
        .filter(({ name }) => name !== objective.name)
        .map((each) => [each.name, each.label, rangeText(each, units[each.name])]);
    const rows = [objective, ...others].map(({ name, ...value }) => [name, ...namedCells(value, units[name])]);
    const beyond = extrapolationText(budget.extrapolation);
    return (
        alignColumns([['', 'estimate', '95 % interval'], rows[0], ...chosen, ...rows.slice(1)], INDENT) +
        (budget.choice === null ? '' : `\n${alignColumns(rankedTable(budget.choice, 'goal', budget), INDENT)}`) +
        (budget.mixture === null ? '' : mixtureText(budget.mixture)) +
        (beyond === '' ? '' : `${INDENT}${beyond}\n`) +
        decisionText(budget)
    );
}

function mixtureText(mixture: MixtureReport): string {
    const words = [heldOutWords(mixture), intervalWords(mixture)].filter((text) => text !== undefined);
    return `\n${alignColumns(comparedTable(mixture), INDENT)}${words.map((text) => `${INDENT}${text}\n`).join('')}`;
}

/** Of what is chosen: the interval of a number, and how sure the choice is. */
function rangeText(chosen: NonNullable<BudgetAnswer['choice']>['chosen'][number], unit: ShownUnit | undefined): string {
    const interval = chosen.number?.interval;
    return [interval ? intervalIn(unit, interval) : undefined, certaintyText(chosen)]
        .filter((part) => part !== undefined)
        .join(', ');
}

function sweepText(
    sweep: NonNullable<BudgetReport['sweep']>,
    { goal, units }: Pick<BudgetReport, 'goal' | 'units'>,
): string {
    const { name, points } = sweep;
    const objective = goal.replace(/^\w+ /, '');
    const decided = points.find(({ variables }) => variables.length > 0)?.variables.map((each) => each.name) ?? [];
    // A goal that is a variable is told once.
    const variables = decided.filter((each) => each !== objective);
    const chosen = points.find(({ choice }) => choice !== null)?.choice?.chosen.map((each) => each.name) ?? [];
    const rivals = points.find(({ rivals }) => rivals.length > 0)?.rivals.map(rivalName) ?? [];
    const heading = (each: string): string => headingIn(units[each], each);
    const columns = variables.flatMap((variable) => [heading(variable), '']);
    const compared = rivals.map((rival) => `against ${rival}`);
    const header = [heading(name), heading(objective), '', ...chosen, ...columns, ...compared, ''];
    const unit = units[name];
    const rows = points.map((point) => [
        formatQuantity(point.value / factorOf(unit)),
        ...pointCells(point, chosen, [objective, ...variables], units),
    ]);
    const words = [
        ...sweepLimits(sweep, unit),
        ...sweepFree(sweep, unit),
        ...growths(sweep),
        ...sweepOutside(sweep, unit),
        ...rivalsWithoutAnswer(sweep),
    ];
    return alignColumns([header, ...rows], INDENT) + words.map((text) => `${INDENT}${text}\n`).join('');
}

/** Why a rival has no answer, once for all points where that is so. */
function rivalsWithoutAnswer({ points }: NonNullable<BudgetReport['sweep']>): string[] {
    const silent = points.flatMap(({ rivals }) => rivals.filter(({ message }) => message !== ''));
    return [...new Set(silent.map((rival) => `against ${rivalName(rival)}: ${rival.message}`))];
}

function pointCells(
    point: BudgetAnswer,
    chosen: readonly string[],
    [goal, ...names]: readonly string[],
    units: ShownUnits,
): string[] {
    const options = chosen.map((name) => point.choice?.chosen.find((each) => each.name === name));
    const decided = names.map((name) => point.variables.find((each) => each.name === name));
    return [
        ...estimateCells(point.objective, units[goal]),
        ...options.map((option) => (option === undefined ? '–' : chosenOption(option, units))),
        ...decided.flatMap((value, index) => estimateCells(value, units[names[index]])),
        ...point.rivals.map(rivalCell),
        point.status === 'optimal' ? '' : point.message,
    ];
}

interface Answered {
    readonly estimate: number | null;
    readonly interval: readonly [lower: number | null, upper: number | null] | null;
}

/** The estimate, with its unit, and its interval; an interval that digits cannot show is left out. */
function namedCells({ estimate, interval }: Answered, unit: ShownUnit | undefined): string[] {
    return hasWidth(interval)
        ? [estimateIn(unit, { estimate, interval }), intervalIn(unit, interval)]
        : [quantityIn(unit, estimate), ''];
}

/** The same under a heading that names the unit. */
function estimateCells(cell: Answered | null | undefined, unit: ShownUnit | undefined): string[] {
    if (!cell) return ['–', ''];
    const { estimate, interval } = cell;
    return hasWidth(interval)
        ? [bareEstimateIn(unit, cell), intervalIn(unit, interval)]
        : [bareEstimateIn(unit, { estimate, interval: null }), ''];
}

export function extrapolationText(extrapolation: readonly Extrapolation[]): string {
    const references = [...new Set(extrapolation.map(({ preset }) => preset))];
    return references
        .map((reference) => {
            const parts = outsideWords(extrapolation.filter(({ preset }) => preset === reference));
            return `outside ${reference === null ? 'the data' : `the runs of "${reference}"`}: ${parts}`;
        })
        .join('; ');
}
