/** What users get: the .vsix, installed. One scenario through all of its bundles. */
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
    panelColumn,
    PLANTED,
    problems,
} from '../specs.js';

describe('the packaged extension', () => {
    it('runs from where it was installed', () => {
        assert.match(extension().extensionPath, /scaling-lab\.scaling-lab-\d/);
    });

    it('checks, fits, predicts and shows the curves', async () => {
        const editor = await openSpec('packaged/a.scaling', PLANTED.replace('fit surface', 'fit surfaec'));
        await eventually('a diagnostic', () => problems(editor));
        const start = editor.document.getText().indexOf('surfaec');
        const range = new vscode.Range(
            editor.document.positionAt(start),
            editor.document.positionAt(start + 'surfaec'.length),
        );
        await editor.edit((edit) => edit.replace(range, 'surface'));
        await eventually('the end of the diagnostics', () => problems(editor).length === 0);
        const predicted = await eventually('the predicted loss', async () =>
            numberAfter(await hoverText(editor, FIRST_ROW.line, 6), 'predicted loss'),
        );
        assert.ok(Math.abs(predicted - FIRST_ROW.loss) < 0.005, `${predicted} is not ${FIRST_ROW.loss}`);
        await vscode.commands.executeCommand('scaling.fitLaw');
        await eventually('the Curves panel', () => panelColumn('scaling.curves'));
    });
});
