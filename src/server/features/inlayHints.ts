/** Shows answers where the question stands: fitted parameters, each row's prediction, predictions and optima. */
import { GrammarUtils, type AstNode, type LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, Position } from 'vscode-languageserver';
import { isFit, isLaw, isParameter, type Fit } from '../../language/generated/ast.js';
import { decisionSentences, rivalHeadline, rivalRemarks } from '../../study/decisionWords.js';
import type { BudgetReport, FitReport, RowReport, StudyReport } from '../../study/report.js';
import { budgetHeadline, estimateText, fitSentence, parameterNote, planHeadline } from '../answers.js';
import { fitsOf } from '../fitReports.js';
import { reducedRowsByLine, reducedRowText } from '../reducedRows.js';
import { specificationOf, type FeatureContext } from './context.js';

/** More than this many parameters do not fit beside a statement. */
const SHOWN_PARAMETERS = 3;

export function createInlayHintProvider(context: FeatureContext): InlayHintProvider {
    return {
        getInlayHints(document, { range }) {
            const report = context.results.of(document)?.report;
            if (report === undefined) return [];
            const hints = [
                ...rowHints(document, report),
                ...predictionHints(report),
                ...budgetHints(report),
                ...planHints(report),
                ...statementHints(document, report),
            ];
            return hints.filter(({ position }) => position.line >= range.start.line && position.line <= range.end.line);
        },
    };
}

function rowHints(document: LangiumDocument, report: StudyReport): InlayHint[] {
    const lineEnd = ({ line }: RowReport): Position => {
        const { start, end } = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
        return { line, character: document.textDocument.getText({ start, end }).trimEnd().length };
    };
    return report.fits.filter(isInline(report)).flatMap((fit) => {
        const reduced = reducedRowsByLine(fit);
        return (fit.rowReports ?? []).flatMap((row) => {
            const budget = reduced.get(row.line);
            const label = budget === undefined ? rowLabel(row) : reducedRowText(budget);
            return label === undefined ? [] : [hint(lineEnd(row), label, budget?.message)];
        });
    });
}

function isInline({ uri, runs }: StudyReport): (fit: FitReport) => boolean {
    const inline = new Set(
        runs.filter(({ sources, isGrouped }) => sources[0].uri === uri && !isGrouped).map(({ name }) => name),
    );
    return (fit) => inline.has(fit.runs);
}

function rowLabel({ state, reason, predicted, interval }: RowReport): string | undefined {
    if (state === 'excluded') return reason === undefined ? undefined : `not used: ${reason}`;
    if (predicted === null) return undefined;
    return `→ ${estimateText(predicted, interval)}${state === 'held-out' ? ' (held out)' : ''}`;
}

function predictionHints({ predictions }: StudyReport): InlayHint[] {
    return predictions
        .filter(({ estimate }) => estimate !== null)
        .map(({ range, estimate, interval }) => hint(range.end, `= ${estimateText(estimate, interval)}`));
}

function budgetHints({ budgets }: StudyReport): InlayHint[] {
    return budgets
        .filter(({ sweep }) => sweep === null)
        .flatMap((budget) => [
            hint(budget.range.end, budgetHeadline(budget, budget.units), budgetTooltip(budget)),
            ...budget.rivals.map((rival) =>
                hint(rival.range.end, rivalHeadline(rival), rivalRemarks(rival).join('\n')),
            ),
        ]);
}

function budgetTooltip(budget: BudgetReport): string {
    return [budget.message, ...decisionSentences(budget, budget.goal)].join('\n');
}

function planHints({ plans }: StudyReport): InlayHint[] {
    return plans.map((plan) => hint(plan.range.end, planHeadline(plan)));
}

function statementHints(document: LangiumDocument, report: StudyReport): InlayHint[] {
    return (specificationOf(document)?.statements ?? []).flatMap((statement) => {
        if (isFit(statement)) return fitHint(statement, report);
        if (!isLaw(statement)) return [];
        const fits = report.fits.filter(({ law }) => law === statement.name);
        // Of several fits none is the law's own; their statements show them.
        return fits.length !== 1
            ? []
            : statement.entries.filter(isParameter).flatMap((entry) => parameterHint(entry, fits[0]));
    });
}

function fitHint(statement: Fit, report: StudyReport): InlayHint[] {
    const fits = fitsOf(statement, report);
    const position = endOfHeader(statement);
    if (fits.length === 0 || position === undefined) return [];
    const tooltip = fits.map(fitSentence).join('\n');
    if (fits.length > 1) return [hint(position, `${fits.length} groups fitted`, tooltip)];
    const shown = fits[0].parameters
        .filter(({ status }) => status !== 'pinned')
        .map(({ name, estimate, interval }) => `${name} ${estimateText(estimate, interval)}`);
    if (shown.length === 0) return [];
    const more = shown.length > SHOWN_PARAMETERS ? ', …' : '';
    return [hint(position, shown.slice(0, SHOWN_PARAMETERS).join(', ') + more, tooltip)];
}

function endOfHeader(statement: Fit): Position | undefined {
    const last = ['group', 'target', 'runs'].find(
        (property) => statement[property as 'group' | 'target' | 'runs'] !== undefined,
    );
    return last === undefined ? undefined : GrammarUtils.findNodeForProperty(statement.$cstNode, last)?.range.end;
}

function parameterHint(entry: AstNode & { readonly name: string }, fit: FitReport): InlayHint[] {
    const parameter = fit.parameters.find(({ name }) => name === entry.name);
    const end = entry.$cstNode?.range.end;
    if (parameter === undefined || parameter.status === 'pinned' || end === undefined) return [];
    const note = parameterNote(parameter);
    return [
        hint(end, `→ ${estimateText(parameter.estimate, parameter.interval)}${note === undefined ? '' : ` (${note})`}`),
    ];
}

function hint(position: Position, label: string, tooltip?: string): InlayHint {
    return { position, label, paddingLeft: true, ...(tooltip === undefined ? {} : { tooltip }) };
}
