/** How many crashes within `WINDOW_MS` are answered by a restart. */
export const MAX_RESTARTS = 4;
export const WINDOW_MS = 3 * 60_000;

/** Decides whether a server that died is started again: not when it keeps dying. */
export class RestartPolicy {
    private crashes: number[] = [];

    /** @param now milliseconds, of any clock. */
    allowsRestartAfterCrash(now: number): boolean {
        this.crashes = [...this.crashes.filter((time) => now - time < WINDOW_MS), now];
        return this.crashes.length <= MAX_RESTARTS;
    }

    /** The user asked for a new start: earlier crashes no longer count. */
    forgive(): void {
        this.crashes = [];
    }
}
