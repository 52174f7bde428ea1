/**
 * What begins an entry of a block: a keyword such as `where`, which is one only there, or the name of a column, a parameter or a
 * variable. The lexer tells both from the names in expressions, so that an entry that breaks off (`subject to D <=`) does not swallow
 * the one on the next line.
 */
import { ENTRY_KEYWORDS, STATEMENT_KEYWORDS, isEntryKeyword, surroundings } from './blocks.js';
import { isComplete, matchAt, startsLine, wordAt, type MatchedToken, type Matcher } from './matcher.js';

/**
 * What follows the name of an entry. `in` after a name may also follow an expression, but only as a column's unit; a sign after
 * it belongs to a bound, `in -inf .. 0`.
 */
const AFTER_NAME = /\s*(?:=(?!=)|start(?!\w)|(in)(?!\w)(?!\s*(?:[<>=!+*/^]|-(?!\s*[\w.]+?(?:[eE]-\d+)?\s*\.\.))))/y;

/** What follows the name of a constant in a fit. After a word that begins an entry of a fit, `by` may itself be the name of a column. */
const BY_COLUMN = /\s+by\s+[A-Za-z_]/y;
const BY_COLUMN_ON_LINE = /[ \t]+by[ \t]+[A-Za-z_]/y;

/** Words that name a column of runs only where something shows that they do: they begin or continue something else there. */
const NO_BARE_COLUMNS = new Set([...STATEMENT_KEYWORDS, 'where', 'from', 'in', 'and', 'or']);
/** A column may well be called so; a statement begins inside a block in its full shape alone. */
NO_BARE_COLUMNS.delete('plan');

/** What must follow a word that begins an entry where it may also be the name of a column. */
const AFTER_KEYWORD: Readonly<Record<string, RegExp>> = { series: /[ \t]+along(?!\w)/y };

/** Whether such a word is followed by what makes it begin an entry; true of all others. */
function isFollowedAsKeyword(word: string, text: string, offset: number): boolean {
    const after = Object.hasOwn(AFTER_KEYWORD, word) ? AFTER_KEYWORD[word] : undefined;
    return after === undefined || matchAt(after, text, offset + word.length) !== null;
}

/** The statements whose blocks have entries that begin with a name, and how such an entry is recognised. */
const NAMED_ENTRIES: Readonly<Record<string, (text: string, offset: number, matched: MatchedToken[]) => boolean>> = {
    runs: beginsColumn,
    law: beginsDefinition,
    fit: beginsConstant,
    budget: beginsDefinition,
    plan: beginsDefinition,
};

export const matchEntryName: Matcher = (text, offset, matched) => {
    const { statement = '', depth, brackets } = surroundings(matched);
    const begins = Object.hasOwn(NAMED_ENTRIES, statement) ? NAMED_ENTRIES[statement] : undefined;
    if (depth === 0 || brackets.length > 0 || begins === undefined) return null;
    const word = wordAt(text, offset);
    return word !== undefined && begins(text, offset, matched) ? [word] : null;
};

function beginsColumn(text: string, offset: number, matched: MatchedToken[]): boolean {
    const word = wordAt(text, offset)!;
    if (Object.hasOwn(AFTER_KEYWORD, word) && isFollowedAsKeyword(word, text, offset)) return false;
    if (word === 'by' && matched.at(-2)?.tokenType.name === ALONG) return false;
    const after = matchAt(AFTER_NAME, text, offset + word.length);
    if (after === null) return !NO_BARE_COLUMNS.has(word) && isComplete(matched);
    const mayBeUnit = after[1] === 'in';
    return isComplete(matched) || (startsLine(text, offset) && !mayBeUnit);
}

function beginsDefinition(text: string, offset: number, matched: MatchedToken[]): boolean {
    const after = matchAt(AFTER_NAME, text, offset + wordAt(text, offset)!.length);
    return after !== null && mayBegin(text, offset, matched);
}

function beginsConstant(text: string, offset: number, matched: MatchedToken[]): boolean {
    const word = wordAt(text, offset)!;
    const follows = isEntryKeyword(word) ? BY_COLUMN_ON_LINE : BY_COLUMN;
    return matchAt(follows, text, offset + word.length) !== null && mayBegin(text, offset, matched);
}

