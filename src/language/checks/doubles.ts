/** What may be said only once and is said twice. The second one is reported. */
import type { AstNode } from 'langium';
import {
    isBound,
    isBudget,
    isChoice,
    isCounts,
    isColumn,
    isFit,
    isGroupedConstant,
    isHoldoutOption,
    isInlineTable,
    isLaw,
    isLet,
    isObjectiveOption,
    isParameter,
    isPlan,
    isPreset,
    isRuns,
    isSchedule,
    isSeries,
    isSweep,
    type Budget,
    type Compare,
    type Fit,
    type Law,
    type Preset,
    type Runs,
    type Specification,
} from '../generated/ast.js';
import { letsOf } from '../laws.js';
import { headerCells } from '../tableHeader.js';
import type { Check, Report } from './check.js';

export const checkDoubledStatements: Check<Specification> = (root, report, { syntax }) => {
    const statements = root.statements.filter((statement) => !syntax.isDamaged(statement));
    forEachDouble(statements.filter(isLaw), (law) => doubled(report, law, `There are two laws named \`${law.name}\``));
    forEachDouble(statements.filter(isRuns), (runs) => doubled(report, runs, `\`${runs.name}\` names two runs`));
    forEachDouble(statements.filter(isSchedule), (schedule) =>
        doubled(report, schedule, `There are two schedules named \`${schedule.name}\``),
    );
    forEachDouble(statements.filter(isBudget), (budget) =>
        doubled(report, budget, `There are two budgets named \`${budget.name}\``),
    );
    forEachDouble(statements.filter(isPlan), (plan) =>
        doubled(report, plan, `There are two plans named \`${plan.name}\``),
    );
    const seen = new Map<string, Fit>();
    for (const fit of statements.filter(isFit)) {
        if (fit.law === undefined) continue;
        if (seen.has(fit.law)) {
            const message =
                `\`${fit.law}\` is fitted twice in this file, so its values would be ambiguous. ` +
                `Give it a second name, \`law ${fit.law}_2 = ${fit.law}\`, and fit that one.`;
            report('error', 'doubled-fit', message, { node: fit, property: 'law' });
        } else seen.set(fit.law, fit);
    }
};

export const checkDoubledInLaw: Check<Law> = (law, report) => {
    const names = [...law.arguments, ...letsOf(law)];
    forEachDouble(names, (each) => doubled(report, each, `\`${each.name}\` is already an argument or a \`let\``));
    forEachDouble(law.entries.filter(isParameter), (each) =>
        doubled(report, each, `\`${each.name}\` has an entry already: put bounds, value and start into one`),
    );
    for (const second of law.entries.filter(isObjectiveOption).slice(1)) {
        report('error', 'doubled', '`objective` is given twice.', { node: second });
    }
    forEachDouble(law.entries.filter(isPreset), (each) =>
        doubled(report, each, `There are two presets named "${each.name}"`),
    );
};

export const checkDoubledInPreset: Check<Preset> = ({ values, ranges }, report) => {
    forEachDouble(values, (each) => doubled(report, each, `\`${each.name}\` has a value already`));
    forEachDouble(ranges, (each) => doubled(report, each, `\`${each.name}\` has a range already`));
};

export const checkDoubledInRuns: Check<Runs> = ({ entries }, report) => {
    const columns = entries.filter(isColumn);
    forEachDouble(columns, (each) => doubled(report, each, `The column \`${each.name}\` is declared twice`));
    const [table, second] = entries.filter(isInlineTable);
    if (second !== undefined) {
        report('error', 'doubled', 'These runs have two tables: put all rows under one header.', { node: second });
    }
    for (const again of entries.filter(isSeries).slice(1)) {
        report('error', 'doubled', '`series` is given twice.', { node: again });
    }
    const headers = new Set(table === undefined ? [] : headerCells(table).map(({ name }) => name));
    for (const column of columns.filter(({ name, value }) => value !== undefined && headers.has(name))) {
        doubled(report, column, `The table has a column \`${column.name}\` already: give this one another name`);
    }
};

export const checkDoubledOptions: Check<Compare | Fit> = ({ entries }, report) => {
    const given = new Set<string>();
    for (const entry of entries) {
        if (isGroupedConstant(entry)) continue;
        const word = optionWord(entry);
        if (given.has(word)) report('error', 'doubled', `\`${word}\` is given twice.`, { node: entry });
        given.add(word);
    }
    const constants = entries.flatMap((entry) => (isGroupedConstant(entry) ? [entry] : []));
    forEachDouble(constants, (each) => doubled(report, each, `\`${each.name}\` has a column already`));
};

/** What an option begins with; rows held out and rows scored in turn may both be asked for. */
function optionWord(option: AstNode): string {
    const isRolling = isHoldoutOption(option) && option.along !== undefined;
    return isRolling ? 'holdout along' : (option.$cstNode?.text.split(/\s/)[0] ?? '');
}

export const checkDoubledInBudget: Check<Budget> = ({ entries }, report) => {
    forEachDouble(entries.filter(isLet), (each) => doubled(report, each, `\`${each.name}\` is defined twice`));
    forEachDouble(entries.filter(isBound), (each) => doubled(report, each, `\`${each.name}\` has bounds already`));
    const given = entries.filter((each) => isLet(each) || isSweep(each) || isChoice(each) || isCounts(each));
    forEachDouble(
        given,
        (each) => (isChoice(each) || isCounts(each)) && doubled(report, each, `\`${each.name}\` is given already`),
    );
};

interface Named extends AstNode {
    readonly name: string;
}

function forEachDouble<N extends Named>(nodes: readonly N[], act: (node: N) => void): void {
    const seen = new Set<string>();
    for (const node of nodes) {
        if (node.name === undefined) continue;
        if (seen.has(node.name)) act(node);
        seen.add(node.name);
    }
}

function doubled(report: Report, node: Named, message: string): void {
    report('error', 'doubled', `${message}.`, { node, property: 'name' });
}
