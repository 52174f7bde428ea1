/** A fit as text for people: what was found, how sure it is, and how well it foretells. */
import { formatEstimate, formatInterval, formatQuantity } from '../quantity/print.js';
import type { FitReport, ParameterReport } from '../study/report.js';
import { searchVerdict } from '../study/verdicts.js';
import { alignColumns } from './columns.js';
import { percent, plural } from './counts.js';
import { linesText } from '../quantity/fileLines.js';

const INDENT = '  ';

/** Of the rows that pull hardest at a fit this many are shown. */
const INFLUENCES_SHOWN = 10;

export function fitText(fit: FitReport): string {
    const group = fit.group === null ? '' : ` (${fit.group})`;
    const heading = `fit ${fit.law} to ${fit.runs}${group}: ${fit.target} = ${fit.formula}\n`;
    const verdict = searchVerdict(fit.search);
    const ended =
        `${INDENT}${plural(fit.rows, 'row')}, objective ${formatQuantity(fit.objective, 7)}. ${fit.stopped.message}\n` +
        (verdict === '' ? '' : `${INDENT}${verdict}\n`);
    return [
        heading,
        ended,
        parametersText(fit.parameters),
        reductionText(fit),
        heldOutText(fit),
        rollingText(fit),
        influenceText(fit),
        excludedText(fit),
    ].join('');
}

export function parametersText(parameters: readonly ParameterReport[]): string {
    if (parameters.length === 0) return '';
    const rows = parameters.map(({ name, estimate, standardError, interval, status }) => [
        name,
        formatEstimate(estimate, interval),
        standardError === null ? '' : `± ${formatQuantity(standardError, 2)}`,
        interval === null ? '' : formatInterval(interval),
        status === 'estimated' ? '' : status.replaceAll('-', ' '),
    ]);
    return alignColumns([['', 'estimate', 'error', '95 % interval', ''], ...rows], INDENT);
}

function reductionText({ reduction }: FitReport): string {
    if (reduction === null) return '';
    const rows = reduction.rows.map(({ from, to, size, loss, status, message }) => [
        from === to ? formatQuantity(from) : `${formatQuantity(from)} to ${formatQuantity(to)}`,
        size === null ? '–' : formatQuantity(size),
        loss === null ? '–' : formatQuantity(loss),
        status === 'used' ? '' : message,
    ]);
    return (
        `${INDENT}using ${reduction.method}: ${reduction.description}\n` +
        alignColumns([['compute', 'size', 'loss', ''], ...rows], INDENT)
    );
}

function heldOutText({ holdout, target }: FitReport): string {
    if (holdout === null || holdout.meanRelativeError === null) return '';
    const { rows, meanRelativeError, meanLogError } = holdout;
    const inLog = meanLogError === null ? '' : `, by ${formatQuantity(meanLogError, 2)} in the logarithm`;
    return `${INDENT}held out: ${plural(rows, 'row')}, whose ${target} is off by ${percent(meanRelativeError)} on average${inLog}\n`;
}

function rollingText({ rolling, target }: FitReport): string {
    if (rolling === null) return '';
    if (rolling.message !== null) return `${INDENT}held out along ${rolling.along}: ${rolling.message}\n`;
    const rows = rolling.cuts.map(({ cut, reach, rowsBelow, rowsAbove, meanRelativeError, bias }) => [
        formatQuantity(cut),
        String(rowsBelow),
        formatQuantity(reach),
        String(rowsAbove),
        percent(meanRelativeError),
        percent(bias),
    ]);
    const header = [`up to ${rolling.along}`, 'rows', 'scored to', 'rows', 'error', 'bias'];
    return `${INDENT}held out along ${rolling.along}: ${target} is foretold above each value from the rows below\n${alignColumns([header, ...rows], INDENT)}`;
}

function influenceText({ influence, sources }: FitReport): string {
    if (influence === null) return '';
    const strongest = [...influence.rows]
        .filter(({ distance }) => distance !== null)
        .sort((a, b) => b.distance! - a.distance!)
        .slice(0, INFLUENCES_SHOWN);
    const names = influence.rows[0]?.parameters.map(({ name }) => name) ?? [];
    const rows = strongest.map(({ line, distance, parameters, optimum }) => [
        linesText(sources, [line]),
        formatQuantity(distance, 2),
        ...parameters.map(({ change }) => signed(change)),
        ...(influence.optimum === null ? [] : [percent(optimum)]),
    ]);
    const header = ['', "Cook's D", ...names, ...(influence.optimum === null ? [] : [influence.optimum])];
    const message = influence.message === null ? '' : `${INDENT}${influence.message}\n`;
    if (rows.length === 0) return message;
    return `${INDENT}without a row the estimates change by\n${alignColumns([header, ...rows], INDENT)}${message}`;
}

function signed(change: number | null): string {
    if (change === null) return '–';
    return change > 0 ? `+${formatQuantity(change, 2)}` : formatQuantity(change, 2);
}

export function excludedText({ excluded, sources }: Pick<FitReport, 'excluded' | 'sources'>): string {
    return excluded
        .map(({ reason, count, lines }) => {
            const places = linesText(sources, lines, true);
            const more = count > lines.length ? ', …' : '';
            return `${INDENT}not used: ${plural(count, 'row')}, ${reason} (${places}${more})\n`;
        })
        .join('');
}
