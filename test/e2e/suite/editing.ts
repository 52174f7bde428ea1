/** What a user sees while writing a spec. */
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
    eventually,
    extension,
    FIRST_ROW,
    hoverText,
    numberAfter,
    openSpec,
    placeOf,
    PLANTED,
    problems,
    setText,
    workspaceUri,
    writeFile,
} from '../specs.js';

describe('editing a spec', () => {
    it('activates when asked to', async function () {
        const start = performance.now();
        await extension().activate();
        // A figure for the benchmarks, not a bound: the machine may be busy.
        this.test!.title += ` (loaded and activated in ${(performance.now() - start).toFixed(0)} ms)`;
        assert.ok(extension().isActive);
    });

    it('is active for a .scaling file', async () => {
        const { document } = await openSpec('activation/a.scaling', PLANTED);
        assert.equal(document.languageId, 'scaling');
        await eventually('activation', () => extension().isActive);
    });

    it('shows a mistake while typing, and drops it when it is mended', async () => {
        const editor = await openSpec('mistake/a.scaling', PLANTED.replace('fit surface', 'fit surfaec'));
        const found = await eventually('a diagnostic', () => problems(editor));
        assert.match(found.join('\n'), /surfaec/);
        await setText(editor, PLANTED);
        await eventually('the end of the diagnostics', () => problems(editor).length === 0);
    });

    it('keeps the statements around a half-typed one', async () => {
        const editor = await openSpec(
            'half-typed/a.scaling',
            PLANTED.replace('fit surface to pilot', 'fit surface to'),
        );
        await eventually('a diagnostic', () => problems(editor));
        const names = (await symbols(editor)).map(({ name }) => name).join(', ');
        for (const name of ['pilot', 'surface', 'next']) assert.match(names, new RegExp(name));
    });

    it('opens every example without a complaint', async () => {
        const files = (await vscode.workspace.fs.readDirectory(workspaceUri('.')))
            .map(([name]) => name)
            .filter((name) => name.endsWith('.scaling'));
        assert.notEqual(files.length, 0);
        for (const file of files) {
            const editor = await vscode.window.showTextDocument(workspaceUri(file));
            await eventually('an outline', () => symbols(editor));
            await eventually(
                `${file} without a problem (${problems(editor).join('; ')})`,
                () => problems(editor).length === 0,
            );
        }
    });

    it('completes the name of a law, and columns', async () => {
        const editor = await openSpec('completion/a.scaling', `${PLANTED}\nfit sur`);
        const labels = await eventually('completion', () =>
            completions(editor, editor.document.positionAt(editor.document.getText().length)),
        );
        assert.ok(labels.includes('surface'), labels.join(', '));
    });

    it('shows the predicted loss of a row in a hover', async () => {
        const editor = await openSpec('hover/a.scaling', PLANTED);
        const predicted = await eventually('a prediction in the hover', async () =>
            numberAfter(await hoverText(editor, FIRST_ROW.line, 6), 'predicted loss'),
        );
        assert.ok(Math.abs(predicted - FIRST_ROW.loss) < 0.005, `${predicted} is not ${FIRST_ROW.loss}`);
    });

    it('shows fitted parameters as inlay hints', async () => {
        const editor = await openSpec('hints/a.scaling', PLANTED);
        const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
        const hints = await eventually('inlay hints', () =>
            vscode.commands.executeCommand<vscode.InlayHint[]>(
                'vscode.executeInlayHintProvider',
                editor.document.uri,
                whole,
            ),
        );
        const text = hints
            .map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')))
            .join('\n');
        assert.match(text, /0\.34/);
    });

    it('goes to the definition of a law of the library', async () => {
        const editor = await openSpec('library/a.scaling', 'law planning = chinchilla with "Hoffmann 2022"\n');
        const [target] = await eventually('a definition', () =>
            vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
                'vscode.executeDefinitionProvider',
                editor.document.uri,
                placeOf(editor, 'chinchilla'),
            ),
        );
        const uri = 'targetUri' in target! ? target.targetUri : target!.uri;
        assert.match((await vscode.workspace.openTextDocument(uri)).getText(), /law chinchilla/);
    });

    it('renames a law in every file that uses it', async () => {
        const user = await writeFile('rename/user.scaling', 'predict surface(N = 1B, D = 20B)\n');
        const editor = await openSpec('rename/definer.scaling', 'law surface(N, D) = 406 / N^0.34 + 410 / D^0.28\n');
        await eventually('an outline', () => symbols(editor));
        const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
            'vscode.executeDocumentRenameProvider',
            editor.document.uri,
            placeOf(editor, 'surface'),
            'valley',
        );
        assert.ok(await vscode.workspace.applyEdit(edit));
        assert.match(editor.document.getText(), /^law valley\(/);
        assert.match((await vscode.workspace.openTextDocument(user)).getText(), /^predict valley\(/);
    });

    it('aligns tables when formatting', async () => {
        const editor = await openSpec(
            'format/a.scaling',
            'runs pilot {\n| N | D | loss |\n| 70M | 1.4B | 3.562 |\n}\n',
        );
        const edits = await eventually('formatting', () =>
            vscode.commands.executeCommand<vscode.TextEdit[]>(
                'vscode.executeFormatDocumentProvider',
                editor.document.uri,
                {
                    tabSize: 2,
                    insertSpaces: true,
                },
            ),
        );
        const edit = new vscode.WorkspaceEdit();
        edit.set(editor.document.uri, edits);
        await vscode.workspace.applyEdit(edit);
        const rows = editor.document
            .getText()
            .split('\n')
            .filter((line) => line.includes('|'));
        const bars = rows.map((row) => [...row.matchAll(/\|/g)].map(({ index }) => index).join());
        assert.deepEqual(bars, [bars[0], bars[0]], editor.document.getText());
    });
});

function symbols({ document }: vscode.TextEditor): Thenable<vscode.DocumentSymbol[]> {
    return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
}

async function completions({ document }: vscode.TextEditor, position: vscode.Position): Promise<string[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
