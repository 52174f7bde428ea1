/** Specs in tests: parses texts as documents of one folder, beside the law library. */
import { DocumentState, EmptyFileSystem, URI, type LangiumDocument } from 'langium';
import type { Specification } from '../../src/language/generated/ast.js';
import { createScalingServices, type ScalingServices } from '../../src/language/module.js';

export type SpecDocument = LangiumDocument<Specification>;

/** Services with the library loaded; each call its own, so that tests do not see one another's laws. */
export async function specServices(): Promise<ScalingServices> {
    const { shared, scaling } = createScalingServices(EmptyFileSystem);
    await shared.workspace.WorkspaceManager.initializeWorkspace([]);
    return scaling;
}

/** Builds and checks documents of one folder; the first is the one under test. */
export async function buildSpecs(
    services: ScalingServices,
    texts: Readonly<Record<string, string>>,
    folder = 'file:///specs',
): Promise<SpecDocument[]> {
    const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
    const documents = Object.entries(texts).map(([name, text]) => {
        const document = LangiumDocumentFactory.fromString<Specification>(text, URI.parse(`${folder}/${name}`));
        LangiumDocuments.addDocument(document);
        return document;
    });
    await DocumentBuilder.build(documents, { validation: true });
    return documents;
}

/** Builds one text in services of its own. */
export async function buildSpec(text: string): Promise<{ document: SpecDocument; services: ScalingServices }> {
    const services = await specServices();
    const [document] = await buildSpecs(services, { 'spec.scaling': text });
    return { document, services };
}

/** Forgets all documents but the library's, so that services can be used again. */
export function clearSpecs(services: ScalingServices): void {
    const { LangiumDocuments } = services.shared.workspace;
    for (const document of LangiumDocuments.all.toArray()) {
        if (document.uri.scheme === 'builtin') continue;
        LangiumDocuments.deleteDocument(document.uri);
        document.state = DocumentState.Changed;
    }
}
