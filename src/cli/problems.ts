/** Problems of a spec as lines and as JSON; lines and columns count from 1. */
import type { Diagnostic } from '../study/report.js';

export interface ProblemJson {
    readonly severity: Diagnostic['severity'];
    readonly code: string;
    readonly message: string;
    readonly line: number;
    readonly column: number;
}

export function problemJson({ severity, code, message, range }: Diagnostic): ProblemJson {
    return { severity, code, message, line: range.start.line + 1, column: range.start.character + 1 };
}

/** `runs.scaling:3:7: error: message [code]` */
export function problemLine(file: string, diagnostic: Diagnostic): string {
    const { severity, code, message, line, column } = problemJson(diagnostic);
    return `${file}:${line}:${column}: ${severity}: ${message} [${code}]\n`;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
    return diagnostics.some(({ severity }) => severity === 'error');
}
