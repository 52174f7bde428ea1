import type { CancellationToken, ExtensionContext, Uri } from 'vscode';
import type { AllocationFromPanel } from '../../protocol/allocationPanel.js';
import type { LimitParams } from '../../protocol/requests.js';
import type { ScalingServer } from '../server.js';
import type { SpecTracker } from '../specTracker.js';
import type { PanelName } from './shell.js';

/** What the panels need of the extension. */
export interface PanelTools {
    readonly context: ExtensionContext;
    readonly server: ScalingServer;
    readonly specs: SpecTracker;
}

/** What a panel wants to show. */
export interface Question {
    readonly uri: Uri;
    /** Answer one budget as if its limit were another. */
    readonly trial?: LimitParams;
}

export type PanelMessage = AllocationFromPanel;

/** What tells one panel from the other. */
export interface PanelKind<View> {
    readonly name: PanelName;
    /** Before the document's name, for example `Curves`. */
    readonly title: string;
    readonly ask: (question: Question, token: CancellationToken) => Promise<View>;
}

/** Under which VS Code remembers the panel over a window reload. */
export function viewType(name: PanelName): string {
    return `scaling.${name}`;
}
