/** A row of an inline table: what the fitted law predicts for it, and how far it is off. */
import type { LangiumDocument } from 'langium';
import { isRuns, type InlineTable, type Runs } from '../../language/generated/ast.js';
import { hasRowsOf } from '../../language/columns.js';
import { argumentsOf } from '../../language/laws.js';
import type { Scope } from '../../language/scope.js';
import { tryQuantity } from '../../quantity/parse.js';
import { formatQuantity, formatRatio } from '../../quantity/print.js';
import { unitNamed } from '../../quantity/units.js';
import type { ReducedRowReport } from '../../study/methodReports.js';
import type { FitReport, RowReport, StudyReport } from '../../study/report.js';
import { computeOf, rolesOf } from '../../study/roles.js';
import { estimateText, percentText } from '../answers.js';
import { computeText, isUsed, reducedRowsByLine } from '../reducedRows.js';
import { paragraphs, plain, table } from './markdown.js';

export function rowHover(
    document: LangiumDocument,
    inlineTable: InlineTable,
    line: number,
    report: StudyReport,
    scope: Scope,
): string | undefined {
    const runs = inlineTable.$container;
    if (!isRuns(runs)) return undefined;
    const cells = cellsOf(document, inlineTable, line);
    const parts = report.fits
        .filter((fit) => hasRowsOf(runs, scope.findRuns(fit.runs, runs), scope))
        .flatMap((fit) => {
            const row = fit.rowReports?.find((each) => each.line === line);
            if (row === undefined) return [];
            const reduced = reducedRowsByLine(fit).get(line);
            return [
                reduced === undefined
                    ? fitPart(fit, row, quantitiesOf(fit, runs, cells, scope))
                    : reducedPart(fit, reduced),
            ];
        });
    return parts.length === 0 ? undefined : parts.join('\n\n---\n\n');
}

const STATES: Readonly<Record<RowReport['state'], string>> = {
    fitted: 'fitted',
    'held-out': 'held out: scored, not fitted',
    excluded: 'not used',
};

function fitPart(fit: FitReport, row: RowReport, quantities: readonly (readonly string[])[]): string {
    const { state, reason, observed, predicted, interval, relativeResidual } = row;
    const residual = relativeResidual === null ? '' : ` (${percentText(relativeResidual)} of the prediction)`;
    const rows = [
        ...(predicted === null ? [] : [[`predicted ${plain(fit.target)}`, estimateText(predicted, interval)]]),
        ...(observed === null ? [] : [['observed', `${formatQuantity(observed)}${residual}`]]),
        ...quantities,
    ];
    const title = `${fitTitle(fit)} — this row is ${STATES[state]}${reason === undefined ? '' : `: ${plain(reason)}`}`;
    return paragraphs(title, rows.length === 0 ? undefined : table([['', ''], ...rows]));
}

/** The budget that the row belongs to, or where its run is lowest, and what that told the fit. */
function reducedPart(fit: FitReport, row: ReducedRowReport): string {
    const { size, tokens, loss, from, to, message } = row;
    const isBudget = from === to;
    const place = isBudget ? `belongs to the budget of ${computeText(row)}` : `is lowest from ${computeText(row)}`;
    const use = isUsed(row) ? 'used' : 'not used';
    const minimum = [
        ['N\\*', size],
        ['D\\*', tokens],
        ['loss there', loss],
    ].flatMap(([name, value]) => (typeof value === 'number' ? [[String(name), formatQuantity(value)]] : []));
    return paragraphs(
        `${fitTitle(fit)} — this row ${place}: ${use}. ${plain(message)}`,
        isUsed(row) && isBudget ? table([['at the minimum', ''], ...minimum]) : undefined,
    );
}

function fitTitle({ law, runs, group }: FitReport): string {
    return `**${plain(law)}** fitted to ${plain(runs)}${group === null ? '' : ` for ${plain(group)}`}`;
}

/** Tokens per parameter and compute, where the law's arguments say which columns are the model's size and the tokens. */
function quantitiesOf(fit: FitReport, runs: Runs, cells: ReadonlyMap<string, number>, scope: Scope): string[][] {
    const law = scope.findLaw(fit.law, runs);
    const quantities = ((law && argumentsOf(law, scope)) ?? []).map(({ name, unit }) => ({
        name,
        dimension: unit === undefined ? undefined : unitNamed(unit)?.dimension,
    }));
    const { size, tokens } = rolesOf(quantities);
    const N = size === undefined ? undefined : cells.get(quantities[size].name);
    const D = tokens === undefined ? undefined : cells.get(quantities[tokens].name);
    if (N === undefined || D === undefined) return [];
    return [
        [`${quantities[tokens!].name}/${quantities[size!].name}`, formatRatio(D / N).replace('×', '')],
        ['compute (6ND)', `${formatQuantity(computeOf(N, D))} FLOP`],
    ];
}

/** The numbers of one row by the names of their columns. */
function cellsOf({ textDocument }: LangiumDocument, inlineTable: InlineTable, line: number): Map<string, number> {
    const first = inlineTable.$cstNode!.range.start.line;
    const row = (at: number) =>
        textDocument
            .getText({ start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } })
            .trim()
            .split('|')
            .slice(1)
            .map((cell) => cell.trim());
    const cells = row(line);
    return new Map(
        row(first).flatMap((name, index) => {
            const quantity = tryQuantity(cells[index] ?? '', 'cell');
            return quantity === undefined ? [] : [[name, quantity.base] as const];
        }),
    );
}
