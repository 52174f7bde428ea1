/** Another optimum that other rows from the same source might well have made the best, and that answers differently. */
import { formatQuantity } from '../../quantity/print.js';
import type { FitResult } from '../../fit/result.js';

/** Relative difference from which a parameter's value counts as another. */
const DIFFERENT = 0.05;

const MOST_SHOWN = 4;

/** A sentence; null where no such optimum was met. */
export function rivalMessage({ parameters, search }: FitResult): string | null {
    for (const rival of search.rivals) {
        if (!rival.indistinguishable) continue;
        const others = parameters
            .map(({ name, estimate, status }, index) => ({
                name,
                status,
                best: estimate,
                other: rival.parameters[index],
            }))
            .filter(({ status, best, other }) => status !== 'unidentified' && best !== null && differ(best, other));
        if (others.length === 0) continue;
        const shown = others.slice(0, MOST_SHOWN);
        const best = shown.map((each) => `${each.name} ${formatQuantity(each.best)}`).join(', ');
        const other = shown.map((each) => `${each.name} ${otherText(each)}`).join(', ');
        return `Two optima fit these rows equally well: ${best}; and ${other}. They answer differently: add runs, or bound or pin a parameter.`;
    }
    return null;
}

/** A parameter that ran off, up to where it has no effect any more, has no value worth printing. */
function otherText({ best, other }: { readonly best: number | null; readonly other: number }): string {
    const ratio = Math.abs(other / best!);
    if (ratio > RUN_OFF) return other > 0 ? 'without limit' : 'without limit below 0';
    return ratio < 1 / RUN_OFF ? 'near 0' : formatQuantity(other);
}

const RUN_OFF = 1e6;

function differ(a: number, b: number): boolean {
    return Math.abs(a - b) > DIFFERENT * Math.max(Math.abs(a), Math.abs(b));
}
