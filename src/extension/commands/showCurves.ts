import type { Services } from '../services.js';
import { openPanel } from './openPanel.js';
import { targetSpec } from './targetSpec.js';

export function showCurves(services: Services, argument: unknown): void {
    const uri = targetSpec(argument, services.specs);
    if (uri) openPanel(services, 'curves', uri);
}
