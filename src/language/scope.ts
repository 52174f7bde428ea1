/** Which laws, runs and schedules a document sees: its own, then those of its folder, then the library's. */
import { AstUtils, type AstNode, type LangiumDocuments } from 'langium';
import {
    isLaw,
    isRuns,
    isSchedule,
    isSpecification,
    type Law,
    type Runs,
    type Schedule,
    type Specification,
} from './generated/ast.js';
import type { Library } from './library.js';
import { folderOf } from './workspace.js';

export class Scope {
    constructor(
        private readonly documents: LangiumDocuments,
        private readonly lawLibrary: Library,
    ) {}

    /** The law that a name means where `from` stands; the first one where it is ambiguous. */
    findLaw(name: string, from: AstNode): Law | undefined {
        return this.lawsNamed(name, from)[0];
    }

    /** More than one where a file defines it twice, or where siblings do and the file itself does not. */
    lawsNamed(name: string, from: AstNode): readonly Law[] {
        const written = this.nearest(from, (definitions) => definitions.laws.get(name));
        if (written.length > 0) return written;
        const provided = this.lawLibrary.specificationWith(name);
        return (provided && definitionsOf(provided).laws.get(name)) ?? [];
    }

    findRuns(name: string, from: AstNode): Runs | undefined {
        return this.runsNamed(name, from)[0];
    }

    runsNamed(name: string, from: AstNode): readonly Runs[] {
        return this.nearest(from, (definitions) => definitions.runs.get(name));
    }

    /** All laws that can be named where `from` stands, nearest first; those of the same name hidden. */
    visibleLaws(from: AstNode): readonly Law[] {
        return firstOfEachName(
            [...this.layers(from), this.lawLibrary.specifications()]
                .flat()
                .flatMap((root) => [...definitionsOf(root).laws.values()].flat()),
        );
    }

    /** Their names, for which no file of the library is read. */
    visibleLawNames(from: AstNode): readonly string[] {
        const written = this.layers(from)
            .flat()
            .flatMap((root) => [...definitionsOf(root).laws.keys()]);
        return [...new Set([...written, ...this.lawLibrary.lawNames])];
    }

    visibleRuns(from: AstNode): readonly Runs[] {
        return this.visible(from, ({ runs }) => runs);
    }

    findSchedule(name: string, from: AstNode): Schedule | undefined {
        return this.schedulesNamed(name, from)[0];
    }

    schedulesNamed(name: string, from: AstNode): readonly Schedule[] {
        return this.nearest(from, (definitions) => definitions.schedules.get(name));
    }

    visibleSchedules(from: AstNode): readonly Schedule[] {
        return this.visible(from, ({ schedules }) => schedules);
    }

    private visible<T extends { readonly name: string }>(
        from: AstNode,
        ofKind: (definitions: Definitions) => ReadonlyMap<string, readonly T[]>,
    ): readonly T[] {
        const roots = this.layers(from).flat();
        return firstOfEachName(roots.flatMap((root) => [...ofKind(definitionsOf(root)).values()].flat()));
    }

    private nearest<T>(from: AstNode, lookUp: (definitions: Definitions) => readonly T[] | undefined): readonly T[] {
        for (const layer of this.layers(from)) {
            const found = layer.flatMap((root) => lookUp(definitionsOf(root)) ?? []);
            if (found.length > 0) return found;
        }
        return [];
    }

    /** The document itself, then those of its folder. */
    private layers(from: AstNode): Specification[][] {
        const own = AstUtils.findRootNode(from);
        if (!isSpecification(own)) return [];
        const uri = AstUtils.getDocument(own).uri;
        const folder = folderOf(uri);
        const siblings: Specification[] = [];
        for (const document of this.documents.all) {
            const root = document.parseResult.value;
            if (root === own || !isSpecification(root)) continue;
            if (folder !== undefined && folderOf(document.uri) === folder) siblings.push(root);
        }
        return [[own], siblings];
    }
}

export interface Definitions {
    readonly laws: ReadonlyMap<string, readonly Law[]>;
    readonly runs: ReadonlyMap<string, readonly Runs[]>;
    readonly schedules: ReadonlyMap<string, readonly Schedule[]>;
}

const definitions = new WeakMap<Specification, Definitions>();

/** The laws, runs and schedules that one document defines, by name, in the order of the text. */
export function definitionsOf(root: Specification): Definitions {
    let found = definitions.get(root);
    if (found === undefined) {
        found = {
            laws: byName(root.statements.filter(isLaw)),
            runs: byName(root.statements.filter(isRuns)),
            schedules: byName(root.statements.filter(isSchedule)),
        };
        definitions.set(root, found);
    }
    return found;
}

function byName<T extends { readonly name?: string }>(nodes: readonly T[]): Map<string, T[]> {
    const groups = new Map<string, T[]>();
    for (const node of nodes) {
        if (node.name === undefined) continue;
        const group = groups.get(node.name);
        if (group === undefined) groups.set(node.name, [node]);
        else group.push(node);
    }
    return groups;
}

function firstOfEachName<T extends { readonly name: string }>(nodes: readonly T[]): T[] {
    const seen = new Set<string>();
    return nodes.filter(({ name }) => !seen.has(name) && seen.add(name));
}
