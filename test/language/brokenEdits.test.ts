/** Every spec with one token deleted, doubled, and broken off at every token: nothing throws, and nothing else is lost. */
import type { IToken } from 'chevrotain';
import { EmptyFileSystem } from 'langium';
import { describe, expect, test } from 'vitest';
import type { Specification } from '../../src/language/generated/ast.js';
import { createScalingServices } from '../../src/language/module.js';
import { isStatementKeyword } from '../../src/language/tokens/blocks.js';
import { CORPUS } from './corpus.js';

const { scaling } = createScalingServices(EmptyFileSystem);

function parse(text: string) {
    const result = scaling.parser.LangiumParser.parse<Specification>(text);
    const statements = result.value.statements.map(({ $cstNode }) => ({
        text: $cstNode!.text,
        offset: $cstNode!.offset,
    }));
    return { statements, problems: scaling.syntax.Syntax.problems(result, text) };
}

/** Fails unless the broken text still has these statements, and no more than a few errors. */
function expectKept(broken: string, wanted: readonly { text: string }[], what: string): void {
    const { statements, problems } = parse(broken);
    const kept = statements.map(({ text }) => text);
    expect(kept, what).toEqual(expect.arrayContaining(wanted.map(({ text }) => text)));
    expect(problems.length, `${what}: ${JSON.stringify(problems)}`).toBeLessThanOrEqual(2);
}

describe.each(CORPUS)('$name', ({ text }) => {
    const { tokens } = scaling.parser.Lexer.tokenize(text);
    const { statements, problems } = parse(text);
    const statementOf = (token: IToken) => statements.filter(({ offset }) => offset <= token.startOffset).at(-1);
    const othersThan = (token: IToken) => statements.filter((each) => each !== statementOf(token));
    const nameOf = ({ image, startLine }: IToken) => `\`${image}\` of line ${startLine}`;

    test('is whole', () => {
        expect(problems).toEqual([]);
        expect(statements.length).toBe(tokens.filter(({ tokenType }) => isStatementKeyword(tokenType.name)).length);
    });

    test('without one token, keeps all other statements', () => {
        for (const token of tokens) {
            const broken = text.slice(0, token.startOffset) + text.slice(token.endOffset! + 1);
            expectKept(broken, othersThan(token), `without ${nameOf(token)}`);
        }
    });

    test('broken off at a token, keeps all statements before it', () => {
        for (const token of tokens) {
            const before = statements.filter(({ text, offset }) => offset + text.length <= token.startOffset);
            expectKept(text.slice(0, token.startOffset), before, `broken off before ${nameOf(token)}`);
        }
    });

    test('with one token twice, keeps all other statements', () => {
        for (const token of tokens.filter(({ tokenType }) => !isStatementKeyword(tokenType.name))) {
            const end = token.endOffset! + 1;
            const broken = `${text.slice(0, end)} ${token.image}${text.slice(end)}`;
            expectKept(broken, othersThan(token), `with ${nameOf(token)} twice`);
        }
    });
});
