/** What the Curves panel draws: one picture for each fit and each comparison. */
import { carryOutComparison } from '../answers/comparisons.js';
import { inTextOrder } from '../places.js';
import type { StudyRun } from '../run.js';
import { comparisonCurves } from './comparisonCurves.js';
import type { CurvesPicture } from './curvePictures.js';
import { fitCurves } from './fitCurves.js';

/** In the order of the text; a grouped fit gives one picture per group. */
export async function curvesOf(run: StudyRun): Promise<CurvesPicture[]> {
    const pictures: CurvesPicture[] = [];
    for (const fit of run.plan.fits) {
        for (const outcome of await run.outcomesOf(fit)) pictures.push(await fitCurves(outcome, run));
    }
    for (const plan of run.plan.comparisons) {
        const outcome = await carryOutComparison(plan, run);
        if (outcome !== null) pictures.push(await comparisonCurves(outcome, run));
    }
    return pictures.sort((a, b) => inTextOrder(a.report, b.report));
}
