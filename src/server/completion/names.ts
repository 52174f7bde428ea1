/** The names that can be used at a place, with what is written about them. */
import { AstUtils, type AstNode } from 'langium';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { knownColumns, namedColumns, ownerOfColumn } from '../../language/columns.js';
import { documentationOf } from '../../language/documentation.js';
import { CONSTANTS, FUNCTIONS } from '../../language/functions.js';
import {
    isBudget,
    isCandidates,
    isChoice,
    isCounts,
    isLet,
    isSweep,
    type Budget,
    type Law,
    type Plan,
    type Runs,
    type Specification,
} from '../../language/generated/ast.js';
import { variablesOf } from '../../language/checks/plans.js';
import { groupColumnsOf } from '../../language/groups.js';
import { argumentsOf, baseOf, letsOf, parametersOf, settlingEntry } from '../../language/laws.js';
import { meaningOf } from '../../language/meaning.js';
import { isCountFunction } from '../../language/mixtures.js';
import { namesIn } from '../../language/names.js';
import { ROW_FUNCTIONS } from '../../language/rowFunctions.js';
import type { Scope } from '../../language/scope.js';
import { isLibraryUri } from '../../language/library.js';
import { TEXT, UNITS } from '../../quantity/units.js';
import { fileUri } from '../features/documentLinks.js';
import type { FileColumns } from '../results.js';
import type { ServerServices } from '../services.js';
import { extentText } from '../hover/scheduleHover.js';
import { item } from './item.js';

/**
 * Laws by name, or as calls with their arguments to fill in. Those of the library stand in its groups; before them those
 * that can be fitted to the columns of some runs, first those that use most of them.
 */
export function lawItems(
    root: Specification,
    { Scope: scope, Library: library }: ServerServices['names'],
    as: 'name' | 'call',
    runsColumns: readonly ReadonlySet<string>[] = [],
): CompletionItem[] {
    const groups = [...new Set(library.lawNames.map((name) => library.groupOf(name)))];
    return scope.visibleLaws(root).map((law) => {
        const operands = argumentsOf(law, scope)?.map(({ name }) => name) ?? [];
        const base = baseOf(law, scope);
        const isProvided = isLibraryUri(AstUtils.getDocument(law).uri);
        const group = isProvided ? library.groupOf(law.name) : undefined;
        const isFitting =
            (parametersOf(law, scope)?.length ?? 0) > 0 &&
            runsColumns.some((columns) => operands.every((name) => columns.has(name)));
        return item(law.name, CompletionItemKind.Function, isProvided ? 'provided' : 'own', {
            detail: `${law.name}(${operands.join(', ')})`,
            group,
            order: isProvided ? orderOf(groups.indexOf(group), isFitting ? operands.length : 0) : '',
            doc: documentationOf(law) ?? (base && documentationOf(base)),
            snippet:
                as === 'call'
                    ? `${law.name}(${operands.map((name, index) => `\${${index + 1}:${name}}`).join(', ')})`
                    : undefined,
        });
    });
}

/** There are fewer than a hundred groups. */
function orderOf(group: number, fittedArguments: number): string {
    return `${Math.max(0, 9 - fittedArguments)}${String(group).padStart(2, '0')}`;
}

/** Runs cannot be made from themselves: `own` are left out. */
export function runsItems(root: Specification, scope: Scope, own: string | undefined): CompletionItem[] {
    const others = scope.visibleRuns(root).filter(({ name }) => name !== own);
    return others.map((runs) =>
        item(runs.name, CompletionItemKind.Class, 'own', {
            detail: originOf(runs),
            doc: documentationOf(runs),
        }),
    );
}

/** Where the rows come from, as the head of the runs says it; undefined for those of a table. */
export function originOf({ files, source, groups }: Runs): string | undefined {
    if (files.length > 0) return `from ${files.map((file) => `"${file}"`).join(', ')}`;
    if (source === undefined) return undefined;
    return `from ${source}${groups.length === 0 ? '' : ` by ${groups.map(({ column }) => column).join(', ')}`}`;
}

