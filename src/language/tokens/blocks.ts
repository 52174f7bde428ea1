/** Where the lexer is: in which statement, and which of its brackets are open. */
import type { MatchedToken } from './matcher.js';

export const STATEMENT_KEYWORDS: readonly string[] = [
    'runs',
    'schedule',
    'law',
    'fit',
    'compare',
    'budget',
    'plan',
    'predict',
];

/** The statements in whose blocks each word begins an entry. */
export const ENTRY_KEYWORDS: Readonly<Record<string, readonly string[]>> = {
    where: ['runs'],
    series: ['runs'],
    warmup: ['schedule'],
    constant: ['schedule'],
    linear: ['schedule'],
    cosine: ['schedule'],
    sqrt: ['schedule'],
    square: ['schedule'],
    exponential: ['schedule'],
    let: ['law', 'budget'],
    return: ['law'],
    preset: ['law'],
    objective: ['law', 'fit', 'compare'],
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
    subject: ['budget', 'plan'],
    for: ['budget'],
    narrow: ['plan'],
    measure: ['plan'],
    total: ['plan'],
    batch: ['plan'],
    against: ['budget', 'plan'],
};

export function isStatementKeyword(word: string): boolean {
    return STATEMENT_KEYWORDS.includes(word);
}

export function isEntryKeyword(word: string): boolean {
    return Object.hasOwn(ENTRY_KEYWORDS, word);
}

/** The token `over` of a budget; in a schedule the same word counts steps. */
export const CHOICE = 'CHOICE';
/** The same word where counts are named, `over k by model in samples`. */
export const COUNTS = 'COUNTS';

/** Whether a token of this type is a keyword that begins an entry. */
export function beginsWithKeyword(tokenType: string): boolean {
    return isEntryKeyword(tokenType) || tokenType === CHOICE || tokenType === COUNTS;
}

/** The words that begin an entry of a statement's block. */
export function entryWords(statement: string): string[] {
    const keywords = Object.keys(ENTRY_KEYWORDS).filter((word) => ENTRY_KEYWORDS[word].includes(statement));
    return statement === 'budget' ? [...keywords, 'over'] : keywords;
}

export interface Surroundings {
    /** The keyword of the statement that the next token belongs to, if no new one begins. */
    readonly statement: string | undefined;
    /** How many braces are open since that keyword. */
    readonly depth: number;
    /** What stands before each round bracket that is open since the last brace of a block or entry keyword, outermost first. */
    readonly brackets: readonly string[];
}

interface Progress {
    tokensSeen: number;
    statement: string | undefined;
    depth: number;
    brackets: string[];
    /** Whether the braces of `for x in {w, a}`, `over x in {1, 2}` or `N in {1B, 2B}` are open. */
    isInList: boolean;
}

/** How far each run of the lexer has been followed, so that a run stays linear: one array of tokens per run. */
const progressOfRuns = new WeakMap<readonly MatchedToken[], Progress>();

export function surroundings(matched: readonly MatchedToken[]): Surroundings {
    let progress = progressOfRuns.get(matched);
    if (progress === undefined) {
        progress = { tokensSeen: 0, statement: undefined, depth: 0, brackets: [], isInList: false };
        progressOfRuns.set(matched, progress);
    }
    for (; progress.tokensSeen < matched.length; progress.tokensSeen++) follow(matched, progress);
    return progress;
}

/** What begins a statement or an entry begins anew: what was left open before it does not reach into it. */
function follow(matched: readonly MatchedToken[], progress: Progress): void {
    const at = progress.tokensSeen;
    const { image, tokenType } = matched[at];
    if (image === '(') progress.brackets.push(matched[at - 1]?.image ?? '');
    else if (image === ')') progress.brackets.pop();
    else if (image === '{' && opensList(matched, at)) progress.isInList = true;
    else if (image === '}' && progress.isInList) progress.isInList = false;
    else if (image === '{' || image === '}') {
        Object.assign(progress, { depth: Math.max(0, progress.depth + (image === '{' ? 1 : -1)), brackets: [] });
    } else if (isStatementKeyword(tokenType.name)) {
        Object.assign(progress, { statement: image, depth: 0, brackets: [], isInList: false });
    } else if (beginsWithKeyword(tokenType.name)) Object.assign(progress, { brackets: [], isInList: false });
}

/** Whether the brace at an index is that of `for x in {w, a}`, `over x in {1, 2}` or `N in {1B, 2B}`. */
export function opensList(tokens: readonly MatchedToken[], index: number): boolean {
    const [before, name] = [tokens[index - 3], tokens[index - 2]].map((token) => token?.tokenType.name);
    return tokens[index - 1]?.image === 'in' && (before === 'BINDER' || before === CHOICE || name === 'ENTRY');
}
