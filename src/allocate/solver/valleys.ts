/** The local optima that searches from several starts come to: the best of them, and the others. */
import { better, type Optimal, type Place, type Verdict } from './verdict.js';

/** In u: two optima that are closer are one. */
const SAME_PLACE = 1e-3;
/** Others that are remembered: so many, and none that is worse by so much that no draw will make it the best. */
const MOST_OTHERS = 4;
const FAR_WORSE = 0.1;

export class Valleys {
    private readonly optima: Optimal[] = [];

    add(verdict: Verdict): void {
        // Where values do not matter, a search may end anywhere on what is one optimum.
        if (verdict.kind !== 'optimal' || verdict.undetermined.length > 0) return;
        const known = this.optima.findIndex(({ u }) => isSamePlace(u, verdict.u));
        if (known < 0) this.optima.push(verdict);
        else if (better(this.optima[known], verdict) === verdict) this.optima[known] = verdict;
    }

    /** The same optimum with the others of which it is true that they are local optima, best first. */
    around(best: Verdict, isLocal: (other: Place) => boolean = () => true): Verdict {
        if (best.kind !== 'optimal') return best;
        const others: Place[] = [];
        const worst = best.value + FAR_WORSE * Math.max(1, Math.abs(best.value));
        for (const optimum of [...this.optima].sort((a, b) => a.value - b.value)) {
            if (others.length === MOST_OTHERS || optimum.value > worst) break;
            if (!isSamePlace(optimum.u, best.u) && isLocal(optimum)) others.push(optimum);
        }
        return { ...best, others };
    }
}

export function isSamePlace(a: Float64Array, b: Float64Array): boolean {
    return a.every((part, j) => Math.abs(part - b[j]) <= SAME_PLACE);
}
