/** The path of a `runs … from "file.csv"` opens the file. */
import { GrammarUtils, URI, UriUtils } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import { isRuns } from '../../language/generated/ast.js';
import { folderOf } from '../../language/workspace.js';
import { rangeBetween, specificationOf } from './context.js';

export function createDocumentLinkProvider(): DocumentLinkProvider {
    return {
        getDocumentLinks(document) {
            const named = (specificationOf(document)?.statements ?? []).filter(isRuns).flatMap(({ $cstNode, files }) =>
                GrammarUtils.findNodesForProperty($cstNode, 'files').map((written, index) => ({
                    written,
                    target: fileUri(document.uri, files[index]),
                })),
            );
            return named.flatMap(({ written, target }) =>
                target === undefined
                    ? []
                    : { range: rangeBetween(document, written.offset + 1, written.end - 1), target: target.toString() },
            );
        },
    };
}

/** A data file's place: relative to the spec that names it. Undefined for a spec that stands in no folder. */
export function fileUri(specUri: URI, path: string | undefined): URI | undefined {
    const folder = folderOf(specUri);
    return folder === undefined || path === undefined || path === ''
        ? undefined
        : UriUtils.resolvePath(URI.parse(folder), path);
}
