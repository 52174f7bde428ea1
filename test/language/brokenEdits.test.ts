/** Every spec with one token deleted, and broken off at every token: nothing throws, and nothing else is lost. */
import type { IToken } from 'chevrotain';
import { describe, expect, test } from 'vitest';
import type { Specification } from '../../src/language/generated/ast.js';
import { createScalingServices } from '../../src/language/module.js';
import { isStatementKeyword } from '../../src/language/tokens/blocks.js';
import { EmptyFileSystem } from 'langium';
import { CORPUS } from './corpus.js';

const { scaling } = createScalingServices(EmptyFileSystem);

function parse(text: string) {
    const result = scaling.parser.LangiumParser.parse<Specification>(text);
    return { statements: result.value.statements, problems: scaling.syntax.Syntax.problems(result, text) };
}

function statementTexts(text: string): string[] {
    return parse(text).statements.map((statement) => statement.$cstNode!.text);
}

/** The texts of the statements, but of the one that the token is part of. */
function othersThan(token: IToken, text: string): string[] {
    const { statements } = parse(text);
    const around = statements.findLast(({ $cstNode }) => $cstNode!.offset <= token.startOffset);
    return statements.filter((statement) => statement !== around).map(({ $cstNode }) => $cstNode!.text);
}

describe.each(CORPUS)('$name', ({ text }) => {
    const { tokens } = scaling.parser.Lexer.tokenize(text);

    test('is whole', () => {
        expect(parse(text).problems).toEqual([]);
    });

    test('without any one token, keeps all other statements, and has one error at most where one is enough', () => {
        for (const token of tokens) {
            const broken = text.slice(0, token.startOffset) + text.slice(token.endOffset! + 1);
            const { problems, statements } = parse(broken);
            const kept = statements.map(({ $cstNode }) => $cstNode!.text);
            const what = `without \`${token.image}\` of line ${token.startLine}`;
            expect(kept, what).toEqual(expect.arrayContaining(othersThan(token, text)));
            expect(problems.length, `${what}: ${JSON.stringify(problems)}`).toBeLessThanOrEqual(2);
        }
    });

    test('broken off at any token, keeps all statements before it', () => {
        tokens.forEach((token, index) => {
            const { problems, statements } = parse(text.slice(0, token.startOffset));
            const begun = tokens.slice(0, index).findLast(({ tokenType }) => isStatementKeyword(tokenType.name));
            const before = statementTexts(text.slice(0, begun?.startOffset ?? 0));
            const kept = statements.map(({ $cstNode }) => $cstNode!.text);
            const what = `broken off before \`${token.image}\` of line ${token.startLine}`;
            expect(kept, what).toEqual(expect.arrayContaining(before));
            expect(problems.length, `${what}: ${JSON.stringify(problems)}`).toBeLessThanOrEqual(2);
        });
    });
});

test('a token doubled harms its own statement alone', () => {
    const { text } = CORPUS[0];
    for (const token of scaling.parser.Lexer.tokenize(text).tokens) {
        if (isStatementKeyword(token.tokenType.name)) continue;
        const end = token.endOffset! + 1;
        const { statements } = parse(`${text.slice(0, end)} ${token.image}${text.slice(end)}`);
        const kept = statements.map(({ $cstNode }) => $cstNode!.text);
        expect(kept, `with \`${token.image}\` of line ${token.startLine} twice`).toEqual(
            expect.arrayContaining(othersThan(token, text)),
        );
    }
});
