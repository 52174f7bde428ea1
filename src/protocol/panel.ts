/**
 * The messages that both panels share. The extension notifies small (`changed`), the panel pulls (`pull`); nothing is sent
 * to a panel before it says `ready`.
 */

export type ToPanel<View> =
    /** What is shown may be stale: pull. */
    | { readonly type: 'changed' }
    | { readonly type: 'view'; readonly view: View }
    /** There is nothing to show, and why. */
    | { readonly type: 'empty'; readonly message: string }
    /** The cursor stands on this line of this file (null: on no row). */
    | { readonly type: 'select'; readonly uri: string; readonly line: number | null }
    /** Turn to the statement that begins on this line. */
    | { readonly type: 'turn-to'; readonly line: number };

export type FromPanel =
    | { readonly type: 'ready' }
    | { readonly type: 'pull' }
    /** Show this line in an editor. */
    | { readonly type: 'reveal'; readonly uri: string; readonly line: number }
    /** Save a file the panel has drawn. `data` is text for svg and csv, base64 for png. */
    | { readonly type: 'export'; readonly format: 'svg' | 'png' | 'csv'; readonly name: string; readonly data: string }
    | { readonly type: 'copy'; readonly text: string };
