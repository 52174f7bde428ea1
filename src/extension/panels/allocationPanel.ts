import type { AllocationView } from '../../protocol/allocationPanel.js';
import { AllocationRequest } from '../../protocol/requests.js';
import { PanelHost } from './panelHost.js';
import type { PanelTools } from './panelKind.js';

/** Budgets: their answers, the plane of N and D, and the frontier of a sweep. */
export function allocationPanel(tools: PanelTools): PanelHost<AllocationView> {
    return new PanelHost<AllocationView>(tools, {
        name: 'allocation',
        title: 'Allocation',
        ask: ({ uri, trial }, token) =>
            tools.server.request(AllocationRequest, { uri: uri.toString(), ...(trial && { trial }) }, token),
    });
}
