/** The language's services: Langium core services only, so that server and CLI build on the same module. */
import {
    createDefaultCoreModule,
    createDefaultSharedCoreModule,
    inject,
    ValidationRegistry,
    type DeepPartial,
    type DefaultSharedCoreModuleContext,
    type LangiumCoreServices,
    type LangiumSharedCoreServices,
    type Module,
} from 'langium';
import { registerChecks } from './checks/register.js';
import { ScalingGeneratedModule, ScalingGeneratedSharedModule } from './generated/module.js';
import { LexerMessages, ScalingLexer } from './lexer.js';
import { LiteralConverter } from './literals.js';
import { ParserExpectations } from './parserMessages.js';
import { Library } from './library.js';
import { Scope } from './scope.js';
import { Syntax } from './syntax.js';
import { SpecServiceRegistry } from './serviceRegistry.js';
import { ScalingTokenBuilder } from './tokens.js';
import { ScalingDocumentValidator } from './validator.js';
import { FolderIndexManager } from './workspace.js';

export interface ScalingAddedServices {
    readonly names: {
        readonly Library: Library;
        /** Which laws and runs a document can see. */
        readonly Scope: Scope;
    };
    readonly syntax: {
        /** The syntax errors of a document, and what they damage. */
        readonly Syntax: Syntax;
    };
}

export type ScalingServices = LangiumCoreServices & ScalingAddedServices;

/** A name may be that of an operand: the token after it tells. Everything else is told by the next token. */
const LOOKAHEAD = 2;

/** What this language changes of the services per language; the server lays it over Langium's LSP module. */
export const ScalingModule: Module<ScalingServices, DeepPartial<LangiumCoreServices> & ScalingAddedServices> = {
    parser: {
        TokenBuilder: () => new ScalingTokenBuilder(),
        Lexer: (services) => new ScalingLexer(services),
        ParserConfig: () => ({ maxLookahead: LOOKAHEAD }),
        ValueConverter: () => new LiteralConverter(),
        LexerErrorMessageProvider: () => new LexerMessages(),
        ParserErrorMessageProvider: () => new ParserExpectations(),
    },
    names: {
        Library: (services) => new Library(services.shared),
        Scope: (services) => new Scope(services.shared.workspace.LangiumDocuments, services.names.Library),
    },
    syntax: {
        Syntax: (services) => new Syntax(services),
    },
    validation: {
        DocumentValidator: (services) => new ScalingDocumentValidator(services),
        ValidationRegistry: (services) => {
            const registry = new ValidationRegistry(services);
            registerChecks(registry, services);
            return registry;
        },
    },
};

/** What this language changes of the shared services. */
export const ScalingSharedModule: Module<LangiumSharedCoreServices, DeepPartial<LangiumSharedCoreServices>> = {
    ServiceRegistry: (services) => new SpecServiceRegistry(services),
    workspace: {
        IndexManager: (services) => new FolderIndexManager(services),
    },
};

/** Services without an editor. */
export function createScalingServices(context: DefaultSharedCoreModuleContext): {
    shared: LangiumSharedCoreServices;
    scaling: ScalingServices;
} {
    const shared = inject(createDefaultSharedCoreModule(context), ScalingGeneratedSharedModule, ScalingSharedModule);
    const scaling = inject(createDefaultCoreModule({ shared }), ScalingGeneratedModule, ScalingModule);
    shared.ServiceRegistry.register(scaling);
    return { shared, scaling };
}
