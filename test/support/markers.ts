/**
 * Expected diagnostics in the text of a spec itself, under the range they are about:
 *
 *     fit surfase to runs
 *         ^^^^^^^ error: There is no law named `surfase`.
 *
 * Two slashes may stand before the marker where there is room. The message may be given in part: what stands there must occur in it. Several markers may stand under one line. A range that
 * ends on a later line is marked up to the end of its first line.
 */
import { expect } from 'vitest';
import { buildSpecs, clearSpecs, specServices, type SpecDocument } from './specs.js';
import type { ScalingServices } from '../../src/language/module.js';

const MARKER = /^[ \t]*(?:\/\/)?[ \t]*(\^+) (error|warning|info|hint): (.*)$/;
const SEVERITIES = ['', 'error', 'warning', 'info', 'hint'];

export interface Finding {
    /** Zero-based line and columns, end exclusive. */
    readonly line: number;
    readonly start: number;
    readonly end: number;
    readonly severity: string;
    readonly message: string;
}

/** Takes the markers out of a text; the lines left keep their order, and findings count among them. */
export function readMarkers(marked: string): { text: string; expected: Finding[] } {
    const lines: string[] = [];
    const expected: Finding[] = [];
    for (const line of marked.split('\n')) {
        const match = MARKER.exec(line);
        if (match === null) lines.push(line);
        else {
            const start = line.indexOf('^');
            expected.push({
                line: lines.length - 1,
                start,
                end: start + match[1].length,
                severity: match[2],
                message: match[3],
            });
        }
    }
    return { text: lines.join('\n'), expected };
}

export function findingsOf(document: SpecDocument): Finding[] {
    const lines = document.textDocument.getText().split('\n');
    return (document.diagnostics ?? [])
        .map(({ range, severity, message }) => ({
            line: range.start.line,
            start: range.start.character,
            end: range.end.line === range.start.line ? range.end.character : lines[range.start.line].length,
            severity: SEVERITIES[severity ?? 1],
            message,
        }))
        .sort((a, b) => a.line - b.line || a.start - b.start);
}

/** Fails unless exactly the marked findings are there, each at exactly its range. */
export function expectFindings(found: readonly Finding[], expected: readonly Finding[]): void {
    const shown = (finding: Finding, message: string) =>
        `${finding.line + 1}:${finding.start + 1}-${finding.end + 1} ${finding.severity}: ${message}`;
    const wanted = [...expected].sort((a, b) => a.line - b.line || a.start - b.start);
    // A message given in part is compared with that part of the one found.
    const partly = found.map((finding, index) => {
        const part = wanted[index]?.message;
        return shown(finding, part !== undefined && finding.message.includes(part) ? part : finding.message);
    });
    expect(partly).toEqual(wanted.map((finding) => shown(finding, finding.message)));
}

let services: Promise<ScalingServices> | undefined;

/** Checks a marked text, alone or beside other specs of its folder. */
export async function checkDiagnostics(
    marked: string,
    siblings: Readonly<Record<string, string>> = {},
): Promise<SpecDocument> {
    services ??= specServices();
    const shared = await services;
    const { text, expected } = readMarkers(marked);
    const [document] = await buildSpecs(shared, { 'spec.scaling': text, ...siblings });
    try {
        expectFindings(findingsOf(document), expected);
        return document;
    } finally {
        clearSpecs(shared);
    }
}
