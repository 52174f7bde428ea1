/** Where the lexer is: in which statement, and which of its brackets are open. */
import type { MatchedToken } from './matcher.js';

export const STATEMENT_KEYWORDS: readonly string[] = ['runs', 'law', 'fit', 'compare', 'budget', 'predict'];

/** The statements in whose blocks each word begins an entry. */
export const ENTRY_KEYWORDS: Readonly<Record<string, readonly string[]>> = {
    where: ['runs'],
    let: ['law', 'budget'],
    return: ['law'],
    preset: ['law'],
    objective: ['fit', 'compare'],
    weights: ['fit', 'compare'],
    errors: ['fit', 'compare'],
    using: ['fit'],
    holdout: ['fit', 'compare'],
    influence: ['fit'],
    bootstrap: ['fit', 'compare'],
    intervals: ['fit'],
    solver: ['fit'],
    minimize: ['budget'],
    maximize: ['budget'],
    subject: ['budget'],
    for: ['budget'],
};

export function isStatementKeyword(word: string): boolean {
    return STATEMENT_KEYWORDS.includes(word);
}

export function isEntryKeyword(word: string): boolean {
    return Object.hasOwn(ENTRY_KEYWORDS, word);
}

export interface Surroundings {
    /** The keyword of the statement that the next token belongs to, if no new one begins. */
    readonly statement: string | undefined;
    /** How many braces are open since that keyword. */
    readonly depth: number;
    /** How many round brackets are open since the last brace or entry keyword. */
    readonly parentheses: number;
}

interface Progress {
    tokensSeen: number;
    statement: string | undefined;
    depth: number;
    parentheses: number;
}

/** How far each run of the lexer has been followed, so that a run stays linear: one array of tokens per run. */
const progressOfRuns = new WeakMap<readonly MatchedToken[], Progress>();

export function surroundings(matched: readonly MatchedToken[]): Surroundings {
    let progress = progressOfRuns.get(matched);
    if (progress === undefined) {
        progress = { tokensSeen: 0, statement: undefined, depth: 0, parentheses: 0 };
        progressOfRuns.set(matched, progress);
    }
    for (; progress.tokensSeen < matched.length; progress.tokensSeen++) follow(matched[progress.tokensSeen], progress);
    return progress;
}

/** What begins a statement or an entry begins anew: what was left open before it does not reach into it. */
function follow({ image, tokenType }: MatchedToken, progress: Progress): void {
    if (image === '(') progress.parentheses++;
    else if (image === ')') progress.parentheses--;
    else if (image === '{' || image === '}') {
        progress.depth = Math.max(0, progress.depth + (image === '{' ? 1 : -1));
        progress.parentheses = 0;
    } else if (isStatementKeyword(tokenType.name)) {
        Object.assign(progress, { statement: image, depth: 0, parentheses: 0 });
    } else if (isEntryKeyword(tokenType.name)) progress.parentheses = 0;
}
