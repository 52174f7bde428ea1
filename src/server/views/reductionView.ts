/** What a method made of the runs, as the Curves panel takes it. */
import type { ReductionView } from '../../protocol/reductionView.js';
import type { FitCurves } from '../../study/pictures/curvePictures.js';

export function reductionView({ report: { reduction, excluded }, field }: FitCurves): ReductionView | null {
    if (reduction === null || field === null) return null;
    return {
        method: reduction.method,
        description: reduction.description,
        rows: reduction.rows.map(({ status, ...row }, index) => ({
            ...row,
            isUsed: status === 'used',
            sizeInterval: field.groups[index].minimum?.interval ?? null,
        })),
        unusedRuns: excluded.reduce((count, reason) => count + reason.count, 0),
        field,
    };
}
