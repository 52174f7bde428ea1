/** What can be written at a place. */
import { AstUtils } from 'langium';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { choiceNamed, runsOfChoice } from '../../language/choices.js';
import { namedColumns } from '../../language/columns.js';
import { isBudget, isPlan, isRuns, type Budget, type Specification } from '../../language/generated/ast.js';
import { countsOf, runsOfCounts } from '../../language/mixtures.js';
import { sourceOf } from '../../language/rowFunctions.js';
import { argumentsOf } from '../../language/laws.js';
import { OF_SCHEDULES } from '../../language/scheduleFunctions.js';
import { scheduleArguments } from '../../language/scheduleNames.js';
import type { Scope } from '../../language/scope.js';
import type { FeatureContext } from '../features/context.js';
import { DESIGNS, INTERVALS, METHODS, OBJECTIVES, SCALES, SOLVERS, type OptionDoc } from '../options.js';
import { item, wordItem } from './item.js';
import {
    bodyItems,
    budgetItems,
    budgetNames,
    builtInItems,
    candidateItems,
    columnItems,
    decidedItems,
    groupedConstantItems,
    lawItems,
    newColumnItems,
    operandItems,
    parameterItems,
    rangeItems,
    runsItems,
    scheduleItems,
    columnUnitItems,
    unitItems,
} from './names.js';
import type { OpenCall, Place } from './place.js';
import { entrySnippets, STATEMENTS } from './snippets.js';
import type { Token } from './tokens.js';

export interface Site {
    readonly context: FeatureContext;
    readonly root: Specification;
    /** Of the statement the cursor stands in, up to the cursor. */
    readonly tokens: readonly Token[];
}

/** By the option whose name is due. */
const OPTIONS_OF = {
    objective: OBJECTIVES,
    scale: SCALES,
    method: METHODS,
    intervals: INTERVALS,
    solver: SOLVERS,
    design: DESIGNS,
};

function unitsAfter({ ofColumn }: Extract<Place, { kind: 'unit' }>): readonly CompletionItem[] {
    return ofColumn ? columnUnitItems() : unitItems();
}

type Items = readonly CompletionItem[] | Promise<readonly CompletionItem[]>;

export function proposalsAt(place: Place, site: Site): Items {
    const { context, root } = site;
    const scope = context.language.names.Scope;
    switch (place.kind) {
        case 'nothing':
            return [];
        case 'statement':
            return STATEMENTS;
        case 'entry':
            return entryItems(place, site);
        case 'expression':
            return expressionItems(place, site);
        case 'after-operand':
            return afterOperandItems(place);
        case 'law-form':
            return lawFormItems(site);
        case 'parameter-of':
            return afterDotItems(place.law, site);
        case 'law-name':
            return lawItems(root, context.language.names, 'name');
        case 'runs-name':
            return runsItems(root, scope, site.tokens[0].image === 'runs' ? site.tokens[1]?.image : undefined);
        case 'choice-source':
            return runsItems(root, scope, undefined);
        case 'column-name':
            return namedColumnsAt(site);
        case 'variable-name':
            return budgetVariables(site);
        case 'unit':
            return unitsAfter(place);
        default:
            return OPTIONS_OF[place.kind].map(optionItem);
    }
}

/** Columns of the rows that the name chooses from, parameters of the law of that name, and in a plan what a budget decides. */
function afterDotItems(name: string, site: Site): Items {
    const { context, root, tokens } = site;
    const scope = context.language.names.Scope;
    const rows = chosenRows(name, site);
    if (rows !== undefined) return columnItems(rows, scope, context.fileColumns);
    const law = scope.findLaw(name, root);
    if (law !== undefined) return parameterItems(law, scope, new Set());
    return tokens[0].image === 'plan' ? decidedItems(name, root, scope) : [];
}

function afterOperandItems({ words, afterNumber }: Place & { kind: 'after-operand' }): CompletionItem[] {
    return [...(afterNumber ? unitItems() : []), ...words.map(wordItem)];
}

/** A law without arguments of its own takes the whole form of another; one with arguments has a formula. */
function lawFormItems(site: Site): CompletionItem[] {
    const { context, root } = site;
    const laws = lawItems(root, context.language.names, hasArguments(site) ? 'call' : 'name', columnsOfRuns(site));
    return [...laws, ...ownBody(site), ...builtInItems({})];
}

