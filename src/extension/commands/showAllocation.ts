import type { Services } from '../services.js';
import { openPanel } from './openPanel.js';
import { targetSpec } from './targetSpec.js';

/** `line`: of the budget or plan whose lens was clicked. */
export function showAllocation(services: Services, argument: unknown, line: unknown): void {
    const uri = targetSpec(argument, services.specs);
    if (!uri) return;
    openPanel(services, 'allocation', uri);
    if (typeof line === 'number') services.allocation.turnTo(line);
}
