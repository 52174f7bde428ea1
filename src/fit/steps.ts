import type { Patience } from './problem.js';

/** Progress through work of several parts of about the same length, each of which reports its own. */
export class Steps {
    private begun = 0;

    constructor(
        private readonly patience: Patience,
        private readonly total: number,
    ) {}

    /** Pauses; then the patience for the next part. */
    async next(): Promise<Patience> {
        const before = this.begun++;
        await this.patience.pause(before, this.total);
        return {
            pause: (done, total) => this.patience.pause(before + (total > 0 ? done / total : 0), this.total),
            expired: () => this.patience.expired?.() ?? false,
        };
    }
}
