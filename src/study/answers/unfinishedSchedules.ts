/** Schedules that go on after the last row that has them: of a run that was stopped, or is written down too long. */
import { rateAt } from '../../expression/rates/rateSchedule.js';
import { scheduleOfId } from '../../expression/rates/registry.js';
import type { EstimationPlan, LawPlan } from '../lower/plan.js';
import type { Diagnostic } from '../report.js';
import type { RunsTable } from '../tables/tables.js';
import { rowReaches, type RowReach } from './scheduleInputs.js';

/** The last rows of a run may be this far, of its steps, before the end: they are logged now and then. */
const COMPLETE = 0.95;

/** Of a table with the columns of its schedules. */
export function unfinishedSchedules(
    { runs, runsRange }: EstimationPlan,
    laws: readonly LawPlan[],
    table: RunsTable,
): Diagnostic[] {
    const sentences = laws.flatMap((law) => rowReaches(law, table).flatMap(unfinished));
    return [...new Set(sentences)].map((sentence) => ({
        code: 'unfinished-schedule',
        severity: 'information',
        message: `${sentence} If a run of \`${runs.name}\` was complete, its schedule is written too long.`,
        range: runsRange,
    }));
}

function unfinished({ schedules, steps, names }: RowReach): string[] {
    // The rates that were recorded in a run end with it.
    if (names?.kind !== 'text') return [];
    const furthest = new Map<number, number>();
    const titles = new Map<number, string>();
    schedules.forEach((id, row) => {
        if (!(steps[row] > (furthest.get(id) ?? -Infinity))) return;
        furthest.set(id, steps[row]);
        titles.set(id, names.values[row] ?? '');
    });
    return [...furthest].flatMap(([id, step]) => {
        const schedule = scheduleOfId(id);
        if (schedule === undefined || step >= COMPLETE * schedule.last) return [];
        const [reached, last] = [step, schedule.last].map((each) => Math.floor(each).toLocaleString('en-US'));
        const rates = [step, schedule.last].map((each) => Number(rateAt(schedule, each).toPrecision(3)));
        const fall = rates[0] === rates[1] ? '' : `, with a rate of ${rates[0]} instead of ${rates[1]}`;
        return [`The rows of the schedule \`${titles.get(id)!}\` end at step ${reached} of its ${last}${fall}.`];
    });
}
