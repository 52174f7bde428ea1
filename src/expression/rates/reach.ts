/** How far along its schedules a formula asks. */
import type { Expr } from '../expr.js';
import { nodesOf } from '../walk.js';

export interface Reach {
    readonly schedule: Expr;
    /** The last step that is asked for. */
    readonly step: Expr;
}

/** By rates, areas and sums over drops, as far as they stand outside of other sums and equations. */
export function reachesOf(formulas: readonly Expr[]): Reach[] {
    return nodesOf(formulas).flatMap((node): Reach[] => {
        if (node.kind === 'drops') return [{ schedule: node.operands[0], step: node.operands[2] }];
        const isLookUp = node.kind === 'call' && (node.function === 'rate' || node.function === 'area');
        return isLookUp ? [{ schedule: node.operands[0], step: node.operands[1] }] : [];
    });
}
