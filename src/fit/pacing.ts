import type { Patience } from './problem.js';

/** Counted work: there is no clock here, so operations stand for time. About 2 ms on a current machine. */
const OPERATIONS_PER_PAUSE = 4e5;

/** Spreads pauses evenly over the work and reports progress at each. */
export class Pacer {
    private spent = 0;
    private done = 0;
    /** Whether the caller's time has run out. */
    isOutOfTime = false;

    constructor(
        private readonly patience: Patience,
        private readonly total: number,
    ) {}

    /** Counts work done; where it is time for a pause, answers the promise to await. */
    spend(operations: number): Promise<void> | void {
        this.spent += operations;
        if (this.spent < OPERATIONS_PER_PAUSE) return;
        this.spent = 0;
        this.isOutOfTime = this.patience.expired?.() ?? false;
        return this.patience.pause(this.done, this.total);
    }

    /** One more of `total` is done. */
    advance(): void {
        this.done++;
    }
}
