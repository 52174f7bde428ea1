/** The problems that a study finds beyond those of the language. */
import type { Diagnostic } from './report.js';

/** Takes what is found in several files and keeps what belongs to one of them. */
export class Problems {
    private readonly found = new Map<string, Diagnostic>();

    constructor(private readonly uri: string) {}

    /** What is found twice, because two statements rest on the same, is said once. */
    add(uri: string, diagnostic: Diagnostic): void {
        if (uri !== this.uri) return;
        const { code, message, range } = diagnostic;
        this.found.set(JSON.stringify([code, message, range]), diagnostic);
    }

    list(): Diagnostic[] {
        return [...this.found.values()];
    }
}
