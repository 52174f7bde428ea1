/** The frame that both panels share: the view that is shown, the line that is lit, and when all of it is drawn anew. */
import type { FromPanel } from '../../protocol/panel.js';
import { connectHost, runPanel } from './host.js';
import { emptyState } from './messages.js';
import { watchPress } from './press.js';

/** A line of a file, as the editor knows it. */
export interface Place {
    readonly uri: string;
    readonly line: number;
}

/** What every panel remembers through a reload of the window. */
export interface FrameState {
    /** Read by the extension, too, which then knows what the restored panel shows. */
    readonly documentUri: string | null;
    /** Names of the figures that are shown as tables. */
    readonly tables: readonly string[];
}

export interface FrameParts<View> {
    /** Why there is nothing to show; null where there is something. */
    readonly nothingIn: (view: View) => string | null;
    readonly content: readonly HTMLElement[];
    readonly draw: (view: View) => void;
    /** What the lit line lights: most moves of the cursor change nothing. */
    readonly lit: (view: View) => unknown;
    /** A panel that shows one statement at a time turns to that on this line. */
    readonly turnTo?: (view: View, line: number) => void;
}

export interface Frame<View, From, State> {
    post(message: From): void;
    state(): State;
    /** Changes the state and draws. */
    setState(change: Partial<State>): void;
    view(): View | undefined;
    selected(): Place | null;
    /** Lights a line of the panel's own accord. */
    select(place: Place | null): void;
    /** Shows a line in an editor. */
    reveal(place: Place): void;
    isTable(figure: string): boolean;
    showTable(figure: string, asTable: boolean): void;
    draw(): void;
    run(parts: FrameParts<View>): void;
}

export function createFrame<View extends { readonly documentUri: string }, From, State extends FrameState>(
    restore: (saved: unknown) => State,
): Frame<View, From | FromPanel, State> {
    const host = connectHost<From | FromPanel, State>(restore);
    const panel = document.getElementById('panel')!;
    let shown: View | undefined;
    let selected: Place | null = null;
    let parts: FrameParts<View> | undefined;

    const press = watchPress(document);
    const draw = (): void => press.whenReleased(drawNow);
    const drawNow = (): void => {
        if (!shown || !parts) {
            return;
        }
        const nothing = parts.nothingIn(shown);
        if (nothing !== null) {
            panel.replaceChildren(emptyState(nothing));
            return;
        }
        if (!parts.content[0].isConnected) {
            panel.replaceChildren(...parts.content);
        }
        parts.draw(shown);
    };
    const setState = (change: Partial<State>): void => {
        host.setState(change);
        draw();
    };
    const litNow = (): unknown => shown && parts?.lit(shown);

    return {
        post: host.post,
        state: host.state,
        setState,
        view: () => shown,
        selected: () => selected,
        select(place) {
            selected = place;
            draw();
        },
        reveal: (place) => host.post({ type: 'reveal', ...place }),
        isTable: (figure) => host.state().tables.includes(figure),
        showTable(figure, asTable) {
            const others = host.state().tables.filter((other) => other !== figure);
            setState({ ...host.state(), tables: asTable ? [...others, figure] : others });
        },
        draw,
        run(given) {
            parts = given;
            runPanel<View>(host.post, {
                show(view) {
                    shown = view;
                    setState({ ...host.state(), documentUri: view.documentUri });
                },
                showEmpty(message) {
                    shown = undefined;
                    panel.replaceChildren(emptyState(message));
                },
                select(uri, line) {
                    const before = litNow();
                    selected = line === null ? null : { uri, line };
                    if (litNow() !== before) {
                        draw();
                    }
                },
                turnTo: (line) => shown && parts?.turnTo?.(shown, line),
                redraw: draw,
            });
        },
    };
}

/** What was saved of it, by whichever version. */
export function restoredFrame(values: Readonly<Record<string, unknown>>): FrameState {
    const { documentUri, tables } = values;
    return {
        documentUri: typeof documentUri === 'string' ? documentUri : null,
        tables: Array.isArray(tables) ? tables.filter((name) => typeof name === 'string') : [],
    };
}

/** Whatever was saved, as an object. */
export function savedValues(saved: unknown): Readonly<Record<string, unknown>> {
    return typeof saved === 'object' && saved !== null ? { ...saved } : {};
}
