import type { OpenInterval } from '../../../src/fit/result.js';

/** How often the truth was inside, of all intervals. */
export class Coverage {
    private inside = 0;
    private asked = 0;

    /** No interval holds nothing; one without an end all that is on that side. */
    add(interval: OpenInterval | null, truth: number): void {
        this.asked++;
        if (interval === null) return;
        const [lower, upper] = interval;
        if ((lower ?? -Infinity) <= truth && truth <= (upper ?? Infinity)) this.inside++;
    }

    get percent(): number {
        return (100 * this.inside) / this.asked;
    }
}
