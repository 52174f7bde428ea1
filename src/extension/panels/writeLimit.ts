import type { Uri } from 'vscode';
import { Range, window, workspace, WorkspaceEdit, type TextDocument, type WebviewPanel } from 'vscode';
import { WriteLimitRequest, type LimitParams, type WriteLimitResult } from '../../protocol/requests.js';
import { ensureOpen } from '../documents.js';
import { reasonOf, wasAbandoned } from '../failure.js';
import type { ScalingServer } from '../server.js';
import { revealLine } from './reveal.js';

/** Writes a budget's new limit into its spec, as an edit that can be undone, and shows the line. */
export async function writeLimit(
    server: ScalingServer,
    uri: Uri | undefined,
    limit: LimitParams,
    panel: WebviewPanel,
): Promise<void> {
    if (!uri) return;
    try {
        const document = await ensureOpen(uri);
        const change = await editForText(server, document, limit);
        if (!change) {
            void window.showWarningMessage(`Budget ${limit.budget} has no constraint with a number to write any more.`);
            return;
        }
        const edit = new WorkspaceEdit();
        edit.replace(uri, rangeOf(change), change.newText);
        if (await workspace.applyEdit(edit)) await revealLine(uri, change.start.line, panel.viewColumn);
    } catch (error) {
        if (wasAbandoned(error)) return;
        void window.showErrorMessage(`The limit of budget ${limit.budget} could not be written: ${reasonOf(error)}`);
    }
}

/** The server's edit for the text as it is when the edit arrives: asked again when someone typed meanwhile. */
async function editForText(
    server: ScalingServer,
    document: TextDocument,
    limit: LimitParams,
): Promise<WriteLimitResult | null> {
    for (;;) {
        const { version } = document;
        const change = await server.request(WriteLimitRequest, { uri: document.uri.toString(), ...limit });
        if (document.version === version) return change;
    }
}

function rangeOf({ start, end }: WriteLimitResult): Range {
    return new Range(start.line, start.character, end.line, end.character);
}
