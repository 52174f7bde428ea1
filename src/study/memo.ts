/** Remembers the answers of long work by the content of the question. */

/** What was asked longest ago is forgotten first. */
export class Memo<T> {
    private readonly answers = new Map<string, T>();

    constructor(private readonly most: number) {}

    /** Work that fails, or is cancelled, leaves nothing behind. */
    async get(key: string, compute: () => Promise<T> | T): Promise<T> {
        const known = this.answers.get(key);
        const answer = known ?? (await compute());
        this.answers.delete(key);
        this.answers.set(key, answer);
        for (const oldest of this.answers.keys()) {
            if (this.answers.size <= this.most) break;
            this.answers.delete(oldest);
        }
        return answer;
    }

    delete(key: string): void {
        this.answers.delete(key);
    }
}