function mayBegin(text: string, offset: number, matched: readonly MatchedToken[]): boolean {
    return isComplete(matched) || startsLine(text, offset);
}

/** `over` where an entry of a budget may begin. */
export const matchChoice: Matcher = (text, offset, matched) =>
    matchAt(COUNTED, text, offset) === null ? matchOver(CHOSEN, text, offset, matched) : null;

/** The same, where counts are named: `over k by`. */
export const matchCounts: Matcher = (text, offset, matched) => matchOver(COUNTED, text, offset, matched);

function matchOver(pattern: RegExp, text: string, offset: number, matched: MatchedToken[]): [string] | null {
    if (wordAt(text, offset) !== 'over' || matchAt(pattern, text, offset) === null) return null;
    const { statement, depth, brackets } = surroundings(matched);
    const isInBudget = statement === 'budget' && depth > 0 && brackets.length === 0;
    return isInBudget && mayBegin(text, offset, matched) ? ['over'] : null;
}

/** A budget may also have a variable called `over`. */
const CHOSEN = /over\s+(?!in\s)[A-Za-z_]/y;
const COUNTED = /over\s+[A-Za-z_]\w*\s+by(?!\w)/y;

/** `against minimize …`. */
function isGoalOfRival(keyword: string, matched: readonly MatchedToken[]): boolean {
    return (keyword === 'minimize' || keyword === 'maximize') && matched.at(-1)?.tokenType.name === 'against';
}

export function entryKeywordMatcher(keyword: string): Matcher {
    return (text, offset, matched) => {
        if (wordAt(text, offset) !== keyword || !isFollowedAsKeyword(keyword, text, offset)) return null;
        const { statement, depth } = surroundings(matched);
        if (depth === 0 || statement === undefined || !ENTRY_KEYWORDS[keyword].includes(statement)) return null;
        return mayBegin(text, offset, matched) || isGoalOfRival(keyword, matched) ? [keyword] : null;
    };
}

/** The calls whose operand is followed by `for x in …`. */
export const BINDING_CALLS: ReadonlySet<string> = new Set(['sum', 'product', 'solve', 'drops']);

/** In the head of runs names follow these, words of the grammar among them. */
const BEFORE_SOURCE: ReadonlySet<string> = new Set(['from', 'by', ',']);

/** Words between operands; all others may be names. */
const AND_OR: ReadonlySet<string> = new Set(['and', 'or']);

/**
 * `for` after the operand of such a call, or in the head of runs that are made of others; elsewhere it is a name, or begins the range of a
 * budget.
 */
export const matchBinder: Matcher = (text, offset, matched) => {
    if (wordAt(text, offset) !== 'for') return null;
    const { statement, depth, brackets } = surroundings(matched);
    const isInHead = statement === 'runs' && depth === 0;
    const binds = isInHead ? endsSource(matched) : endsOperand(matched) && BINDING_CALLS.has(brackets.at(-1) ?? '');
    return binds ? ['for'] : null;
};

function endsOperand(matched: readonly MatchedToken[]): boolean {
    const before = matched.at(-1)?.tokenType.name ?? '';
    return isComplete(matched) || (/^[a-z]/.test(before) && !AND_OR.has(before));
}

function endsSource(matched: readonly MatchedToken[]): boolean {
    const [beforeName = '', name = ''] = matched.slice(-2).map(({ tokenType }) => tokenType.name);
    return isComplete(matched) || (name !== 'BINDER' && BEFORE_SOURCE.has(beforeName));
}

/** What makes `along` in `holdout along > 3` the name of a column. */
const AFTER_COLUMN = /\s*(?:[<>=!+\-*/^]|and(?!\w)|or(?!\w))/y;

/** `along` is a word of the grammar in `holdout along C` and `series along step` alone. */
export const matchAlong: Matcher = (text, offset, matched) => {
    const before = matched.at(-1)?.tokenType.name;
    if (wordAt(text, offset) !== ALONG || (before !== 'holdout' && before !== 'series')) return null;
    return matchAt(AFTER_COLUMN, text, offset + ALONG.length) === null ? [ALONG] : null;
};

export const ALONG = 'along';
