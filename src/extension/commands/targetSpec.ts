import type { Uri } from 'vscode';
import { commands, window } from 'vscode';
import { isSpec, uriArgument } from '../documents.js';
import type { SpecTracker } from '../specTracker.js';

/** The spec that a command means: its argument, else the active editor's, else the one shown last. Says so when there is none. */
export function targetSpec(argument: unknown, specs: SpecTracker): Uri | undefined {
    const active = window.activeTextEditor?.document;
    const uri = uriArgument(argument) ?? (active && isSpec(active) ? active.uri : specs.current);
    if (!uri) void offerNewSpec();
    return uri;
}

async function offerNewSpec(): Promise<void> {
    const message = 'No .scaling file is open. Open one, or make one from a CSV file of runs.';
    if (await window.showInformationMessage(message, 'New Spec')) await commands.executeCommand('scaling.newSpec');
}
