/** The run of a plane whose line the cursor stands on. */
import type { PlacedRunsView } from '../../protocol/planeView.js';
import { lineOfPlace } from '../../quantity/fileLines.js';
import type { Place } from '../shell/frame.js';

/** Its index; null without one. */
export function selectedRun(runs: PlacedRunsView | null | undefined, selected: Place | null): number | null {
    const line = runs ? lineOfPlace(runs.sources, selected) : null;
    const row = line === undefined || line === null ? -1 : runs!.lines.indexOf(line);
    return row < 0 ? null : row;
}
