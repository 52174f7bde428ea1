/** Where names are written: the one list of the properties of the syntax tree that hold a name. */
import { AstUtils, CstUtils, GrammarUtils, type AstNode, type LeafCstNode } from 'langium';
import { binderOf } from './binding.js';
import {
    isInlineTable,
    isItem,
    isReference,
    type Item,
    type ScalingAstType,
    type Specification,
} from './generated/ast.js';
import { headerCells } from './tableHeader.js';

/** A place where a name is written, with its offsets in the document; of a preset, the text between the quotes. */
export interface NameSite {
    readonly name: string;
    readonly node: AstNode;
    /** The property of `node` that holds the name; `text` for a column of an inline table. */
    readonly property: string;
    readonly start: number;
    readonly end: number;
}

const NAME_PROPERTIES: Readonly<Partial<Record<keyof ScalingAstType, readonly string[]>>> = {
    Law: ['name', 'preset'],
    Argument: ['name', 'unit'],
    Let: ['name'],
    Parameter: ['name'],
    Preset: ['name'],
    PresetValue: ['name'],
    PresetRange: ['name'],
    Runs: ['name', 'source'],
    GroupColumn: ['column'],
    Series: ['along', 'group'],
    Schedule: ['name'],
    Column: ['name', 'unit'],
    Fit: ['law', 'runs', 'target', 'group'],
    ObjectiveOption: ['kind', 'scale'],
    GroupedConstant: ['name', 'column'],
    MethodOption: ['method', 'variant'],
    UsedColumn: ['column'],
    HoldoutOption: ['along'],
    BootstrapOption: ['cluster'],
    IntervalsOption: ['kind'],
    SolverOption: ['solver'],
    Compare: ['runs', 'target'],
    ComparedLaw: ['law'],
    Budget: ['name'],
    Sweep: ['name'],
    Choice: ['name', 'source'],
    Counts: ['name', 'source'],
    Bound: ['name'],
    Plan: ['name'],
    KnownDesign: ['name'],
    Candidates: ['name'],
    Reference: ['name', 'parameter'],
    Operand: ['name'],
    Binder: ['name'],
    Item: ['name'],
};

/** All places of one document where a name is written, or where this name is or may be meant by one with an index. */
export function namesIn(root: Specification, name?: string): NameSite[] {
    const sites: NameSite[] = [];
    for (const node of AstUtils.streamAst(root)) {
        if (isInlineTable(node)) {
            sites.push(...headerSites(node).filter((site) => name === undefined || site.name === name));
        }
        for (const property of propertiesOf(node)) {
            if (name !== undefined && valueOf(node, property) !== name && !mayStandFor(node, name)) continue;
            const site = siteOf(node, property);
            if (site !== undefined) sites.push(site);
        }
    }
    return sites;
}

/** `gamma[x]` for `gamma_w`. */
function mayStandFor(node: AstNode, name: string): boolean {
    return isReference(node) && node.index !== undefined && name.startsWith(`${node.name}_`);
}

/** The name under a cursor: one that contains the offset or ends there. */
export function nameAt(root: Specification, offset: number): NameSite | undefined {
    for (const at of [offset, offset - 1]) {
        const leaf = root.$cstNode && CstUtils.findLeafNodeAtOffset(root.$cstNode, at);
        const site = leaf && siteAtLeaf(leaf, at);
        if (site !== undefined && site.start <= offset && offset <= site.end) return site;
    }
    return undefined;
}

/** Undefined where the property is missing, as in a half-typed statement. */
export function siteOf(node: AstNode, property: string): NameSite | undefined {
    const name = valueOf(node, property);
    const written = GrammarUtils.findNodeForProperty(node.$cstNode, property);
    if (name === undefined || written === undefined) return undefined;
    const quote = written.text.startsWith('"') ? 1 : 0;
    return { name, node, property, start: written.offset + quote, end: written.end - quote };
}

function siteAtLeaf(leaf: LeafCstNode, offset: number): NameSite | undefined {
    const node = leaf.astNode;
    if (isInlineTable(node)) return headerSites(node).find(({ start, end }) => start <= offset && offset <= end);
    const property = GrammarUtils.findAssignment(leaf)?.feature;
    return property !== undefined && propertiesOf(node).includes(property) ? siteOf(node, property) : undefined;
}

function headerSites(table: AstNode): NameSite[] {
    return isInlineTable(table) ? headerCells(table).map((cell) => ({ ...cell, node: table, property: 'text' })) : [];
}

/** An item that is written out is a part of other names, and none of its own. */
function propertiesOf(node: AstNode): readonly string[] {
    if (isItem(node) && !isBoundIndex(node)) return [];
    return NAME_PROPERTIES[node.$type as keyof ScalingAstType] ?? [];
}

function isBoundIndex({ name, $container: container }: Item): boolean {
    return name !== undefined && isReference(container) && binderOf(name, container) !== undefined;
}

function valueOf(node: AstNode, property: string): string | undefined {
    const value: unknown = (node as AstNode & Readonly<Record<string, unknown>>)[property];
    return typeof value === 'string' ? value : undefined;
}
