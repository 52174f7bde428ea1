/** Published objectives, reached or beaten without a start. */
import { fit } from '../../../src/fit/fit.js';
import { PATIENT, problemOf } from '../../fit/support/problems.js';
import { PUBLISHED_FITS } from '../../fit/support/publishedFits.js';
import { barOf, notMeasured, seconds, type Bar, type Figure } from './bar.js';

export async function benchPublished(): Promise<{ readonly bar: Bar; readonly figures: readonly Figure[] }> {
    const what = 'published objectives reached or beaten';
    const figures: Figure[] = [];
    let reached = 0;
    for (const [name, read] of PUBLISHED_FITS) {
        const published = read();
        if (published === undefined) return { bar: notMeasured(what, 'the shared data are absent'), figures: [] };
        const start = performance.now();
        const problem = problemOf(published.law, published.columns, published.target, published.options);
        const result = await fit(problem, PATIENT);
        const elapsed = (performance.now() - start) / 1e3;
        const ours = published.objectiveAt(result);
        const isReached = result.stopped.code === 'converged' && ours <= published.published + published.rounding;
        if (isReached) reached++;
        const change = (100 * (ours / published.published - 1)).toPrecision(2);
        figures.push({
            what: `objective, ${name}`,
            value: `${ours.toPrecision(7)}, published ${published.published.toPrecision(7)} (${change} %), ${isReached ? 'reached' : 'missed'}, ${seconds(elapsed)}`,
        });
    }
    const all = PUBLISHED_FITS.size;
    return { bar: barOf(what, reached, { must: all, aim: all }, (count) => `${count} of ${all}`), figures };
}
