/**
 * What begins an entry of a block: a keyword such as `where`, which is one only there, or the name of a column, a parameter or a
 * variable. The lexer tells both from the names in expressions, so that an entry that breaks off (`subject to D <=`) does not swallow
 * the one on the next line.
 */
import { ENTRY_KEYWORDS, surroundings, type Surroundings } from './blocks.js';
import { isComplete, matchAt, startsLine, wordAt, type Matcher } from './matcher.js';

/** The statements whose blocks have entries that begin with a name. */
const NAMED_ENTRIES = new Set(['runs', 'law', 'budget']);

/** What follows the name of an entry. `in` after a name may also follow an expression, but only as a column's unit. */
const AFTER_NAME = /\s*(?:=(?!=)|start(?!\w)|(in)(?!\w)(?!\s*[<>=!+\-*/^]))/y;

/** Words of the grammar that `keywords` lists name an entry only where something shows that they do. */
export function entryNameMatcher(keywords: ReadonlySet<string>): Matcher {
    return (text, offset, matched) => {
        const place = surroundings(matched);
        if (place.depth === 0 || place.parentheses > 0 || !NAMED_ENTRIES.has(place.statement ?? '')) return null;
        const word = wordAt(text, offset);
        if (word === undefined) return null;
        const after = matchAt(AFTER_NAME, text, offset + word.length);
        if (after === null) return isBareColumn(word, place) && isComplete(matched) ? [word] : null;
        const mayBeUnit = place.statement === 'runs' && after[1] === 'in';
        return isComplete(matched) || (startsLine(text, offset) && !mayBeUnit) ? [word] : null;
    };

    function isBareColumn(word: string, { statement }: Surroundings): boolean {
        return statement === 'runs' && !keywords.has(word);
    }
}

export function entryKeywordMatcher(keyword: string): Matcher {
    return (text, offset, matched) => {
        if (wordAt(text, offset) !== keyword) return null;
        const { statement, depth } = surroundings(matched);
        if (depth === 0 || statement === undefined || !ENTRY_KEYWORDS[keyword].includes(statement)) return null;
        return startsLine(text, offset) || isComplete(matched) ? [keyword] : null;
    };
}
