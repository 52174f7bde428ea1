/** Completion that knows where it is, from the tokens before the cursor; half-typed text is the usual case. */
import type { LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import type { CompletionItem, Range } from 'vscode-languageserver';
import { placeOf } from '../completion/place.js';
import { proposalsAt } from '../completion/proposals.js';
import { textsAt } from '../completion/texts.js';
import { statementBefore, textKindAt } from '../completion/tokens.js';
import { rangeBetween, specificationOf, type FeatureContext } from './context.js';

export function createCompletionProvider(context: FeatureContext): CompletionProvider {
    return {
        completionOptions: { triggerCharacters: ['"', '(', ',', '.'] },
        async getCompletion(document, { position }) {
            const offset = document.textDocument.offsetAt(position);
            const { items, range } = await completionsAt(context, document, offset);
            return {
                isIncomplete: false,
                items: items.map((item) => ({
                    ...item,
                    textEdit: { range, newText: item.insertText ?? item.label },
                })),
            };
        },
    };
}

interface Completions {
    readonly items: readonly CompletionItem[];
    /** What an item replaces. */
    readonly range: Range;
}

async function completionsAt(context: FeatureContext, document: LangiumDocument, offset: number): Promise<Completions> {
    const text = document.textDocument.getText();
    const root = specificationOf(document);
    const kind = textKindAt(text, offset);
    const here = rangeBetween(document, offset, offset);
    if (root === undefined || kind.kind === 'comment' || kind.kind === 'table') return { items: [], range: here };
    const { Lexer } = context.language.parser;
    if (kind.kind === 'string') {
        const { tokens } = statementBefore(Lexer, text, kind.start);
        const end = /^[^"\r\n]*(?=")/.exec(text.slice(offset))?.[0].length ?? 0;
        const items = await textsAt({ context, root, tokens }, text.slice(kind.start + 1, offset));
        return { items, range: rangeBetween(document, kind.start + 1, offset + end) };
    }
    const statement = statementBefore(Lexer, text, offset);
    const items = await proposalsAt(placeOf(statement), { context, root, tokens: statement.tokens });
    return { items, range: rangeBetween(document, offset - statement.word.length, offset) };
}
