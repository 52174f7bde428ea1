/**
 * Numbers with their suffix and unit. What was surely meant as one (`70b`, `1e24 flopp`) is taken as one too: a check says what is
 * wrong with it, and nothing else in the statement is disturbed.
 */
import { numberLikePattern, numberPattern, SUFFIXES, UNIT_PATTERN } from '../../quantity/parse.js';
import { nearestUnitName } from '../../quantity/unitSpelling.js';
import { surroundings } from './blocks.js';
import { matchAt, type MatchedToken, type Matcher } from './matcher.js';

const NUMBER = new RegExp(numberPattern, 'y');
const NUMBER_LIKE = new RegExp(numberLikePattern, 'y');
const HAS_UNIT = /[ \t]|[A-Za-z]{2}/;

/** After a word in the place of a unit the line ends, a bracket closes, or an operator follows. */
const AFTER_UNIT = '(?=[ \\t]*(?:\\r|\\n|$|[)}+\\-*/^,<>!]|\\.\\.|==))';
const SUFFIX_APART = new RegExp(`[ \\t]+[${Object.keys(SUFFIXES).join('')}][ \\t]+(?:${UNIT_PATTERN})(?!\\w)`, 'y');
const WORD = new RegExp(`[ \\t]+([A-Za-z_]\\w*)${AFTER_UNIT}`, 'y');
const COMPOUND_WORD = new RegExp(`[ \\t]+([A-Za-z_]\\w*(?:[-/][A-Za-z_]\\w*)+)${AFTER_UNIT}`, 'y');

/** `keywords` go on with a statement after a number and are not taken for a unit. */
export function numberMatcher(keywords: ReadonlySet<string>): Matcher {
    return (text, offset, matched) => {
        const number = matchAt(NUMBER, text, offset) ?? matchAt(NUMBER_LIKE, text, offset);
        if (number === null) return null;
        const [image] = number;
        const wrongUnit = HAS_UNIT.test(image) ? '' : wrongUnitAt(text, offset + image.length, matched, keywords);
        return [image + wrongUnit];
    };
}

/** A word in the place of a unit that is none; among the columns of runs, only one that looks like a unit. */
function wrongUnitAt(
    text: string,
    offset: number,
    matched: readonly MatchedToken[],
    keywords: ReadonlySet<string>,
): string {
    const compound = matchAt(COMPOUND_WORD, text, offset);
    if (compound !== null && nearestUnitName(compound[1]) !== undefined) return compound[0];
    const apart = matchAt(SUFFIX_APART, text, offset);
    if (apart !== null) return apart[0];
    const word = matchAt(WORD, text, offset);
    if (word === null || keywords.has(word[1])) return '';
    const mayBeColumn = surroundings(matched).statement === 'runs';
    return mayBeColumn && nearestUnitName(word[1]) === undefined ? '' : word[0];
}