/** `overRows`: where functions over several rows may stand, too; `ofCounts`: where those that score counts of samples may. */
export function builtInItems({ overRows = false, ofCounts = false }): CompletionItem[] {
    const offered = Object.entries(FUNCTIONS).filter(
        ([name]) => (overRows || !Object.hasOwn(ROW_FUNCTIONS, name)) && (ofCounts || !isCountFunction(name)),
    );
    return [
        ...offered.map(([name, { signature, doc }]) =>
            item(name, CompletionItemKind.Function, 'provided', {
                detail: signature,
                doc,
                snippet: `${name}(${SNIPPETS[name] ?? '$1'})`,
            }),
        ),
        ...[...CONSTANTS].map(([name, value]) =>
            item(name, CompletionItemKind.Constant, 'provided', { detail: String(value) }),
        ),
    ];
}

/** What stands in the brackets of a call that takes more than operands. */
const SNIPPETS: Readonly<Record<string, string>> = {
    if: '${1:condition}, $2, $3',
    sum: '$3 for ${1:x} in {$2}',
    product: '$3 for ${1:x} in {$2}',
    drops: '${1:lr}, $3 for ${2:k} in 0 .. ${4:step}',
    solve: '$4 == $5 for ${1:x} in ${2:lower} .. ${3:upper}',
};

export function scheduleItems(root: Specification, scope: Scope): CompletionItem[] {
    return scope.visibleSchedules(root).map((schedule) =>
        item(schedule.name, CompletionItemKind.Interface, 'nearest', {
            detail: extentText(schedule),
            doc: documentationOf(schedule),
        }),
    );
}

export function unitItems(): CompletionItem[] {
    return UNITS.map(({ names, meaning }) => item(names[0], CompletionItemKind.Unit, 'nearest', { detail: meaning }));
}

/** A column holds numbers in some unit, or texts. */
export function columnUnitItems(): CompletionItem[] {
    return [
        ...unitItems(),
        item(TEXT, CompletionItemKind.Keyword, 'nearest', { detail: 'texts, also where cells look like numbers' }),
    ];
}

/** Arguments, `let`s and parameters of a law, for its own body. */
export function bodyItems(law: Law, scope: Scope): CompletionItem[] {
    return [
        ...nameItems(
            law.arguments.map(({ name }) => name),
            CompletionItemKind.Variable,
            'argument',
        ),
        ...nameItems(
            letsOf(law).map(({ name }) => name),
            CompletionItemKind.Variable,
            'let',
        ),
        ...parameterItems(law, scope, new Set()),
    ];
}

export function parameterItems(law: Law, scope: Scope, given: ReadonlySet<string>): CompletionItem[] {
    const names = (parametersOf(law, scope) ?? []).filter((name) => !given.has(name));
    return nameItems(names, CompletionItemKind.Constant, 'parameter');
}

/** Arguments of a law, for the range that they had in the runs of a preset. */
export function rangeItems(law: Law, scope: Scope, given: ReadonlySet<string>): CompletionItem[] {
    return (argumentsOf(law, scope) ?? [])
        .filter(({ name }) => !given.has(name))
        .map(({ name }) =>
            item(`${name} in`, CompletionItemKind.Field, 'own', {
                detail: 'from where to where it went',
                snippet: `${name} in $1 .. $0`,
            }),
        );
}

/** Operands of a law by name, `N = `, and the groups of its fit, `dataset = ""`; those already given left out. */
export function operandItems(law: Law, from: Specification, scope: Scope, named: readonly string[]): CompletionItem[] {
    const args = (argumentsOf(law, scope) ?? []).map(({ name, unit }) => ({
        name,
        detail: unit && `in ${unit}`,
        snippet: `${name} = $0`,
    }));
    const groups = [...groupColumnsOf(law, from, scope).keys()].map((name) => ({
        name,
        detail: 'group of the fit',
        snippet: `${name} = "$0"`,
    }));
    return [...args, ...groups]
        .filter(({ name }) => !named.includes(name))
        .map(({ name, detail, snippet }) =>
            item(`${name} =`, CompletionItemKind.Field, 'nearest', { detail, snippet }),
        );
}

/** Parameters of a fitted law that may have a value for each group, `E by dataset`. */
export function groupedConstantItems(law: Law, scope: Scope, given: ReadonlySet<string>): CompletionItem[] {
    return (parametersOf(law, scope) ?? [])
        .filter((name) => !given.has(name) && settlingEntry(law, name, scope) === undefined)
        .map((name) =>
            item(`${name} by`, CompletionItemKind.Constant, 'own', {
                detail: 'a value for each group',
                snippet: `${name} by $0`,
            }),
        );
}

