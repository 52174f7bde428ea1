/** The language server's services: the language's own, laid over Langium's LSP services, and one provider per editor feature. */
import { inject, type DeepPartial, type Module } from 'langium';
import {
    createDefaultModule,
    createDefaultSharedModule,
    type DefaultSharedModuleContext,
    type LangiumLSPServices,
    type LangiumServices,
    type LangiumSharedServices,
} from 'langium/lsp';
import { ScalingGeneratedModule, ScalingGeneratedSharedModule } from '../language/generated/module.js';
import { ScalingModule, ScalingSharedModule, type ScalingAddedServices } from '../language/module.js';
import { SpecDocumentBuilder } from './documentBuilder.js';
import { createCodeActionProvider } from './features/codeActions.js';
import { createCodeLensProvider } from './features/codeLenses.js';
import { createCompletionProvider } from './features/completion.js';
import { allSpecifications, type FeatureContext } from './features/context.js';
import { createDefinitionProvider } from './features/definition.js';
import { createDocumentHighlightProvider } from './features/documentHighlight.js';
import { createDocumentLinkProvider } from './features/documentLinks.js';
import { createDocumentSymbolProvider } from './features/documentSymbols.js';
import { createFoldingRangeProvider } from './features/folding.js';
import { createFormatter } from './features/formatting.js';
import { createHoverProvider } from './features/hover.js';
import { createInlayHintProvider } from './features/inlayHints.js';
import { createReferencesProvider } from './features/references.js';
import { createRenameProvider } from './features/rename.js';
import { createSemanticTokenProvider } from './features/semanticTokens.js';
import { createSignatureHelpProvider } from './features/signatureHelp.js';
import { createWorkspaceSymbolProvider } from './features/workspaceSymbols.js';
import { guarded, type ErrorLog } from './guard.js';
import type { FileColumns, StudyResults } from './results.js';
import { SpecUpdateHandler } from './updateHandler.js';

export type ServerServices = LangiumServices & ScalingAddedServices;

export interface ServerKnowledge {
    readonly results: StudyResults;
    readonly fileColumns: FileColumns;
    readonly log: ErrorLog;
}

export interface SpecSharedServices extends LangiumSharedServices {
    readonly lsp: LangiumSharedServices['lsp'] & { readonly DocumentUpdateHandler: SpecUpdateHandler };
}

export function createServerServices(
    context: DefaultSharedModuleContext,
    knowledge: ServerKnowledge,
): { readonly shared: SpecSharedServices; readonly scaling: ServerServices } {
    const sharedModule: Module<LangiumSharedServices, DeepPartial<LangiumSharedServices>> = {
        workspace: {
            DocumentBuilder: (services) => new SpecDocumentBuilder(services),
        },
        lsp: {
            DocumentUpdateHandler: (services) => new SpecUpdateHandler(services),
            WorkspaceSymbolProvider: (services) =>
                guarded(
                    'workspace symbols',
                    createWorkspaceSymbolProvider(services, () => allSpecifications({ language: scaling })),
                    knowledge.log,
                ),
        },
    };
    const shared = inject(
        createDefaultSharedModule(context),
        ScalingGeneratedSharedModule,
        ScalingSharedModule,
        sharedModule,
    ) as SpecSharedServices;
    const scaling: ServerServices = inject(
        createDefaultModule({ shared }),
        ScalingGeneratedModule,
        ScalingModule,
        featureModule(knowledge),
    );
    shared.ServiceRegistry.register(scaling);
    return { shared, scaling };
}

type FeatureFactory<T> = (context: FeatureContext) => T;

function featureModule({
    results,
    fileColumns,
    log,
}: ServerKnowledge): Module<ServerServices, Pick<LangiumLSPServices, 'lsp'>> {
    const feature =
        <T extends object>(name: string, create: FeatureFactory<T>) =>
        (language: ServerServices): T =>
            guarded(name, create({ language, results, fileColumns }), log);
    return {
        lsp: {
            CodeActionProvider: feature('code actions', createCodeActionProvider),
            CodeLensProvider: feature('code lenses', createCodeLensProvider),
            CompletionProvider: feature('completion', createCompletionProvider),
            DefinitionProvider: feature('definition', createDefinitionProvider),
            DocumentHighlightProvider: feature('highlights', createDocumentHighlightProvider),
            DocumentLinkProvider: feature('links', createDocumentLinkProvider),
            DocumentSymbolProvider: feature('outline', createDocumentSymbolProvider),
            FoldingRangeProvider: feature('folding', createFoldingRangeProvider),
            Formatter: feature('formatting', createFormatter),
            HoverProvider: feature('hover', createHoverProvider),
            InlayHintProvider: feature('inlay hints', createInlayHintProvider),
            ReferencesProvider: feature('references', createReferencesProvider),
            RenameProvider: feature('rename', createRenameProvider),
            SemanticTokenProvider: feature('semantic tokens', createSemanticTokenProvider),
            SignatureHelp: feature('signature help', createSignatureHelpProvider),
        },
    };
}
