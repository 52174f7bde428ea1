/** An editor without a connection: the server's own services over texts, and answers of a study made in place. */
import { EmptyFileSystem, URI } from 'langium';
import type { Hover, MarkupContent, Position, TextEdit } from 'vscode-languageserver';
import type { SourceDocument } from '../../src/study/documents.js';
import type { FileColumns, StudyResults } from '../../src/server/results.js';
import { createServerServices, type ServerServices } from '../../src/server/services.js';
import { createStudy } from '../../src/study/study.js';
import type { Specification } from '../../src/language/generated/ast.js';
import { clearSpecs, type SpecDocument } from '../support/specs.js';

export const CURSOR = '<|>';

export interface EditorOptions {
    /** Other files, by name: specs of the folder, and data files for the study. */
    readonly files?: Readonly<Record<string, string>>;
    /** Study the text, so that answers are there. */
    readonly studied?: boolean;
    readonly uri?: string;
}

export interface Editor {
    readonly document: SpecDocument;
    /** Where the marker stood; the start of the text without one. */
    readonly position: Position;
    readonly services: ServerServices;
    readonly params: { readonly textDocument: { readonly uri: string }; readonly position: Position };
}

const FOLDER = 'file:///specs';

/** Made once, for that takes longer than a test; each text gets the answers and files of its own. */
const knowledge = { results: { of: () => undefined } as StudyResults, fileColumns: headersOf({}), log: failOnError };
const ready = start();
const sharedStudy = createStudy();

async function start() {
    const created = createServerServices(EmptyFileSystem, {
        results: { of: (document) => knowledge.results.of(document) },
        fileColumns: { of: (csvUri) => knowledge.fileColumns.of(csvUri) },
        log: (message) => knowledge.log(message),
    });
    await created.shared.workspace.WorkspaceManager.initializeWorkspace([]);
    return created;
}

/** A feature that fails logs it and answers nothing, which a test might take for an answer. */
function failOnError(message: string): void {
    throw new Error(message);
}

/** Opens a text; `<|>` in it is the cursor. */
export async function edit(
    marked: string,
    { files = {}, studied = false, uri = `${FOLDER}/spec.scaling` }: EditorOptions = {},
): Promise<Editor> {
    const offset = Math.max(0, marked.indexOf(CURSOR));
    const text = marked.replace(CURSOR, '');
    const siblings = Object.entries(files).filter(([name]) => name.endsWith('.scaling'));
    const specs = [{ uri, text }, ...siblings.map(([name, content]) => ({ uri: `${FOLDER}/${name}`, text: content }))];
    knowledge.results = studied ? await study(uri, specs, files) : { of: () => undefined };
    knowledge.fileColumns = headersOf(files);
    const { scaling } = await ready;
    clearSpecs(scaling);
    const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = scaling.shared.workspace;
    const documents = specs.map((spec) =>
        LangiumDocumentFactory.fromString<Specification>(spec.text, URI.parse(spec.uri)),
    );
    documents.forEach((document) => LangiumDocuments.addDocument(document));
    await DocumentBuilder.build(documents, { validation: true });
    const [document] = documents;
    const position = document.textDocument.positionAt(offset);
    return { document, position, services: scaling, params: { textDocument: { uri }, position } };
}

async function study(
    uri: string,
    specs: readonly SourceDocument[],
    files: Readonly<Record<string, string>>,
): Promise<StudyResults> {
    const readFile = async (file: string) => {
        const content = files[file.slice(FOLDER.length + 1)];
        return content === undefined ? undefined : new TextEncoder().encode(content);
    };
    const report = await sharedStudy.analyse(uri, specs, { readFile }, { pause: () => undefined });
    return { of: () => ({ report, isCurrent: true }) };
}

/** Simple files: a header of names between commas. */
function headersOf(files: Readonly<Record<string, string>>): FileColumns {
    return { of: async (csvUri) => files[csvUri.slice(FOLDER.length + 1)]?.split('\n')[0].split(',') };
}

/** The labels that completion offers at the cursor, in the order shown. */
export async function complete(marked: string, options?: EditorOptions): Promise<string[]> {
    const { document, services, params } = await edit(marked, options);
    const list = await services.lsp.CompletionProvider!.getCompletion(document, params);
    return (list?.items ?? [])
        .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
        .map(({ label }) => label);
}

/** The text after taking the completion with this label. */
export async function accept(marked: string, label: string, options?: EditorOptions): Promise<string> {
    const { document, services, params } = await edit(marked, options);
    const list = await services.lsp.CompletionProvider!.getCompletion(document, params);
    const item = list?.items.find((each) => each.label === label);
    if (item === undefined)
        throw new Error(`There is no completion “${label}”: ${list?.items.map((each) => each.label).join(', ')}`);
    return applyEdits(document, [item.textEdit as TextEdit]);
}

export async function hover(marked: string, options: EditorOptions = { studied: true }): Promise<string> {
    const { document, services, params } = await edit(marked, options);
    const found: Hover | undefined = await services.lsp.HoverProvider!.getHoverContent(document, params);
    return found === undefined ? '' : (found.contents as MarkupContent).value;
}

export function applyEdits({ textDocument }: SpecDocument, edits: readonly TextEdit[]): string {
    const text = textDocument.getText();
    return [...edits]
        .sort((a, b) => textDocument.offsetAt(b.range.start) - textDocument.offsetAt(a.range.start))
        .reduce(
            (changed, { range, newText }) =>
                changed.slice(0, textDocument.offsetAt(range.start)) +
                newText +
                changed.slice(textDocument.offsetAt(range.end)),
            text,
        );
}
