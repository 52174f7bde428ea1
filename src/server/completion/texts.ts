/** What can be written between quotes: a data file, a published preset, a column of the file. */
import { UriUtils } from 'langium';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { presetsOf } from '../../language/laws.js';
import { documentationOf } from '../../language/documentation.js';
import { fileUri } from '../features/documentLinks.js';
import { isFit } from '../../language/generated/ast.js';
import { fitsOf } from '../fitReports.js';
import { item } from './item.js';
import { headerOf } from './names.js';
import { openCall } from './place.js';
import type { Site } from './proposals.js';

const DATA_FILE = /\.(csv|tsv|txt)$/i;

/** `typed` is what stands between the quote and the cursor. */
export async function textsAt(site: Site, typed: string): Promise<CompletionItem[]> {
    const { context, root, tokens } = site;
    const scope = context.language.names.Scope;
    const last = tokens.at(-1)?.image;
    const name = tokens[1]?.image;
    if (last === 'from') return dataFiles(site, typed);
    if (last === 'with') {
        const law = name === undefined ? undefined : scope.findLaw(name, root);
        return (law === undefined ? [] : presetsOf(law, scope)).map((preset) =>
            item(preset.name, CompletionItemKind.Value, 'nearest', { doc: documentationOf(preset) }),
        );
    }
    const groups = groupsOf(site);
    if (groups.length > 0) return groups.map((group) => item(group, CompletionItemKind.Value, 'nearest'));
    const runs = tokens[0]?.image === 'runs' && name !== undefined ? scope.findRuns(name, root) : undefined;
    const header = runs === undefined ? [] : await headerOf(runs, context.fileColumns);
    return header.map((column) => item(column, CompletionItemKind.Field, 'nearest', { detail: 'column of the file' }));
}

/** In a call of a law that is fitted in groups, after `dataset = `: the groups that the last study found. */
function groupsOf({ context, root, tokens }: Site): readonly string[] {
    const call = tokens.at(-1)?.image === '=' ? openCall(tokens) : undefined;
    const column = tokens.at(-2)?.image;
    const report = context.results.of(root.$document!)?.report;
    const statement = root.statements.filter(isFit).find(({ law }) => law === call?.name);
    if (report === undefined || statement === undefined) return [];
    const fits = fitsOf(statement, report);
    const ofFits = statement.group === column ? fits.flatMap(({ group }) => group ?? []) : [];
    const ofConstants = fits.flatMap(({ constants }) => constants.filter((each) => each.column === column));
    return [...new Set([...ofFits, ...ofConstants.flatMap(({ groups }) => groups)])];
}

/** Files of the folder that the path leads to so far, and the folders in it. */
async function dataFiles({ context, root }: Site, typed: string): Promise<CompletionItem[]> {
    const path = typed.slice(0, typed.lastIndexOf('/') + 1);
    const folder = fileUri(root.$document!.uri, path === '' ? '.' : path);
    if (folder === undefined) return [];
    const files = context.language.shared.workspace.FileSystemProvider;
    if (!(await files.exists(folder))) return [];
    const entries = await files.readDirectory(folder);
    return entries.flatMap(({ uri, isDirectory }) => {
        const name = UriUtils.basename(uri);
        if (name.startsWith('.')) return [];
        if (isDirectory) return [item(`${path}${name}/`, CompletionItemKind.Folder, 'own')];
        return DATA_FILE.test(name) ? [item(`${path}${name}`, CompletionItemKind.File, 'nearest')] : [];
    });
}
