import type { Uri } from 'vscode';
import type { PanelName } from '../panels/shell.js';
import type { Services } from '../services.js';

/** Opens a panel beside the editor: as one more tab where the other panel is, so that the text keeps its width. */
export function openPanel(services: Services, name: PanelName, uri: Uri): void {
    const other = name === 'curves' ? services.allocation : services.curves;
    services[name].show(uri, other.column);
}
