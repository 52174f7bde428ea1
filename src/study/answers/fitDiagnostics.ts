/** What is to be said of a fit at its statement: how it ended, what is suspicious, and which rows it did not use. */
import type { Constants } from '../../allocate/problem.js';
import type { FitOutcome } from './constants.js';
import { reductionMessages } from './reductions.js';
import { rivalMessage } from './rivals.js';
import type { EstimationPlan, FitPlan } from '../lower/plan.js';
import type { Diagnostic, Severity } from '../report.js';
import { FITTED, excludedRows, isIntended, rowsIn } from '../tables/rows.js';
import type { RunsTable } from '../tables/tables.js';
import { linesText, type Sources } from '../../quantity/fileLines.js';

export const ENDED_WELL: ReadonlySet<string> = new Set(['converged', 'step-too-small', 'nothing-to-fit']);
const LINES_SHOWN = 5;

export function fitDiagnostics(
    plan: FitPlan,
    table: RunsTable,
    outcomes: readonly FitOutcome[],
    constants: Constants,
): Diagnostic[] {
    const isHeld =
        constants.draws !== null &&
        (plan.bootstrap === null || plan.intervals !== 'bootstrap' || plan.method !== undefined);
    const held = isHeld ? [heldConstants(plan)] : [];
    return [
        ...outcomes.flatMap((outcome) => outcomeDiagnostics(plan, outcome)),
        ...unusedRows(plan, table, outcomes),
        ...held,
    ];
}

function outcomeDiagnostics({ range, method }: FitPlan, { result, group, reduction }: FitOutcome): Diagnostic[] {
    const prefix = group === null ? '' : `${group}: `;
    const said = (code: string, severity: Severity, message: string): Diagnostic => ({
        code,
        severity,
        message: prefix + message,
        range,
    });
    const { stopped, warnings } = result;
    const ended = ENDED_WELL.has(stopped.code) ? [] : [said(stopped.code, 'warning', stopped.message)];
    const suspicious = warnings
        .filter(({ code }) => code !== 'not-converged' || ended.length === 0)
        .map(({ code, message }) =>
            said(code, code === 'bootstrap-refits-failed' ? 'information' : 'warning', message),
        );
    const rival = rivalMessage(result);
    const told = reduction === null ? [] : reductionMessages(reduction);
    return [
        ...ended,
        ...suspicious,
        ...(rival === null ? [] : [said('rival-optimum', 'warning', rival)]),
        ...told.map(({ code, message }) => ({ ...said(code, 'information', message), range: method?.range ?? range })),
    ];
}

/** Rows that were meant to be used and cannot be: `where` and `holdout` are the user's own choice. */
export function unusedRows(
    { range, runs }: EstimationPlan,
    table: RunsTable,
    outcomes: readonly Pick<FitOutcome, 'rows'>[],
): Diagnostic[] {
    const reasons = new Map<string, { count: number; lines: number[] }>();
    for (const { rows } of outcomes) {
        for (const { reason, count, lines } of excludedRows(rows, table.lines)) {
            if (isIntended(reason)) continue;
            const known = reasons.get(reason) ?? { count: 0, lines: [] };
            reasons.set(reason, { count: known.count + count, lines: [...known.lines, ...lines] });
        }
    }
    if (reasons.size === 0) return [];
    const unused = [...reasons.values()].reduce((sum, { count }) => sum + count, 0);
    const told = [...reasons].map(
        ([reason, { count, lines }]) => `${lineList(lines, count, table.sources)}: ${reason}`,
    );
    const verb = unused === 1 ? 'is' : 'are';
    const message = `${unused} of ${table.rowCount} rows of \`${runs.name}\` ${verb} not fitted: ${told.join('; ')}.`;
    const fitted = outcomes.reduce((sum, { rows }) => sum + rowsIn(rows, FITTED).length, 0);
    return [{ code: 'rows-not-fitted', severity: fitted === 0 ? 'warning' : 'information', message, range }];
}

function lineList(lines: readonly number[], count: number, sources: Sources): string {
    const shown = lines.slice(0, LINES_SHOWN);
    const more = count > shown.length ? ` and ${count - shown.length} more` : '';
    return `${linesText(sources, shown, shown.length === 1 && more === '')}${more}`;
}

function heldConstants({ law, range }: FitPlan): Diagnostic {
    const names = [...new Set(law.uses.map((use) => `\`${use.law.name}\``))].join(', ');
    const message = `The constants of ${names} are held at their estimates in this fit; its intervals leave their uncertainty out.`;
    return { code: 'constants-held', severity: 'information', message, range };
}
