/** Remembers the answers of long work by the content of the question. */

/** What was asked longest ago is forgotten first, when the answers together weigh more than `most`. */
export class Memo<T> {
    private readonly answers = new Map<string, T>();
    private weight = 0;

    constructor(
        private readonly most: number,
        private readonly weigh: (answer: T) => number = () => 1,
    ) {}

    /** Work that fails, or is cancelled, leaves nothing behind; nor does an answer that is not to be kept. */
    async get(key: string, compute: () => Promise<T> | T, isToKeep: () => boolean = () => true): Promise<T> {
        const known = this.answers.get(key);
        const answer = known ?? (await compute());
        if (known !== undefined || isToKeep()) this.set(key, answer);
        return answer;
    }

    /** The same for work that is done at once. */
    getNow(key: string, compute: () => T): T {
        const answer = this.answers.get(key) ?? compute();
        this.set(key, answer);
        return answer;
    }

    delete(key: string): void {
        const answer = this.answers.get(key);
        if (answer !== undefined) this.weight -= this.weigh(answer);
        this.answers.delete(key);
    }

    /** The newest answer is kept whatever it weighs. */
    private set(key: string, answer: T): void {
        this.delete(key);
        this.answers.set(key, answer);
        this.weight += this.weigh(answer);
        for (const oldest of this.answers.keys()) {
            if (this.weight <= this.most || this.answers.size === 1) break;
            this.delete(oldest);
        }
    }
}
