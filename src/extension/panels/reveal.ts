import { commands, Position, Range, TabInputText, ViewColumn, window, type TabGroup, type Uri } from 'vscode';
import { columnForFile, type OpenGroup } from './column.js';

/** Puts the cursor on a line of a file beside the panel, as text (also a CSV file of any size); the focus stays in the panel. */
export async function revealLine(uri: Uri, line: number, panelColumn: ViewColumn | undefined): Promise<void> {
    const groups = window.tabGroups.all.map(openGroup);
    const viewColumn = columnForFile(uri.toString(), groups, panelColumn) ?? ViewColumn.Beside;
    const start = new Position(line, 0);
    const options = { viewColumn, preserveFocus: true, selection: new Range(start, start) };
    await commands.executeCommand('vscode.openWith', uri, 'default', options);
}

function openGroup(group: TabGroup): OpenGroup {
    const front = group.activeTab?.input;
    return {
        column: group.viewColumn,
        files: group.tabs.flatMap(({ input }) => (input instanceof TabInputText ? [input.uri.toString()] : [])),
        front: front instanceof TabInputText ? front.uri.toString() : undefined,
    };
}
