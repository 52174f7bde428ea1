/** Completion items, ranked: what the user's own specs define comes before what the library and the language provide. */
import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem } from 'vscode-languageserver';

export type Rank = 'nearest' | 'own' | 'provided' | 'word';

const RANKS: Readonly<Record<Rank, string>> = { nearest: '1', own: '2', provided: '3', word: '4' };

export interface ItemText {
    readonly detail?: string | undefined;
    readonly doc?: string | undefined;
    /** What it belongs to, shown beside the label. */
    readonly group?: string | undefined;
    /** Comes before the label where items of a rank are sorted. */
    readonly order?: string | undefined;
    /** Inserted instead of the label; `$1` and the like are places to fill in. */
    readonly snippet?: string | undefined;
}

export function item(label: string, kind: CompletionItemKind, rank: Rank, text: ItemText = {}): CompletionItem {
    const { detail, doc, snippet, group, order = '' } = text;
    return {
        label,
        kind,
        sortText: `${RANKS[rank]}${order}${label}`,
        ...(group === undefined ? {} : { labelDetails: { description: group } }),
        ...(detail === undefined ? {} : { detail }),
        ...(doc === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: doc } }),
        ...(snippet === undefined ? {} : { insertText: snippet, insertTextFormat: InsertTextFormat.Snippet }),
    };
}

export function wordItem(word: string): CompletionItem {
    return item(word, CompletionItemKind.Keyword, 'word');
}
