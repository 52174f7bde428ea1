/**
 * Asks one question at a time. While one is being answered only the newest of the others waits, so that a slider or fast typing never
 * builds a queue, and what was given up is told so by its signal.
 */
export class Latest<Question> {
    private current: AbortController | undefined;
    private waiting: { readonly question: Question } | undefined;

    /** @param answer must not reject. */
    constructor(private readonly answer: (question: Question, signal: AbortSignal) => Promise<void>) {}

    get busy(): boolean {
        return this.current !== undefined;
    }

    /** Asks once the question under way is answered. */
    ask(question: Question): void {
        this.waiting = { question };
        if (!this.current) void this.answerWaiting();
    }

    /** Gives up the question under way, whose answer would be stale, and asks this one. */
    askInstead(question: Question): void {
        this.giveUp();
        this.ask(question);
    }

    giveUp(): void {
        this.waiting = undefined;
        this.current?.abort();
        this.current = undefined;
    }

    private async answerWaiting(): Promise<void> {
        while (this.waiting) {
            const { question } = this.waiting;
            const own = new AbortController();
            this.waiting = undefined;
            this.current = own;
            await this.answer(question, own.signal);
            if (this.current !== own) return;
            this.current = undefined;
        }
    }
}
