/** How a request to the server ended without a result. */

/**
 * Codes of the language server protocol (3.17, “Base protocol” and JSON-RPC) for an answer that nobody waits for any more: the request
 * was cancelled by us or the server, its text changed, or the server died and is started again.
 */
const REQUEST_CANCELLED = -32800;
const ABANDONED_CODES = new Set([
    REQUEST_CANCELLED,
    -32801, // ContentModified
    -32802, // ServerCancelled
    -32099, // MessageWriteError
    -32097, // PendingResponseRejected
    -32096, // ConnectionInactive
]);

/** Whether the request was given up rather than failed: nothing to tell the user. */
export function wasAbandoned(error: unknown): boolean {
    return ABANDONED_CODES.has(codeOf(error));
}

/** Whether the work that the request waited for was stopped, by us or by the user. */
export function wasCancelled(error: unknown): boolean {
    return codeOf(error) === REQUEST_CANCELLED;
}

/** What went wrong, in a sentence. */
export function reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): number {
    return typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : NaN;
}
