import { window } from 'vscode';
import type { Services } from '../services.js';

/** Starts the server afresh. When it dies again and again, the server itself says so. */
export async function restartServer({ server }: Services): Promise<void> {
    await server.restart();
    if (server.state === 'running') window.setStatusBarMessage('The Scaling language server was restarted.', 5000);
}
