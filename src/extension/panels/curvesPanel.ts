import type { CurvesView } from '../../protocol/curvesPanel.js';
import { CurvesRequest } from '../../protocol/requests.js';
import { PanelHost } from './panelHost.js';
import type { PanelTools } from './panelKind.js';

/** Runs, fitted laws, residuals and parameters. */
export function curvesPanel(tools: PanelTools): PanelHost<CurvesView> {
    return new PanelHost<CurvesView>(tools, {
        name: 'curves',
        title: 'Curves',
        ask: ({ uri }, token) => tools.server.request(CurvesRequest, { uri: uri.toString() }, token),
    });
}
