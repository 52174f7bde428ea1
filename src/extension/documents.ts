import { Uri, workspace, type TextDocument } from 'vscode';

export const LANGUAGE_ID = 'scaling';

/** Of the law library's documents, which the extension shows read-only. */
export const LIBRARY_SCHEME = 'builtin';

/** Where specs live. Not in `git:` and the like: an old version beside the new one would declare every name twice. */
const SPEC_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

export const SCALING_SELECTOR = [...SPEC_SCHEMES, LIBRARY_SCHEME].map((scheme) => ({ language: LANGUAGE_ID, scheme }));

/** A user's spec, as opposed to other files and to the law library. */
export function isSpec(document: TextDocument): boolean {
    return document.languageId === LANGUAGE_ID && SPEC_SCHEMES.includes(document.uri.scheme);
}

/**
 * Opens a document, without an editor, if it is not open: the server answers about open documents.
 *
 * @throws Error when it cannot be opened, for example because it was deleted.
 */
export async function ensureOpen(uri: Uri): Promise<TextDocument> {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open) return open;
    // VS Code would make an empty document of that name.
    if (uri.scheme === 'untitled') throw new Error(`${nameOf(uri)} was closed.`);
    return workspace.openTextDocument(uri);
}

/** What a command was called with: a URI from a menu, its text from a code lens, or nothing from the palette. */
export function uriArgument(argument: unknown): Uri | undefined {
    if (argument instanceof Uri) return argument;
    return typeof argument === 'string' ? Uri.parse(argument) : undefined;
}

/** For titles and messages, for example `surface.scaling`. */
export function nameOf(uri: Uri): string {
    return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The folder that a file lies in; of a document without one, the first workspace folder. */
export function folderOf(uri: Uri | undefined): Uri | undefined {
    if (uri && uri.scheme !== 'untitled') return Uri.joinPath(uri, '..');
    return workspace.workspaceFolders?.[0]?.uri;
}
