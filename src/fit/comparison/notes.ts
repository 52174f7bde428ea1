/** What to keep in mind about a comparison as a whole, in sentences. */
import type { ComparisonProblem } from './problem.js';
import type { Standing } from './result.js';

export function notesOn({ candidates }: ComparisonProblem, standings: readonly Standing[]): string[] {
    return [...nothingBeyondCompute(standings), ...(candidates[0]?.problem.clusters === undefined ? [] : [CLUSTERED])];
}

const CLUSTERED =
    'AICc and BIC count the rows of a cluster as independent; the standard errors of their differences do not.';

function nothingBeyondCompute(standings: readonly Standing[]): string[] {
    const asGood = standings.find(
        ({ isNullModel, verdict }) => isNullModel && (verdict === 'best' || verdict === 'indistinguishable'),
    );
    if (asGood === undefined || standings.length === 1) return [];
    return [
        `No law is shown to be better than ${asGood.name}: these runs do not tell how compute should be spent. Vary N and D at the same compute.`,
    ];
}
