import { commands, window, type Uri } from 'vscode';
import { FitRequest, type FitOutcome } from '../../protocol/requests.js';
import { ensureOpen, nameOf } from '../documents.js';
import { reasonOf, wasAbandoned } from '../failure.js';
import type { Services } from '../services.js';
import { withProgressWhenLong } from '../status/longWork.js';
import { openPanel } from './openPanel.js';
import { targetSpec } from './targetSpec.js';

/** How long the result stays in the status bar. */
const RESULT_SHOWN_MS = 10_000;

/** Fits every law of the spec to its runs and shows the curves beside it. */
export async function fitLaw(services: Services, argument: unknown): Promise<void> {
    const uri = targetSpec(argument, services.specs);
    if (!uri) return;
    const title = `Fitting ${nameOf(uri)}`;
    try {
        await ensureOpen(uri);
        const outcome = await withProgressWhenLong(services.server, uri, title, (token) =>
            services.server.request(FitRequest, { uri: uri.toString() }, token),
        );
        report(services, uri, outcome);
    } catch (error) {
        if (!wasAbandoned(error)) void window.showErrorMessage(`${title} failed: ${reasonOf(error)}`);
    }
}

function report(services: Services, uri: Uri, { status, message }: FitOutcome): void {
    switch (status) {
        case 'fitted':
            openPanel(services, 'curves', uri);
            window.setStatusBarMessage(message, RESULT_SHOWN_MS);
            return;
        case 'cancelled':
            window.setStatusBarMessage(message, RESULT_SHOWN_MS);
            return;
        case 'nothing-to-fit':
            void window.showInformationMessage(message);
            return;
        case 'errors':
            void offerProblems(message);
    }
}

async function offerProblems(message: string): Promise<void> {
    if (await window.showErrorMessage(message, 'Show Problems')) {
        await commands.executeCommand('workbench.actions.view.problems');
    }
}
