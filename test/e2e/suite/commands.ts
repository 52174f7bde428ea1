/** The commands, and the panels that they open. */
import { strict as assert } from 'node:assert';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
    eventually,
    FIRST_ROW,
    hoverText,
    numberAfter,
    openSpec,
    OPTIMUM,
    panelColumn,
    placeOf,
    PLANTED,
    writeFile,
} from '../specs.js';

describe('commands', () => {
    afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

    it('Fit Law shows the fitted curves beside the editor', async () => {
        const editor = await openSpec('fit/a.scaling', PLANTED);
        await vscode.commands.executeCommand('scaling.fitLaw');
        const column = await eventually('the Curves panel', () => panelColumn('scaling.curves'));
        assert.notEqual(column, editor.viewColumn);
    });

    it('Show Curves and Show Allocation open their panels', async () => {
        await openSpec('show/a.scaling', PLANTED);
        await vscode.commands.executeCommand('scaling.showCurves');
        await eventually('the Curves panel', () => panelColumn('scaling.curves'));
        await vscode.commands.executeCommand('scaling.showAllocation');
        await eventually('the Allocation panel', () => panelColumn('scaling.allocation'));
    });

    it('answers a budget in its hover with the closed-form optimum', async () => {
        const editor = await openSpec('budget/a.scaling', PLANTED);
        const { line, character } = placeOf(editor, 'next');
        const answer = await eventually('an answer in the hover', async () => {
            const hover = await hoverText(editor, line, character);
            return /optimum/.test(hover) && hover;
        });
        for (const name of ['N', 'D'] as const) {
            const found = numberAfter(answer, `| ${name} |`);
            assert.ok(
                Math.abs(found / OPTIMUM[name] - 1) < 0.01,
                `${name} = ${found} is not ${OPTIMUM[name]}:\n${answer}`,
            );
        }
    });

    it('New Spec writes a spec for a CSV file', async () => {
        const csv = await writeFile(
            'new/measured.csv',
            'params,tokens,loss\n7e7,1.4e9,3.6\n1.6e8,3.2e9,3.1\n4.1e8,8.2e9,2.8\n',
        );
        await vscode.commands.executeCommand('scaling.newSpec', csv);
        const text = await eventually('a new spec', () => {
            const document = vscode.window.activeTextEditor?.document;
            return document?.languageId === 'scaling' && document.getText();
        });
        assert.match(text, /runs \w+ from "measured\.csv"/);
        assert.match(text, /loss/);
    });

    it('Restart Server brings the answers back', async () => {
        const editor = await openSpec('restart/a.scaling', PLANTED);
        await vscode.commands.executeCommand('scaling.restartServer');
        await eventually('a prediction after the restart', async () =>
            /predict/i.test(await hoverText(editor, FIRST_ROW.line, 6)),
        );
    });
});
