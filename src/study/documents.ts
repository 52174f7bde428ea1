/** The specs that a study reads: parsed, linked and checked by the language's own services, without an editor. */
import { AstUtils, DocumentState, EmptyFileSystem, URI, type LangiumDocument } from 'langium';
import type { Specification, Statement } from '../language/generated/ast.js';
import { createScalingServices } from '../language/module.js';
import type { Scope } from '../language/scope.js';
import { isLibraryUri } from '../language/library.js';
import { overlap, rangeOf } from './places.js';
import type { Diagnostic, Severity } from './report.js';

export interface SourceDocument {
    readonly uri: string;
    readonly text: string;
}

export interface CheckedSpec {
    readonly root: Specification;
    readonly scope: Scope;
    /** Of this document. */
    readonly diagnostics: readonly Diagnostic[];
    /** Whether a statement of this or another document has errors. */
    readonly hasErrors: (statement: Statement) => boolean;
}

type SpecDocument = LangiumDocument<Specification>;

/** Only texts that changed are parsed again; all are checked again, because they see one another. */
export class Documents {
    private readonly services = createScalingServices(EmptyFileSystem);
    private readonly ready: Promise<void>;

    constructor() {
        this.ready = this.services.shared.workspace.WorkspaceManager.initializeWorkspace([]);
    }

    /** @throws if the document itself is not among the sources: an error of the caller. */
    async check(uri: string, sources: readonly SourceDocument[]): Promise<CheckedSpec> {
        await this.ready;
        const documents = sources.map((source) => this.update(source));
        this.forgetAllBut(documents);
        const { DocumentBuilder } = this.services.shared.workspace;
        for (const document of documents) DocumentBuilder.resetToState(document, DocumentState.Parsed);
        await DocumentBuilder.build(documents, { validation: true });
        const document = documents[sources.findIndex((source) => source.uri === uri)];
        if (document === undefined) throw new Error(`The study of ${uri} was not given its text.`);
        return {
            root: document.parseResult.value,
            scope: this.services.scaling.names.Scope,
            diagnostics: diagnosticsOf(document),
            hasErrors: (statement) => this.hasErrors(statement),
        };
    }

    private hasErrors(statement: Statement): boolean {
        if (this.services.scaling.syntax.Syntax.isDamaged(statement)) return true;
        const range = rangeOf(statement);
        const { diagnostics = [] } = AstUtils.getDocument(statement);
        return diagnostics.some(
            ({ severity, code, range: place }) => severity === ERROR && code !== SYNTAX && overlap(place, range),
        );
    }

    private update({ uri, text }: SourceDocument): SpecDocument {
        const { LangiumDocuments, LangiumDocumentFactory } = this.services.shared.workspace;
        const parsed = URI.parse(uri);
        const known = LangiumDocuments.getDocument(parsed) as SpecDocument | undefined;
        if (known?.textDocument.getText() === text) return known;
        if (known !== undefined) LangiumDocuments.deleteDocument(parsed);
        const document = LangiumDocumentFactory.fromString<Specification>(text, parsed);
        LangiumDocuments.addDocument(document);
        return document;
    }

    private forgetAllBut(documents: readonly SpecDocument[]): void {
        const { LangiumDocuments } = this.services.shared.workspace;
        const kept = new Set<LangiumDocument>(documents);
        for (const document of LangiumDocuments.all.toArray()) {
            if (!kept.has(document) && !isLibraryUri(document.uri)) LangiumDocuments.deleteDocument(document.uri);
        }
    }
}

const ERROR = 1;

/** Code of the language's syntax errors, which can show in a statement that they do not harm. */
const SYNTAX = 'syntax';

const SEVERITIES: Readonly<Record<number, Severity>> = { 1: 'error', 2: 'warning', 3: 'information', 4: 'hint' };

function diagnosticsOf(document: LangiumDocument): Diagnostic[] {
    return (document.diagnostics ?? []).map(({ code, severity, message, range }) => ({
        code: String(code),
        severity: SEVERITIES[severity ?? 1],
        message,
        range,
    }));
}
