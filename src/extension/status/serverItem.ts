import { Disposable, languages, LanguageStatusSeverity, type LanguageStatusItem } from 'vscode';
import { SCALING_SELECTOR } from '../documents.js';
import type { ScalingServer, ServerState } from '../server.js';

const TEXTS: Readonly<Record<ServerState, string>> = {
    idle: 'Scaling language server',
    starting: 'Scaling language server is starting',
    running: 'Scaling language server',
    stopped: 'Scaling language server is stopped',
};

/** The server's state behind the `{}` of the status bar, with a way to start it anew. */
export function showServerState(server: ScalingServer): Disposable {
    const item = languages.createLanguageStatusItem('scaling.server', [...SCALING_SELECTOR]);
    item.name = 'Scaling Lab';
    item.command = { title: 'Restart', command: 'scaling.restartServer' };
    describe(item, server.state);
    return Disposable.from(
        item,
        server.onDidChangeState((state) => describe(item, state)),
    );
}

function describe(item: LanguageStatusItem, state: ServerState): void {
    item.text = TEXTS[state];
    item.busy = state === 'starting';
    item.severity = state === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
}
