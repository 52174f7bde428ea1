import type { AllocationView } from '../protocol/allocationPanel.js';
import type { CurvesView } from '../protocol/curvesPanel.js';
import type { PanelHost } from './panels/panelHost.js';
import type { PanelTools } from './panels/panelKind.js';

/** What the commands work with. */
export interface Services extends PanelTools {
    readonly curves: PanelHost<CurvesView>;
    readonly allocation: PanelHost<AllocationView>;
}
