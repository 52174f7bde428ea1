/** What a fit found: the parameters with their uncertainty, how it was searched, and what its options ask for. */
import { linesText } from '../../quantity/fileLines.js';
import { formatQuantity } from '../../quantity/print.js';
import type { FitReport, ParameterReport } from '../../study/report.js';
import { searchVerdict } from '../../study/verdicts.js';
import { parameterNote, parameterText, percentText, rowsText } from '../answers.js';
import { paragraphs, plain, table } from './markdown.js';

/** Of the rows that pull hardest this many are shown. */
const SHOWN_INFLUENCES = 5;

export function fitHover(fit: FitReport): string {
    const verdict = searchVerdict(fit.search);
    const title = `Fitted to ${plain(fit.runs)}${fit.group === null ? '' : ` for ${plain(fit.group)}`} (${rowsText(fit.rows)}). ${plain(fit.stopped.message)}`;
    const rows = fit.parameters.map((parameter) => [plain(parameter.name), ...parameterCells(parameter)]);
    const warnings = fit.warnings.map(({ message }) => `- ${plain(message)}`).join('\n');
    return paragraphs(
        title,
        rows.length === 0 ? undefined : table([['parameter', 'estimate', ''], ...rows]),
        verdict === '' ? undefined : `${plain(verdict)}.`,
        warnings,
        reductionText(fit),
        holdoutText(fit),
        rollingText(fit),
        influenceText(fit),
    );
}

/** The estimate with its uncertainty, and why it is not simply estimated. */
export function parameterCells(parameter: ParameterReport): string[] {
    return [parameterText(parameter), parameterNote(parameter) ?? ''];
}

function reductionText({ reduction }: FitReport): string | undefined {
    if (reduction === null) return undefined;
    const rows = reduction.rows.map(({ from, size, loss, status, message }) => [
        formatQuantity(from),
        formatQuantity(size),
        formatQuantity(loss),
        status === 'used' ? '' : plain(message),
    ]);
    return paragraphs(plain(reduction.description), table([['compute', 'size', 'loss', ''], ...rows]));
}

function holdoutText({ holdout }: FitReport): string | undefined {
    const error = holdout?.meanRelativeError;
    if (holdout === null || error === null || error === undefined) return undefined;
    const bias = holdout.bias === null ? '' : `, ${percentText(holdout.bias)} with their sign`;
    return `Held out: ${rowsText(holdout.rows)}, off by ${formatQuantity(100 * error, 2)} % on average${bias}.`;
}

function rollingText({ rolling }: FitReport): string | undefined {
    if (rolling === null) return undefined;
    if (rolling.message !== null) return plain(rolling.message);
    const rows = rolling.cuts.map(({ cut, rowsBelow, rowsAbove, meanRelativeError }) => [
        formatQuantity(cut),
        String(rowsBelow),
        String(rowsAbove),
        meanRelativeError === null ? '–' : `${formatQuantity(100 * meanRelativeError, 2)} %`,
    ]);
    return table([[`fitted up to ${plain(rolling.along)}`, 'rows', 'rows above', 'error there'], ...rows]);
}

function influenceText({ influence, sources }: FitReport): string | undefined {
    if (influence === null) return undefined;
    const strongest = [...influence.rows]
        .filter(({ distance }) => distance !== null)
        .sort((a, b) => b.distance! - a.distance!)
        .slice(0, SHOWN_INFLUENCES)
        .map(({ line, distance, optimum }) => [
            linesText(sources, [line]),
            formatQuantity(distance, 2),
            ...(influence.optimum === null ? [] : [optimum === null ? '–' : percentText(optimum)]),
        ]);
    const head = ['without', 'Cook’s distance', ...(influence.optimum === null ? [] : [plain(influence.optimum)])];
    return paragraphs(
        strongest.length === 0 ? undefined : table([head, ...strongest]),
        influence.message === null ? undefined : plain(influence.message),
    );
}
