import { homedir } from 'node:os';
import { Uri, window, workspace } from 'vscode';
import type { FromPanel } from '../../protocol/panel.js';
import { folderOf, nameOf } from '../documents.js';
import { reasonOf } from '../failure.js';

export type ExportMessage = Extract<FromPanel, { readonly type: 'export' }>;

const FORMAT_NAMES: Readonly<Record<ExportMessage['format'], string>> = {
    svg: 'SVG Picture',
    png: 'PNG Picture',
    csv: 'CSV Table',
};

/** Asks where to save what a panel has drawn, beside the spec if the user has no other wish, and saves it. */
export async function saveExport(message: ExportMessage, spec: Uri | undefined): Promise<void> {
    const folder = folderOf(spec) ?? Uri.file(homedir());
    const target = await window.showSaveDialog({
        defaultUri: Uri.joinPath(folder, message.name),
        filters: { [FORMAT_NAMES[message.format]]: [message.format] },
    });
    if (!target) return;
    const content = Buffer.from(message.data, message.format === 'png' ? 'base64' : 'utf8');
    try {
        await workspace.fs.writeFile(target, content);
        window.setStatusBarMessage(`Saved ${nameOf(target)}`, 5000);
    } catch (error) {
        void window.showErrorMessage(`${nameOf(target)} could not be saved: ${reasonOf(error)}`);
    }
}
