/** The law library: a file of it is read when one of its laws is named, so that starting takes no longer as it grows. */
import { URI, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';
import { LIBRARY, type LibraryFile } from '../laws/index.js';
import { isSpecification, type Specification } from './generated/ast.js';

/** Scheme of the library's documents, for example `builtin:///chinchilla.scaling`. */
export const LIBRARY_SCHEME = 'builtin';

export function isLibraryUri(uri: URI): boolean {
    return uri.scheme === LIBRARY_SCHEME;
}

/** Undefined where the library has no such file. */
export function libraryText(uri: URI): string | undefined {
    return LIBRARY.find(({ name }) => uriOf(name).path === uri.path)?.text;
}

/** Each law begins a line. */
const LAW = /^law\s+(\w+)/gm;

export class Library {
    private readonly files: ReadonlyMap<string, LibraryFile>;
    private readonly read = new Map<LibraryFile, LangiumDocument>();

    constructor(private readonly services: LangiumSharedCoreServices) {
        this.files = new Map(
            LIBRARY.flatMap((file) => [...file.text.matchAll(LAW)].map(([, name]) => [name, file] as const)),
        );
    }

    get lawNames(): readonly string[] {
        return [...this.files.keys()];
    }

    /** What a law is about; undefined for a law that is not of the library. */
    groupOf(law: string): string | undefined {
        return this.files.get(law)?.group;
    }

    /** The file that defines a law. */
    specificationWith(law: string): Specification | undefined {
        const file = this.files.get(law);
        return file && rootOf(this.documentOf(file));
    }

    /** Reads all files. */
    specifications(): readonly Specification[] {
        return LIBRARY.map((file) => rootOf(this.documentOf(file))).filter((root) => root !== undefined);
    }

    /** As it is open in the editor, where it is. */
    private documentOf(file: LibraryFile): LangiumDocument {
        const { LangiumDocuments, LangiumDocumentFactory } = this.services.workspace;
        const uri = uriOf(file.name);
        const known = LangiumDocuments.getDocument(uri) ?? this.read.get(file);
        if (known !== undefined) return known;
        const document = LangiumDocumentFactory.fromString(file.text, uri);
        this.read.set(file, document);
        return document;
    }
}

function uriOf(name: string): URI {
    return URI.parse(`${LIBRARY_SCHEME}:///${name}`);
}

function rootOf({ parseResult }: LangiumDocument): Specification | undefined {
    return isSpecification(parseResult.value) ? parseResult.value : undefined;
}
