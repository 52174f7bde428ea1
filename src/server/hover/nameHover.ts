/** Names that are neither laws nor parameters: columns, variables, functions, units and the like. */
import { AstUtils } from 'langium';
import { documentationOf } from '../../language/documentation.js';
import { CONSTANTS, FUNCTIONS, isFunctionName } from '../../language/functions.js';
import { isBudget, isKnownDesign, isPlan, isRuns, isSchedule, type Runs } from '../../language/generated/ast.js';
import type { MeaningKind } from '../../language/nameKinds.js';
import { declarations, type ScalingSymbol } from '../../language/symbols.js';
import type { Scope } from '../../language/scope.js';
import { formatQuantity } from '../../quantity/print.js';
import { unitNamed } from '../../quantity/units.js';
import { certaintyText, chosenOption } from '../../study/choiceWords.js';
import type { StudyReport } from '../../study/report.js';
import { rowsText, valueText } from '../answers.js';
import { originOf } from '../completion/names.js';
import { DESIGNS, OPTIONS } from '../options.js';
import { codeBlock, paragraphs, plain } from './markdown.js';
import { scheduleHover } from './scheduleHover.js';

export function nameHover(symbol: ScalingSymbol, report: StudyReport | undefined, scope: Scope): string | undefined {
    return HOVERS[symbol.kind]?.(symbol, report, scope);
}

type NameHover = (symbol: ScalingSymbol, report: StudyReport | undefined, scope: Scope) => string | undefined;

const HOVERS: Readonly<Partial<Record<MeaningKind, NameHover>>> = {
    runs: ({ owner }, report) => (isRuns(owner) ? runsHover(owner, report) : undefined),
    schedule: ({ owner }) => (isSchedule(owner) ? scheduleHover(owner) : undefined),
    column: columnHover,
    argument: (symbol, _, scope) => declaredHover('argument', symbol, scope),
    let: (symbol, _, scope) => declaredHover('let', symbol, scope),
    preset: (symbol, _, scope) => declaredHover('preset', symbol, scope),
    variable: variableHover,
    swept: (symbol, _, scope) => declaredHover('for', symbol, scope),
    choice: choiceHover,
    bound: (symbol, _, scope) => declaredHover('for', symbol, scope),
    function: ({ name }) =>
        isFunctionName(name) ? paragraphs(codeBlock(FUNCTIONS[name].signature), FUNCTIONS[name].doc) : undefined,
    constant: ({ name }) => codeBlock(`${name} = ${CONSTANTS.get(name)}`),
    unit: ({ name }) => `\`${name}\`: ${unitNamed(name)?.meaning ?? 'unknown unit'}`,
    option: ({ name, site }) => {
        const option = (isKnownDesign(site.node) ? DESIGNS : OPTIONS).find((each) => each.name === name);
        return option && `\`${name}\`: ${option.doc}`;
    },
};

function runsHover(runs: Runs, report: StudyReport | undefined): string {
    const known = report?.runs.find(({ name }) => name === runs.name);
    const origin = originOf(runs);
    const source = origin === undefined ? '' : ` ${origin}`;
    const rows =
        known &&
        `${rowsText(known.rowCount)}, ${known.usableRows} usable. Columns: ${known.columns.map(({ name }) => plain(name)).join(', ')}.`;
    return paragraphs(codeBlock(`runs ${runs.name}${source}`), documentationOf(runs), rows);
}

function columnHover(symbol: ScalingSymbol, report: StudyReport | undefined, scope: Scope): string | undefined {
    const { name, owner } = symbol;
    if (!isRuns(owner)) return undefined;
    const column = report?.runs.find((runs) => runs.name === owner.name)?.columns.find((each) => each.name === name);
    const entry = declarations(symbol, scope).find(({ property }) => property === 'name')?.node;
    return paragraphs(
        codeBlock(entry?.$cstNode?.text ?? name),
        `Column of \`${owner.name}\`${column?.kind === 'text' ? ', text' : ''}.`,
        column && rangeText(column),
        entry && documentationOf(entry),
    );
}

/** To the day. */
const DIGITS_OF_DATES = 7;

function rangeText({ range, unit, isDate }: StudyReport['runs'][number]['columns'][number]): string | undefined {
    const ends = range?.map(
        (end) => formatQuantity(end, isDate ? DIGITS_OF_DATES : undefined) + (unit === null ? '' : ` ${unit}`),
    );
    return ends && `From ${ends.join(' to ')}.`;
}

function variableHover({ name, owner }: ScalingSymbol, report: StudyReport | undefined): string | undefined {
    if (isPlan(owner)) return candidatesHover(name, owner.name, report);
    if (!isBudget(owner)) return undefined;
    const budget = report?.budgets.find((each) => each.name === owner.name && each.sweep === null);
    const optimum = budget?.variables.find((each) => each.name === name);
    return paragraphs(
        `Decision variable of \`${owner.name}\`.`,
        budget && optimum && `Optimum: **${valueText(budget.units[name], optimum)}**`,
    );
}

function choiceHover(symbol: ScalingSymbol, report: StudyReport | undefined, scope: Scope): string {
    const { name, owner } = symbol;
    const budget = report?.budgets.find((each) => isBudget(owner) && each.name === owner.name && each.sweep === null);
    const chosen = budget?.choice?.chosen.find((each) => each.name === name);
    const counts = budget?.mixture?.counts
        .filter(({ count }) => count > 0)
        .map(({ count, labels }) => `${count} of ${labels.join(', ')}`);
    const certainty = chosen && certaintyText(chosen);
    return paragraphs(
        declaredHover('over', symbol, scope),
        counts === undefined || counts.length === 0 ? undefined : `Best: **${counts.join(', ')}**`,
        budget &&
            chosen &&
            `Best: **${chosenOption(chosen, budget.units)}**${certainty === undefined ? '' : `, ${certainty}`}`,
    );
}

function candidatesHover(name: string, planName: string, report: StudyReport | undefined): string {
    const runs = report?.plans.find((each) => each.name === planName)?.runs ?? [];
    const chosen = runs.flatMap(({ values }) => values.filter((each) => each.name === name));
    const shown = chosen.map(({ value }) => formatQuantity(value, 3)).join(', ');
    return paragraphs(`Chosen in \`${planName}\`.`, shown === '' ? undefined : `Run by run: **${shown}**`);
}

/** The line that declares a name, and what is written above it. */
function declaredHover(kind: string, symbol: ScalingSymbol, scope: Scope): string {
    const [declared] = declarations(symbol, scope);
    const text = declared?.node.$cstNode?.text.replace(/\s+/g, ' ') ?? symbol.name;
    const isSelfExplaining = text.startsWith(kind);
    const owner =
        declared && AstUtils.getContainerOfType(declared.node.$container, (node): node is Runs => 'name' in node);
    return paragraphs(
        codeBlock(text),
        isSelfExplaining ? undefined : `${kind[0].toUpperCase()}${kind.slice(1)} of \`${owner?.name ?? ''}\`.`,
        declared && documentationOf(declared.node),
    );
}
