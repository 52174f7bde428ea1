/** Which laws and runs a file sees, and who is checked again when one changes. */
import { DocumentState, EmptyFileSystemProvider, URI, type FileSystemNode } from 'langium';
import { describe, expect, test } from 'vitest';
import { isLaw } from '../../src/language/generated/ast.js';
import { argumentsOf, chosenPreset, parameterEntries, parametersOf } from '../../src/language/laws.js';
import { createScalingServices } from '../../src/language/module.js';
import { loadFolder } from '../../src/language/workspace.js';
import { checkDiagnostics, findingsOf } from '../support/markers.js';
import { buildSpec, buildSpecs, specServices } from '../support/specs.js';

describe('laws and runs', () => {
    test('of the other specs of the folder are seen', async () => {
        await checkDiagnostics('fit mine to pilot\n', {
            'laws.scaling': 'law mine(x) = a * x\n',
            'runs.scaling': 'runs pilot from "pilot.csv"\n',
        });
    });

    test('of other folders are not', async () => {
        const services = await specServices();
        await buildSpecs(services, { 'laws.scaling': 'law mine(x) = a * x\n' }, 'file:///elsewhere');
        const [document] = await buildSpecs(services, { 'spec.scaling': 'predict mine(1)\n' });
        expect(findingsOf(document).map(({ message }) => message)).toEqual([
            'There is no law or function named `mine`. Did you mean `min`?',
        ]);
    });

    test('of the folder are not seen by an untitled document', async () => {
        const services = await specServices();
        await buildSpecs(services, { 'laws.scaling': 'law mine(x) = a * x\n' });
        const [document] = await buildSpecs(services, { 'Untitled-1.scaling': 'predict mine(1)\n' }, 'untitled:');
        expect(findingsOf(document)).toHaveLength(1);
    });

    test('of the file itself come before those of the folder and the library', async () => {
        await checkDiagnostics('law chinchilla(x) = a * x\nlaw mine() = 3\npredict chinchilla(1) + mine()\n', {
            'a.scaling': 'law mine(x, y) = x + y\n',
            'b.scaling': 'law mine(x, y) = x + y\n',
        });
    });

    test('that two specs of the folder define are ambiguous', async () => {
        await checkDiagnostics(
            `law surface = mine
              ^^^^ error: \`mine\` is defined in \`a.scaling\` and \`b.scaling\`: rename one of them, or define it in this file.
fit surface to pilot
               ^^^^^ error: \`pilot\` is defined in \`a.scaling\` and \`b.scaling\`
`,
            {
                'a.scaling': 'law mine(x) = a * x\nruns pilot from "a.csv"\n',
                'b.scaling': 'law mine(x) = a * x\nruns pilot from "b.csv"\n',
            },
        );
    });
});

/** Files in memory, by the path of their URI. */
class MemoryFiles extends EmptyFileSystemProvider {
    constructor(readonly files: Map<string, string>) {
        super();
    }

    override async readFile(uri?: URI): Promise<string> {
        return this.files.get(uri!.path) ?? '';
    }

    override async readDirectory(): Promise<FileSystemNode[]> {
        return [...this.files.keys()].map((path) => ({ isFile: true, isDirectory: false, uri: URI.file(path) }));
    }
}

describe('a folder', () => {
    async function servicesOver(files: Map<string, string>) {
        const { shared, scaling } = createScalingServices({ fileSystemProvider: () => new MemoryFiles(files) });
        await shared.workspace.WorkspaceManager.initializeWorkspace([]);
        return { shared, scaling };
    }

    test('is checked again when one of its specs changes or goes, and no other folder is', async () => {
        const files = new Map([['/specs/laws.scaling', 'law other(x) = 3 * x\n']]);
        const { shared, scaling } = await servicesOver(files);
        const [user, laws] = await buildSpecs(scaling, {
            'user.scaling': 'predict mine(1)\n',
            'laws.scaling': 'law mine(x) = 3 * x\n',
        });
        await buildSpecs(scaling, { 'c.scaling': 'predict 1\n' }, 'file:///elsewhere');
        expect(findingsOf(user)).toEqual([]);
        const checked: string[] = [];
        const { DocumentBuilder } = shared.workspace;
        DocumentBuilder.onDocumentPhase(DocumentState.Validated, ({ uri }) => {
            if (uri.scheme === 'file') checked.push(uri.path);
        });
        await DocumentBuilder.update([laws.uri], []);
        expect(checked.sort()).toEqual(['/specs/laws.scaling', '/specs/user.scaling']);
        expect(findingsOf(user)).toHaveLength(1);
        files.set('/specs/laws.scaling', 'law mine(x) = 3 * x\n');
        await DocumentBuilder.update([laws.uri], []);
        expect(findingsOf(user)).toEqual([]);
        await DocumentBuilder.update([], [laws.uri]);
        expect(findingsOf(user)).toHaveLength(1);
    });

    test('can be loaded for a spec that is opened alone', async () => {
        const files = new Map([
            ['/specs/laws.scaling', 'law mine(x) = 3 * x\n'],
            ['/specs/data.csv', 'N,loss\n'],
        ]);
        const { shared } = await servicesOver(files);
        const documents = await loadFolder(shared, URI.parse('file:///specs'));
        expect(documents.map(({ uri }) => uri.path)).toEqual(['/specs/laws.scaling']);
    });
});

describe('what a law is made of', () => {
    test('an alias has the arguments, parameters and presets of the law it names', async () => {
        const { document, services } = await buildSpec(`
law first = chinchilla with "Besiroglu 2024" {
  alpha = 0.3
}
law second = first {
  alpha in 0 .. 1
}
law mine(x) = { let y = b * x return a + y + exp(c) * pi }
law lost = nothing
`);
        const scope = services.names.Scope;
        const [, second, mine, lost] = document.parseResult.value.statements.filter(isLaw);
        expect(argumentsOf(second, scope)?.map(({ name }) => name)).toEqual(['N', 'D']);
        expect(parametersOf(second, scope)).toEqual(['E', 'A', 'alpha', 'B', 'beta']);
        expect(chosenPreset(second, scope)?.name).toBe('Besiroglu 2024');
        expect(parameterEntries(second, 'alpha', scope).map(({ $cstNode }) => $cstNode?.text)).toEqual([
            'alpha in 0 .. 1',
            'alpha = 0.3',
            'alpha in 0 .. inf',
        ]);
        expect(parametersOf(mine, scope)).toEqual(['b', 'a', 'c']);
        expect(argumentsOf(lost, scope)).toBeUndefined();
    });
});
