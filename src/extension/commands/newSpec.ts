import { Uri, window, workspace } from 'vscode';
import { NewSpecRequest } from '../../protocol/requests.js';
import { LANGUAGE_ID, nameOf, uriArgument } from '../documents.js';
import { reasonOf, wasAbandoned } from '../failure.js';
import type { Services } from '../services.js';
import { chooseCsv, NO_CSV } from './chooseCsv.js';
import { freeName, isCsv, specNameFor } from './specName.js';
import { STARTER_SPEC } from './starterSpec.js';

/** Writes a first spec beside a CSV file of runs, its columns guessed; without a CSV file, opens one to plan with. */
export async function newSpec({ server }: Services, argument: unknown): Promise<void> {
    const csv = csvArgument(argument) ?? (await chooseCsv());
    if (csv === undefined) return;
    if (csv === NO_CSV) return openUnsaved(STARTER_SPEC);
    try {
        await writeBeside(csv, await server.request(NewSpecRequest, { csvUri: csv.toString() }));
    } catch (error) {
        if (wasAbandoned(error)) return;
        void window.showErrorMessage(`No spec could be made for ${nameOf(csv)}: ${reasonOf(error)}`);
    }
}

function csvArgument(argument: unknown): Uri | undefined {
    const uri = uriArgument(argument) ?? window.activeTextEditor?.document.uri;
    return uri && isCsv(uri.path) ? uri : undefined;
}

/** Never overwrites a file. Where none can be written, the text is still there to be saved elsewhere. */
async function writeBeside(csv: Uri, text: string): Promise<void> {
    const folder = Uri.joinPath(csv, '..');
    const spec = await freeUri(folder, specNameFor(nameOf(csv)));
    try {
        await workspace.fs.writeFile(spec, Buffer.from(text));
    } catch (error) {
        await openUnsaved(text);
        void window.showWarningMessage(
            `${nameOf(spec)} could not be written: ${reasonOf(error)}. Save the text elsewhere.`,
        );
        return;
    }
    await window.showTextDocument(spec);
}

async function freeUri(folder: Uri, name: string): Promise<Uri> {
    const entries = await workspace.fs.readDirectory(folder);
    return Uri.joinPath(folder, freeName(name, new Set(entries.map(([entry]) => entry))));
}

async function openUnsaved(content: string): Promise<void> {
    await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE_ID, content }));
}
