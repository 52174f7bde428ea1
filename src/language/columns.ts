/** Columns of runs: which ones their text declares, and which runs declare a column that others have from them. */
import type { AstNode } from 'langium';
import { isColumn, isInlineTable, type Runs } from './generated/ast.js';
import { isGrouped, isOverMembers, runsAround, sourceOf } from './rowFunctions.js';
import type { Scope } from './scope.js';
import { headerCells } from './tableHeader.js';

/** The columns that are named in the text of a spec; a file, or other runs, may have more. */
export function namedColumns({ entries, binder }: Runs): readonly string[] {
    const declared = entries.flatMap((entry) => {
        if (isInlineTable(entry)) return headerCells(entry).map(({ name }) => name);
        return isColumn(entry) && entry.name !== undefined ? [entry.name] : [];
    });
    return binder?.name === undefined ? declared : [binder.name, ...declared];
}

/** Those of the text, and those that runs have from other runs. */
export function knownColumns(runs: Runs, scope: Scope): readonly string[] {
    const names = chainOf(runs, scope).flatMap(namedColumns);
    return [...new Set([...names, ...runs.groups.map(({ column }) => column)])].filter((name) => name !== undefined);
}

/** The runs that declare a column of some runs; where none does, the last ones, whose file may have it. */
export function ownerOfColumn(name: string, runs: Runs, scope: Scope): Runs {
    const chain = chainOf(runs, scope);
    const declaring = chain.find((each) => namedColumns(each).includes(name));
    const last = chain[chain.length - 1];
    const source = isGrouped(last) ? sourceOf(last, scope) : undefined;
    const isGroup = last.groups.some(({ column }) => column === name);
    if (declaring !== undefined || source === undefined || !isGroup || chain.includes(source)) return declaring ?? last;
    return ownerOfColumn(name, source, scope);
}

/** The same for a name in an entry or the head of runs, which may be that of a column of the runs they are made from. */
export function ownerOfColumnAt(name: string, node: AstNode, runs: Runs, scope: Scope): Runs {
    const source = sourceOf(runs, scope);
    if (source === undefined || source === runs) return runs;
    if (runsAround(node) === undefined) return ownerOfColumn(name, isGrouped(runs) ? source : runs, scope);
    const isOfSource = isOverMembers(node, scope) || isInColumn(name, node);
    const owner = ownerOfColumn(name, isOfSource ? source : runs, scope);
    const isOwn = isOfSource && !namedColumns(owner).includes(name) && namedColumns(runs).includes(name);
    return isOwn && !isInColumn(name, node) ? runs : owner;
}

/** Whether the rows of some runs are those of others, all or some of them. */
export function hasRowsOf(runs: Runs, others: Runs | undefined, scope: Scope): boolean {
    return others !== undefined && !isGrouped(others) && chainOf(others, scope).includes(runs);
}

/** Whether a node is part of the formula of the column of this name, which speaks of the one it replaces. */
function isInColumn(name: string, node: AstNode | undefined): boolean {
    if (node === undefined) return false;
    return isColumn(node) ? node.name === name : isInColumn(name, node.$container);
}

/** The runs, then those whose columns they have, nearest first, as far as all are known. */
function chainOf(runs: Runs, scope: Scope): readonly Runs[] {
    const chain: Runs[] = [];
    for (let each: Runs | undefined = runs; each !== undefined && !chain.includes(each);) {
        chain.push(each);
        each = isGrouped(each) ? undefined : sourceOf(each, scope);
    }
    return chain;
}
