import type { Uri } from 'vscode';
import { window, workspace } from 'vscode';
import { nameOf } from '../documents.js';

/** The wish to start without a CSV file. */
export const NO_CSV = 'no-csv';

const MAX_OFFERED = 200;

/**
 * Asks for the CSV file of a new spec among those of the workspace; when it has none, there is nothing to ask.
 *
 * @returns undefined when the user gives up.
 */
export async function chooseCsv(): Promise<Uri | typeof NO_CSV | undefined> {
    const files = await workspace.findFiles('**/*.{csv,tsv}', '**/node_modules/**', MAX_OFFERED);
    if (files.length === 0) return NO_CSV;
    const choices = [
        ...files.map((uri) => ({ label: nameOf(uri), description: workspace.asRelativePath(uri), choice: uri })),
        { label: '$(folder-opened) Another CSV File…', description: '', choice: undefined },
        { label: '$(new-file) Without Runs', description: 'a published law and a budget', choice: NO_CSV } as const,
    ];
    const picked = await window.showQuickPick(choices, {
        title: 'New Spec',
        placeHolder: 'The CSV file of your runs',
        matchOnDescription: true,
    });
    return picked && (picked.choice ?? browseForCsv());
}

async function browseForCsv(): Promise<Uri | undefined> {
    const files = await window.showOpenDialog({ filters: { Tables: ['csv', 'tsv'] }, title: 'CSV File of Runs' });
    return files?.[0];
}
