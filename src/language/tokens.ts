/** Tokens that a plain regular expression cannot tell; each kind has its own file in `tokens`. */
import type { TokenType } from 'chevrotain';
import { AstUtils, DefaultTokenBuilder, GrammarAST, type Stream, type TokenBuilderOptions } from 'langium';
import { isEntryKeyword, isStatementKeyword } from './tokens/blocks.js';
import {
    ALONG,
    entryKeywordMatcher,
    matchAlong,
    matchBinder,
    matchChoice,
    matchCounts,
    matchEntryName,
} from './tokens/entries.js';
import type { Matcher } from './tokens/matcher.js';
import { numberMatcher } from './tokens/numbers.js';
import { statementKeywordMatcher } from './tokens/statementKeywords.js';
import { matchTable } from './tokens/tables.js';

export { STATEMENT_KEYWORDS } from './tokens/blocks.js';

const DIGITS = [...'0123456789'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_'];

/** Words that would else be keywords or names. */
const TOLD_BY_PLACE: ReadonlySet<string> = new Set(['BINDER', 'COUNTS', 'CHOICE', 'ENTRY']);

interface CustomTerminal {
    readonly matcher: Matcher;
    /** What it can begin with: the lexer tries it nowhere else. */
    readonly startCharacters: readonly string[];
    readonly spansLines: boolean;
}

export class ScalingTokenBuilder extends DefaultTokenBuilder {
    private customTerminals: Readonly<Record<string, CustomTerminal>> = {};

    override buildTokens(grammar: GrammarAST.Grammar, options?: TokenBuilderOptions) {
        this.customTerminals = customTerminals(keywordsOf(grammar));
        return super.buildTokens(grammar, options);
    }

    /** Statement keywords are tried first, then what the place alone tells, then the other keywords. */
    protected override buildKeywordTokens(
        rules: Stream<GrammarAST.AbstractRule>,
        terminalTokens: TokenType[],
        options?: TokenBuilderOptions,
    ): TokenType[] {
        const keywords = super.buildKeywordTokens(rules, terminalTokens, options);
        const isStatement = ({ name }: TokenType) => isStatementKeyword(name);
        const early = terminalTokens.filter(({ name }) => TOLD_BY_PLACE.has(name));
        terminalTokens.splice(0, Infinity, ...terminalTokens.filter((token) => !early.includes(token)));
        return [...keywords.filter(isStatement), ...early, ...keywords.filter((token) => !isStatement(token))];
    }

    protected override buildKeywordToken(
        keyword: GrammarAST.Keyword,
        terminalTokens: TokenType[],
        caseInsensitive: boolean,
    ): TokenType {
        const token = super.buildKeywordToken(keyword, terminalTokens, caseInsensitive);
        const matcher = keywordMatcher(keyword.value);
        return matcher === undefined
            ? token
            : withMatcher(token, { matcher, startCharacters: [keyword.value[0]], spansLines: false });
    }

    protected override buildTerminalToken(terminal: GrammarAST.TerminalRule): TokenType {
        const token = super.buildTerminalToken(terminal);
        const custom = this.customTerminals[terminal.name];
        return custom === undefined ? token : withMatcher(token, custom);
    }
}

function keywordMatcher(keyword: string): Matcher | undefined {
    if (isStatementKeyword(keyword)) return statementKeywordMatcher(keyword);
    if (isEntryKeyword(keyword)) return entryKeywordMatcher(keyword);
    return keyword === ALONG ? matchAlong : undefined;
}

function customTerminals(keywords: ReadonlySet<string>): Readonly<Record<string, CustomTerminal>> {
    return {
        NUMBER: { matcher: numberMatcher(keywords), startCharacters: DIGITS, spansLines: false },
        BINDER: { matcher: matchBinder, startCharacters: ['f'], spansLines: false },
        CHOICE: { matcher: matchChoice, startCharacters: ['o'], spansLines: false },
        COUNTS: { matcher: matchCounts, startCharacters: ['o'], spansLines: false },
        ENTRY: { matcher: matchEntryName, startCharacters: LETTERS, spansLines: false },
        TABLE: { matcher: matchTable, startCharacters: ['|'], spansLines: true },
    };
}

function withMatcher(token: TokenType, { matcher, startCharacters, spansLines }: CustomTerminal): TokenType {
    return { ...token, PATTERN: matcher, START_CHARS_HINT: [...startCharacters], LINE_BREAKS: spansLines };
}

function keywordsOf(grammar: GrammarAST.Grammar): Set<string> {
    const keywords = AstUtils.streamAllContents(grammar).filter(GrammarAST.isKeyword);
    return new Set(keywords.map(({ value }) => value));
}
