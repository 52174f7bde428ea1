/** Publishes what is wrong: the language's findings at once, the study's as soon as its answer is there. */
import type { LangiumDocument } from 'langium';
import { DiagnosticSeverity, type Diagnostic, type PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Diagnostic as StudyDiagnostic, Severity, StudyReport } from '../study/report.js';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint,
};

/** What the editor is told of its documents. */
export interface DiagnosticsPublisher {
    publish(document: LangiumDocument, diagnostics: readonly Diagnostic[]): void;
    /** Nothing is wrong any more with a document that is gone. */
    clear(uri: string): void;
}

/**
 * Says only what is new. A document is checked again whenever another spec of its folder changes, and the study often has
 * nothing to add: the editor knows that already.
 */
export function createPublisher(send: (params: PublishDiagnosticsParams) => void): DiagnosticsPublisher {
    const told = new Map<string, string>();
    return {
        publish({ textDocument: { uri, version } }, diagnostics) {
            const news = JSON.stringify([version, diagnostics]);
            if (told.get(uri) === news) return;
            told.set(uri, news);
            send({ uri, version, diagnostics: [...diagnostics] });
        },
        clear(uri) {
            told.delete(uri);
            send({ uri, diagnostics: [] });
        },
    };
}

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
