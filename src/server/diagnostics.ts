/** Publishes what is wrong: the language's findings at once, the study's as soon as its answer is there. */
import type { LangiumDocument } from 'langium';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Diagnostic as StudyDiagnostic, Severity, StudyReport } from '../study/report.js';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint,
};

/** The language's diagnostics, and those of the answer that they do not hold already. */
export function mergedDiagnostics(document: LangiumDocument, report: StudyReport | undefined): Diagnostic[] {
    const language = document.diagnostics ?? [];
    const known = new Set(language.map(keyOf));
    const study = (report?.diagnostics ?? []).map(toLsp).filter((diagnostic) => !known.has(keyOf(diagnostic)));
    return [...language, ...study];
}

/** A report repeats what the language says of the same text; kept are the study's own findings. */
export function withoutLanguageDiagnostics(report: StudyReport, document: LangiumDocument | undefined): StudyReport {
    const known = new Set((document?.diagnostics ?? []).map(keyOf));
    return { ...report, diagnostics: report.diagnostics.filter((diagnostic) => !known.has(keyOf(toLsp(diagnostic)))) };
}

function toLsp({ code, severity, message, range, related }: StudyDiagnostic): Diagnostic {
    const relatedInformation = (related ?? []).map((each) => ({
        location: { uri: each.uri, range: each.range },
        message: each.message,
    }));
    return {
        code,
        severity: SEVERITIES[severity],
        message,
        range,
        source: 'scaling',
        ...(relatedInformation.length === 0 ? {} : { relatedInformation }),
    };
}

function keyOf({ code, message, range }: Diagnostic): string {
    return JSON.stringify([code, message, range]);
}
