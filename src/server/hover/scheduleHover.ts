/** What a learning-rate schedule says: how far it goes, and its highest and last rate. */
import { documentationOf } from '../../language/documentation.js';
import type { Schedule } from '../../language/generated/ast.js';
import { extentOf } from '../../language/stages.js';
import { formatQuantity } from '../../quantity/print.js';
import { codeBlock, paragraphs } from './markdown.js';

export function scheduleHover(schedule: Schedule): string {
    const stages = schedule.stages.map(({ $cstNode }) => `  ${$cstNode?.text.replace(/\s+/g, ' ') ?? ''}`);
    const text = [`schedule ${schedule.name} {`, ...stages, '}'].join('\n');
    const extent = extentText(schedule);
    return paragraphs(codeBlock(text), documentationOf(schedule), extent && `${extent}.`);
}

/** Undefined for a schedule with a mistake. */
export function extentText(schedule: Schedule): string | undefined {
    const extent = extentOf(schedule);
    if (extent === undefined) return undefined;
    const [highest, final] = [extent.highest, extent.final].map((rate) => formatQuantity(rate));
    return `${counted(extent.last)} steps, at most ${highest} (step ${counted(extent.peak)}), ${final} at the end`;
}

function counted(steps: number): string {
    return steps.toLocaleString('en-US');
}
