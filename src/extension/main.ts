/** The extension's entry: everything is registered here, and nothing is done before it is needed. */
import { workspace, type ExtensionContext } from 'vscode';
import { registerCommands } from './commands/register.js';
import { isSpec } from './documents.js';
import { registerLibraryDocuments } from './libraryDocuments.js';
import { allocationPanel } from './panels/allocationPanel.js';
import { curvesPanel } from './panels/curvesPanel.js';
import { ScalingServer } from './server.js';
import { SpecTracker } from './specTracker.js';
import { showServerState } from './status/serverItem.js';
import { WorkItem } from './status/workItem.js';

let server: ScalingServer | undefined;

export function activate(context: ExtensionContext): void {
    server = new ScalingServer(context.extensionUri);
    const specs = new SpecTracker();
    const tools = { context, server, specs };
    const [curves, allocation] = [curvesPanel(tools), allocationPanel(tools)];
    context.subscriptions.push(
        specs,
        curves,
        allocation,
        registerCommands({ ...tools, curves, allocation }),
        registerLibraryDocuments(server),
        showServerState(server),
        new WorkItem(server),
        server,
    );
    startForSpecs(context, server);
}

export async function deactivate(): Promise<void> {
    await server?.stop();
}

function startForSpecs(context: ExtensionContext, scalingServer: ScalingServer): void {
    if (workspace.textDocuments.some(isSpec)) scalingServer.start();
    context.subscriptions.push(
        workspace.onDidOpenTextDocument((document) => {
            if (isSpec(document)) scalingServer.start();
        }),
    );
}
