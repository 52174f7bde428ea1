/** Renames what the user's own specs define, in all of them; says why where it cannot. */
import { AstUtils } from 'langium';
import type { RenameProvider } from 'langium/lsp';
import { LSPErrorCodes, ResponseError, type TextEdit } from 'vscode-languageserver';
import { isColumn, isReference, isSpecification } from '../../language/generated/ast.js';
import type { NameSite } from '../../language/names.js';
import type { Scope } from '../../language/scope.js';
import { declarations, occurrences, type ScalingSymbol } from '../../language/symbols.js';
import { isLibraryUri } from '../../language/library.js';
import { allSpecifications, locationOf, rangeOfSite, symbolAtPosition, type FeatureContext } from './context.js';

export function createRenameProvider(context: FeatureContext): RenameProvider {
    return {
        prepareRename(document, { position }) {
            const symbol = symbolAtPosition(context, document, position);
            if (symbol === undefined) return undefined;
            refuse(whyFixed(context, symbol));
            return rangeOfSite(symbol.site);
        },
        rename(document, { position, newName }) {
            const symbol = symbolAtPosition(context, document, position);
            if (symbol === undefined) return undefined;
            refuse(whyFixed(context, symbol) ?? whyNotNamed(context, symbol, newName));
            const changes: Record<string, TextEdit[]> = {};
            for (const site of occurrences(symbol, allSpecifications(context), context.language.names.Scope)) {
                const { uri, range } = locationOf(site);
                (changes[uri] ??= []).push({ range, newText: newTextAt(site, newName, symbol) });
            }
            return { changes };
        },
    };
}

/** The client shows the message of a refused request to the user. */
function refuse(reason: string | undefined): void {
    if (reason !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** Why a symbol keeps its name; undefined where it can be renamed. */
function whyFixed({ language }: FeatureContext, symbol: ScalingSymbol): string | undefined {
    const { kind, name, owner } = symbol;
    if (owner === undefined) return `“${name}” is a ${kind} of the language and keeps its name.`;
    if (isLibraryUri(AstUtils.getDocument(owner).uri)) {
        return `“${name}” belongs to the law library and keeps its name. To use a name of your own, write \`law my_name = …\`.`;
    }
    const indexed = symbol.members === undefined ? indexedSite(symbol, language.names.Scope) : undefined;
    if (indexed !== undefined) {
        return `“${name}” is an item of “${indexed.name}[…]”: rename “${indexed.name}” there, and all its items follow.`;
    }
    if (kind === 'column' && declarations(symbol, language.names.Scope).length === 0) {
        return `The column “${name}” is named by the header of its file. To use a name of your own, write \`my_name = "${name}"\` in the runs.`;
    }
    return undefined;
}

/** Where the formula makes the name by an index. */
function indexedSite(symbol: ScalingSymbol, scope: Scope): NameSite | undefined {
    const root = symbol.owner && AstUtils.findRootNode(symbol.owner);
    if (!isSpecification(root)) return undefined;
    return occurrences(symbol, [root], scope).find(({ node }) => isReference(node) && node.index !== undefined);
}

function whyNotNamed(
    { language }: FeatureContext,
    { kind, name, site }: ScalingSymbol,
    newName: string,
): string | undefined {
    if (kind === 'preset') {
        return /^[^"\r\n]+$/.test(newName) ? undefined : 'A preset’s name is any text on one line without quotes.';
    }
    if (kind === 'column' && site.property === 'text') {
        return /^[^|\r\n]*[^|\s][^|\r\n]*$/.test(newName) ? undefined : 'A column’s name is a text without bars.';
    }
    if (!/^[A-Za-z_]\w*$/.test(newName)) {
        return `“${newName}” is not a name: a name begins with a letter and goes on with letters, digits and underscores.`;
    }
    const scope = language.names.Scope;
    const taken =
        kind === 'law'
            ? scope.findLaw(newName, site.node)
            : kind === 'runs'
              ? scope.findRuns(newName, site.node)
              : kind === 'schedule'
                ? scope.findSchedule(newName, site.node)
                : undefined;
    const isTaken = newName !== name && taken !== undefined && !isLibraryUri(AstUtils.getDocument(taken).uri);
    return isTaken ? `There is already a ${kind} named “${newName}”.` : undefined;
}

/**
 * A column that had its name from the file's header keeps pointing at that header; `gamma_w` follows where `gamma[x]` is
 * renamed.
 */
function newTextAt({ node, name, property }: NameSite, newName: string, symbol: ScalingSymbol): string {
    if (symbol.members !== undefined) return newName + name.slice(symbol.name.length);
    const isNamedByFile =
        isColumn(node) && property === 'name' && node.value === undefined && node.$container.files.length > 0;
    return isNamedByFile ? `${newName} = "${name}"` : newName;
}
