/** Mistakes of syntax, one problem each: what follows from a mistake in the same entry is left out. */
import type { IRecognitionException, IToken } from 'chevrotain';
import { AstUtils, type AstNode, type LangiumCoreServices, type Lexer, type ParseResult } from 'langium';
import { isStatement, type Statement } from './generated/ast.js';
import { decodeExpectation, describe } from './parserMessages.js';
import { PastedTables, type PastedTable } from './pastedTable.js';
import { TokenMap } from './tokenMap.js';

export interface SyntaxProblem {
    readonly message: string;
    /** Offsets in the text, end exclusive. */
    readonly start: number;
    readonly end: number;
    /** An offset in the entry that is to blame: not always where the problem shows. NaN for a comment, which harms none. */
    readonly blamed: number;
}

/** The syntax problems of each document, found once per parse. */
export class Syntax {
    private readonly lexer: () => Lexer;
    private readonly found = new WeakMap<ParseResult, readonly SyntaxProblem[]>();

    constructor(services: LangiumCoreServices) {
        this.lexer = () => services.parser.Lexer;
    }

    /** In the order of the text; `text` is what was parsed. */
    problems(result: ParseResult, text: string): readonly SyntaxProblem[] {
        let problems = this.found.get(result);
        if (problems === undefined) {
            problems = syntaxProblems(result, text, this.lexer());
            this.found.set(result, problems);
        }
        return problems;
    }

    /** Whether there is a syntax error in a statement, or in an entry of one: what is missing there may have been typed. */
    isDamaged(node: AstNode): boolean {
        const { parseResult, textDocument } = AstUtils.getDocument(node);
        const problems = this.problems(parseResult, textDocument.getText());
        if (problems.length === 0) return false;
        const start = node.$cstNode?.offset ?? 0;
        const end = nextSibling(node)?.$cstNode?.offset ?? Infinity;
        return problems.some(({ blamed }) => start <= blamed && blamed < end);
    }

    /** Whether there is a syntax error before the first entry of a statement's block. */
    isHeadDamaged(statement: Statement): boolean {
        const first = 'entries' in statement ? statement.entries[0]?.$cstNode : undefined;
        if (first === undefined) return this.isDamaged(statement);
        const { parseResult, textDocument } = AstUtils.getDocument(statement);
        const start = statement.$cstNode?.offset ?? 0;
        return this.problems(parseResult, textDocument.getText()).some(
            ({ blamed }) => start <= blamed && blamed < first.offset,
        );
    }
}

/** The next statement, or the next entry, or else the statement after that of the entry. */
function nextSibling(node: AstNode): AstNode | undefined {
    const { $container: container, $containerProperty: property, $containerIndex: index } = node;
    if (container === undefined || property === undefined || index === undefined) return undefined;
    const siblings = (container as AstNode & Readonly<Record<string, unknown>>)[property];
    const next: unknown = Array.isArray(siblings) ? siblings[index + 1] : undefined;
    return (next as AstNode | undefined) ?? (isStatement(node) ? undefined : nextSibling(container));
}

function syntaxProblems(result: ParseResult, text: string, lexer: Lexer): SyntaxProblem[] {
    const problems = result.lexerErrors.map(({ message, offset, length }) => ({
        message,
        start: offset,
        end: offset + length,
        blamed: isComment(text, offset) ? NaN : offset,
    }));
    if (result.parserErrors.length === 0) return problems;
    const tokens = new TokenMap(lexer.tokenize(text).tokens);
    const blamed = problems.map((problem) => problem.blamed).filter((offset) => !Number.isNaN(offset));
    const brokenEntries = new Set(blamed.map((offset) => tokens.entryBegin(offset)));
    const brokenStatements = new Set<number>();
    const unbalancedStatements = new Set<number>();
    const pasted = new PastedTables(text);
    for (const error of result.parserErrors) {
        if (pasted.holds(error.token.startOffset)) continue;
        const { problem, mayFollow, unbalances } = placed(error, tokens, text.length, pasted);
        const entry = tokens.entryBegin(problem.blamed);
        const statement = tokens.statementBegin(problem.blamed);
        const follows =
            (mayFollow.includes('statement') && brokenStatements.has(statement)) ||
            (mayFollow.includes('entry') && brokenEntries.has(entry));
        if (!follows && !unbalancedStatements.has(statement)) problems.push(problem);
        brokenEntries.add(entry);
        brokenStatements.add(statement);
        if (unbalances) unbalancedStatements.add(statement);
    }
    return problems.sort((a, b) => a.start - b.start);
}

function isComment(text: string, offset: number): boolean {
    return text.startsWith('/*', offset);
}

interface Placed {
    readonly problem: SyntaxProblem;
    /** Where the mistake is that it may follow from: a missing brace or a stray word, anywhere in the statement. */
    readonly mayFollow: readonly ('entry' | 'statement')[];
    /** Whether a brace is missing, so that what comes after it in the statement is not where it seems. */
    readonly unbalances: boolean;
}

function placed(
    { message: expected, token }: IRecognitionException,
    tokens: TokenMap,
    textLength: number,
    pasted: PastedTables,
): Placed {
    const previous = tokens.before(token);
    const expectation = decodeExpectation(expected);
    const statement = tokens.statementAt(token);
    const table = statement === 'runs' ? pasted.at(token.startOffset) : undefined;
    if (table !== undefined) return withoutBars(table);
    const { message, at } = describe(expectation, token, previous, statement);
    const place = { previous, actual: token, 'open brace': tokens.openBraceAt(token) }[at] ?? token;
    const blamed = (at === 'actual' ? token : (previous ?? token)).startOffset;
    const isStray = at === 'actual' && (token.image === '}' || expectation.token === 'EOF');
    return {
        problem: { message, ...rangeOf(place, textLength), blamed: Number.isNaN(blamed) ? textLength : blamed },
        mayFollow: at === 'open brace' ? ['statement'] : isStray ? ['entry', 'statement'] : ['entry'],
        unbalances: expectation.token === '{',
    };
}

function withoutBars({ start, end, rows: [header] }: PastedTable): Placed {
    const message = `The rows of a table stand between bars, as in \`| ${header.join(' | ')} |\`.`;
    return { problem: { message, start, end, blamed: start }, mayFollow: [], unbalances: false };
}

function rangeOf({ startOffset, endOffset }: IToken, textLength: number): { start: number; end: number } {
    if (Number.isNaN(startOffset)) return { start: textLength, end: textLength };
    return { start: startOffset, end: (endOffset ?? startOffset) + 1 };
}