/** As far as they are known: those of files once these were read. */
function columnsOfRuns({ context, root }: Site): ReadonlySet<string>[] {
    const read = context.results.of(AstUtils.getDocument(root))?.report.runs ?? [];
    return [
        ...read.map(({ columns }) => new Set(columns.map(({ name }) => name))),
        ...root.statements.filter(isRuns).map((runs) => new Set(namedColumns(runs))),
    ];
}

async function entryItems({ block }: Place & { kind: 'entry' }, site: Site): Promise<CompletionItem[]> {
    const { context, tokens } = site;
    const given = new Set(tokens.map(({ image }) => image));
    const snippets = entrySnippets(block, given);
    const law = lawOf(site);
    if (block === 'runs') {
        const runs = runsOf(site);
        return [...(runs === undefined ? [] : await newColumnItems(runs, context.fileColumns)), ...snippets];
    }
    if (block === 'law' || block === 'preset') {
        const entered = new Set(entryNames(tokens));
        const scope = context.language.names.Scope;
        const ranges = law === undefined || block === 'law' ? [] : rangeItems(law, scope, entered);
        return [...(law === undefined ? [] : parameterItems(law, scope, entered)), ...ranges, ...snippets];
    }
    if (block === 'fit') return [...snippets, ...constantsOfFit(site, given)];
    if (block === 'plan') return [...candidatesOfPlan(site), ...snippets];
    return block === 'budget' ? [...budgetVariables(site), ...snippets] : [...snippets];
}

function constantsOfFit({ context, root, tokens }: Site, given: ReadonlySet<string>): CompletionItem[] {
    const scope = context.language.names.Scope;
    const law = scope.findLaw(tokens[1]?.image ?? '', root);
    return law === undefined ? [] : groupedConstantItems(law, scope, given);
}

async function expressionItems(
    { of, call, words = [] }: Place & { kind: 'expression' },
    site: Site,
): Promise<CompletionItem[]> {
    const { context, root } = site;
    const scope = context.language.names.Scope;
    const callee = call?.atStart ? scope.findLaw(call.name, root) : undefined;
    const operands = callee === undefined ? [] : operandItems(callee, root, scope, call!.named);
    const schedules = call !== undefined && takesScheduleAt(call, root, scope) ? scheduleItems(root, scope) : [];
    const laws = CALLING.has(of) ? lawItems(root, context.language.names, 'call') : [];
    return [
        ...words.map(wordItem),
        ...schedules,
        ...operands,
        ...(await ownNames(of, site)),
        ...laws,
        ...builtInItems({ overRows: of === 'runs', ofCounts: of === 'budget' }),
    ];
}

/** Whether the operand that the cursor stands in is a schedule. */
function takesScheduleAt({ name, index, current }: OpenCall, root: Specification, scope: Scope): boolean {
    const law = scope.findLaw(name, root);
    if (law === undefined) return index === 0 && OF_SCHEDULES.has(name);
    const argument = current ?? argumentsOf(law, scope)?.[index]?.name;
    return argument !== undefined && scheduleArguments(law, scope).has(argument);
}

/** Where laws can be called. */
const CALLING: ReadonlySet<string> = new Set(['law-body', 'law-header', 'budget', 'plan', 'predict']);

/** The names that the statement itself brings into its expressions. */
function ownNames(of: (Place & { kind: 'expression' })['of'], site: Site): Items {
    switch (of) {
        case 'runs':
        case 'fit':
        case 'compare':
            return columnsOfStatement(site);
        case 'budget':
            return namesInBudget(site);
        case 'plan':
            return [...candidatesOfPlan(site), ...budgetNames(site.root)];
        case 'law-body':
        case 'law-header':
            return ownBody(site);
        default:
            return [];
    }
}

function ownBody(site: Site): CompletionItem[] {
    const law = lawOf(site);
    return law === undefined || !hasArguments(site) ? [] : bodyItems(law, site.context.language.names.Scope);
}

function hasArguments({ tokens }: Site): boolean {
    return tokens[2]?.image === '(';
}

