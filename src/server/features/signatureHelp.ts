/** The operands of the call the cursor stands in. */
import type { SignatureHelpProvider } from 'langium/lsp';
import { MarkupKind, type ParameterInformation, type SignatureHelp } from 'vscode-languageserver';
import { documentationOf } from '../../language/documentation.js';
import { FUNCTIONS, isFunctionName, type LanguageFunction } from '../../language/functions.js';
import { argumentsOf } from '../../language/laws.js';
import { openCall, type OpenCall } from '../completion/place.js';
import { statementBefore, textKindAt } from '../completion/tokens.js';
import { specificationOf, type FeatureContext } from './context.js';

export function createSignatureHelpProvider({ language }: FeatureContext): SignatureHelpProvider {
    return {
        signatureHelpOptions: { triggerCharacters: ['('], retriggerCharacters: [',', '='] },
        provideSignatureHelp(document, { position }) {
            const text = document.textDocument.getText();
            const offset = document.textDocument.offsetAt(position);
            const root = specificationOf(document);
            if (root === undefined || textKindAt(text, offset).kind !== 'code') return undefined;
            const call = openCall(statementBefore(language.parser.Lexer, text, offset).tokens);
            if (call === undefined) return undefined;
            const law = language.names.Scope.findLaw(call.name, root);
            const operands = law && argumentsOf(law, language.names.Scope);
            if (operands !== undefined) {
                const labels = operands.map(({ name, unit }) => (unit === undefined ? name : `${name} in ${unit}`));
                return lawSignature(
                    call,
                    labels,
                    operands.map(({ name }) => name),
                    documentationOf(law!),
                );
            }
            return isFunctionName(call.name) ? functionSignature(FUNCTIONS[call.name], call) : undefined;
        },
    };
}

function lawSignature(
    call: OpenCall,
    labels: string[],
    names: string[],
    documentation: string | undefined,
): SignatureHelp {
    const [before, after] = [`${call.name}(`, ')'];
    const byName = call.current === undefined ? -1 : names.indexOf(call.current);
    return signature(before + labels.join(', ') + after, labels, documentation, byName >= 0 ? byName : call.index);
}

function functionSignature({ signature: label, doc, arity }: LanguageFunction, call: OpenCall): SignatureHelp {
    const inside = label.slice(label.indexOf('(') + 1, -1);
    const operands = arity[1] === 1 ? [inside] : inside.split(', ');
    return signature(label, operands, doc, Math.min(call.index, operands.length - 1));
}

function signature(label: string, parts: string[], documentation: string | undefined, active: number): SignatureHelp {
    let from = label.indexOf('(') + 1;
    const parameters = parts.map((part): ParameterInformation => {
        const start = label.indexOf(part, from);
        from = start + part.length;
        return { label: [start, from] };
    });
    return {
        signatures: [
            {
                label,
                parameters,
                ...(documentation === undefined
                    ? {}
                    : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
            },
        ],
        activeSignature: 0,
        activeParameter: active,
    };
}
