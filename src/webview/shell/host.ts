/** The panel's side of the messages in `src/protocol/panel.ts`, and the state that survives a reload. */
import type { FromPanel, ToPanel } from '../../protocol/panel.js';
import { onThemeChange } from '../theme/currentTheme.js';

interface VsCodeApi {
    postMessage(message: unknown): void;
    getState(): unknown;
    setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface Host<From, State> {
    post(message: From): void;
    state(): State;
    setState(change: Partial<State>): void;
}

export interface PanelParts<View> {
    show(view: View): void;
    showEmpty(message: string): void;
    /** The cursor stands on this line of this file. */
    select(uri: string, line: number | null): void;
    /** A statement is asked for. */
    turnTo(line: number): void;
    /** The theme has changed. */
    redraw(): void;
}

export function connectHost<From, State extends object>(restore: (saved: unknown) => State): Host<From, State> {
    const api = acquireVsCodeApi();
    let state = restore(api.getState());
    return {
        post: (message) => api.postMessage(message),
        state: () => state,
        setState(change) {
            state = { ...state, ...change };
            api.setState(state);
        },
    };
}

/** Listens, says `ready`, and pulls; from then on whenever what is shown may be stale. */
export function runPanel<View>(post: (message: FromPanel) => void, parts: PanelParts<View>): void {
    window.addEventListener('message', ({ data }: MessageEvent<ToPanel<View>>) => {
        switch (data.type) {
            case 'changed':
                return post({ type: 'pull' });
            case 'view':
                return parts.show(data.view);
            case 'empty':
                return parts.showEmpty(data.message);
            case 'select':
                return parts.select(data.uri, data.line);
            case 'turn-to':
                return parts.turnTo(data.line);
        }
    });
    onThemeChange(() => parts.redraw());
    post({ type: 'ready' });
    post({ type: 'pull' });
}