/** The runs that a name chooses from, in the budget around the cursor. */
function chosenRows(name: string, { context, root, tokens }: Site) {
    const budget = budgetNamed(tokens[1]?.image, root);
    const choice = budget && choiceNamed(name, budget);
    return choice && runsOfChoice(choice, context.language.names.Scope);
}

/** With the columns of the samples that a budget counts. */
async function namesInBudget(site: Site): Promise<CompletionItem[]> {
    return [...budgetVariables(site), ...(await columnsOfStatement(site))];
}

function budgetVariables({ context, root, tokens }: Site): CompletionItem[] {
    const budget = budgetNamed(tokens[1]?.image, root);
    return budget === undefined ? [] : budgetItems(budget, context.language.names.Scope);
}

function candidatesOfPlan({ root, tokens }: Site): CompletionItem[] {
    const plan = root.statements.filter(isPlan).find((each) => each.name === tokens[1]?.image);
    return plan === undefined ? [] : candidateItems(plan);
}

async function columnsOfStatement(site: Site): Promise<CompletionItem[]> {
    const runs = runsOf(site);
    const { context, tokens } = site;
    const scope = context.language.names.Scope;
    // In the head of runs the columns are those of the runs that they are made from.
    const isHead = runs !== undefined && tokens.every(({ image }) => image !== '{') && tokens[0].image === 'runs';
    const owner = isHead ? sourceOf(runs, scope) : runs;
    return owner === undefined ? [] : columnItems(owner, scope, context.fileColumns);
}

/** In a budget, before the runs whose samples it counts are said, the columns that may be meant. */
function namedColumnsAt(site: Site): Promise<CompletionItem[]> {
    const hasSource = site.tokens[0].image !== 'budget' || runsOf(site) !== undefined;
    return hasSource ? columnsOfStatement(site) : textColumns(site);
}

/** Of all runs; what is not read yet may be of texts. */
async function textColumns({ context, root }: Site): Promise<CompletionItem[]> {
    const scope = context.language.names.Scope;
    const read = context.results.of(AstUtils.getDocument(root))?.report.runs ?? [];
    const items = new Map<string, CompletionItem>();
    for (const runs of scope.visibleRuns(root)) {
        const columns = read.find(({ name }) => name === runs.name)?.columns ?? [];
        const numbers = new Set(columns.filter(({ kind }) => kind === 'number').map(({ name }) => name));
        for (const column of await columnItems(runs, scope, context.fileColumns)) {
            if (!numbers.has(column.label) && !items.has(column.label)) items.set(column.label, column);
        }
    }
    return [...items.values()];
}

function budgetNamed(name: string | undefined, root: Specification): Budget | undefined {
    return root.statements.filter(isBudget).find((each) => each.name === name);
}

/** `runs NAME …`, `fit LAW to NAME …` or `compare LAW, LAW on NAME …`; of a budget those whose samples it counts. */
function runsOf({ context, root, tokens }: Site) {
    const scope = context.language.names.Scope;
    if (tokens[0].image === 'budget') {
        const counts = countsOfBudget(tokens, root);
        return counts && runsOfCounts(counts, scope);
    }
    const before = { fit: 'to', compare: 'on' }[tokens[0].image] ?? tokens[0].image;
    const name = tokens[tokens.findIndex(({ image }) => image === before) + 1]?.image;
    return name === undefined ? undefined : scope.findRuns(name, root);
}

function countsOfBudget(tokens: readonly Token[], root: Specification) {
    const budget = budgetNamed(tokens[1]?.image, root);
    return budget && countsOf(budget);
}

function lawOf({ context, root, tokens }: Site) {
    const name = tokens[0].image === 'law' ? tokens[1]?.image : undefined;
    return name === undefined ? undefined : context.language.names.Scope.findLaw(name, root);
}

/** Names that entries of the innermost block begin with. */
function entryNames(tokens: readonly Token[]): string[] {
    const block = tokens.slice(tokens.map(({ image }) => image).lastIndexOf('{') + 1);
    return block.filter((_, index) => ['in', '=', 'start'].includes(block[index + 1]?.image)).map(({ image }) => image);
}

function optionItem({ name, snippet, doc }: OptionDoc): CompletionItem {
    return item(name, CompletionItemKind.EnumMember, 'nearest', { doc, snippet });
}