/** Decision variables, what is chosen, the swept quantity and `let`s of a budget. */
export function budgetItems(budget: Budget, scope: Scope): CompletionItem[] {
    const root = AstUtils.findRootNode(budget) as Specification;
    const variables = namesIn(root)
        .filter(({ node }) => isInside(node, budget))
        .filter((site) => meaningOf(site, scope)?.kind === 'variable');
    const entries = budget.entries.filter(
        (entry) => isLet(entry) || isSweep(entry) || isChoice(entry) || isCounts(entry),
    );
    const names = [...variables, ...entries].map(({ name }) => name).filter((name) => name !== undefined);
    return nameItems([...new Set(names)], CompletionItemKind.Variable, `of ${budget.name}`);
}

/** What may be chosen of a run. */
export function candidateItems({ name, entries }: Plan): CompletionItem[] {
    const names = entries.filter(isCandidates).map((each) => each.name);
    return nameItems([...new Set(names)], CompletionItemKind.Variable, `chosen in ${name}`);
}

/** Budgets of the file, whose goal a plan may narrow. */
export function budgetNames(root: Specification): CompletionItem[] {
    const names = root.statements.filter(isBudget).map(({ name }) => name);
    return nameItems(names, CompletionItemKind.Class, 'budget');
}

/** After `frontier.`: what the budget decides. */
export function decidedItems(budgetName: string, root: Specification, scope: Scope): CompletionItem[] {
    const budget = root.statements.filter(isBudget).find(({ name }) => name === budgetName);
    const names = budget === undefined ? [] : variablesOf(budget, scope);
    return nameItems(names, CompletionItemKind.Variable, `of ${budgetName}`);
}

/** Columns that expressions over these runs can name. */
export async function columnItems(runs: Runs, scope: Scope, fileColumns: FileColumns): Promise<CompletionItem[]> {
    const named = knownColumns(runs, scope);
    // What no text declares belongs to the runs whose rows are read.
    const read = ownerOfColumn('', runs, scope);
    const others = (await headerOf(read, fileColumns)).filter((name) => !named.includes(name) && isName(name));
    return [
        ...nameItems(named, CompletionItemKind.Field, `column of ${runs.name}`),
        ...nameItems(others, CompletionItemKind.Field, 'column of the file'),
    ];
}

/** Columns of the file that the runs do not name yet, as entries of their block. */
export async function newColumnItems(runs: Runs, fileColumns: FileColumns): Promise<CompletionItem[]> {
    const written = namesWritten(runs);
    return (await headerOf(runs, fileColumns))
        .filter((name) => !written.has(name))
        .map((name) =>
            item(name, CompletionItemKind.Field, 'nearest', {
                detail: 'column of the file',
                snippet: isName(name) ? undefined : `\${1:name} = "${name.replace(/[$}\\]/g, '\\$&')}"`,
            }),
        );
}

/** The columns of the runs' files; empty where there is none, or none to be had now. */
export async function headerOf(runs: Runs, fileColumns: FileColumns): Promise<readonly string[]> {
    const names = new Set<string>();
    for (const file of runs.files) {
        const uri = fileUri(AstUtils.getDocument(runs).uri, file);
        for (const name of (uri && (await fileColumns.of(uri.toString()))) ?? []) names.add(name);
    }
    return [...names];
}

function namesWritten(runs: Runs): Set<string> {
    const texts = AstUtils.streamAllContents(runs).flatMap((node) =>
        'text' in node && typeof node.text === 'string' ? [node.text] : [],
    );
    return new Set([...namedColumns(runs), ...texts]);
}

function nameItems(names: readonly string[], kind: CompletionItemKind, detail: string): CompletionItem[] {
    return names.map((name) => item(name, kind, 'nearest', { detail }));
}

function isName(text: string): boolean {
    return /^[A-Za-z_]\w*$/.test(text);
}

function isInside(node: AstNode, budget: Budget): boolean {
    return AstUtils.getContainerOfType(node, isBudget) === budget;
}
