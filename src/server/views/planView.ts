/** The study's plans as the Allocation panel takes them. */
import type { NarrowingView, PlanView } from '../../protocol/planView.js';
import type { PlanPicture } from '../../study/pictures/planPicture.js';
import type { PlanReport } from '../../study/planReport.js';
import { designsTable, planSentences, runsTable, searchedWords } from '../../study/planWords.js';
import { planHeadline } from '../answers.js';
import { sentence } from './plain.js';

export function planView({ report, ...picture }: PlanPicture): PlanView {
    const { name, range, target, runs, caution } = report;
    const isPlanned = runs.length > 0;
    return {
        ...picture,
        name,
        line: range.start.line,
        target,
        isPlanned,
        message: isPlanned ? planSentences(report).map(sentence).join(' ') : planHeadline(report),
        messages: caution === null ? [] : [{ severity: 'warning', text: caution }],
        searched: isPlanned ? sentence(searchedWords(report)) : null,
        runs: isPlanned ? runsTable(report) : null,
        designs: designsTable(report) ?? null,
        narrowing: narrowingView(report),
    };
}

function narrowingView({ estimate, interval, runs, cost, known }: PlanReport): NarrowingView | null {
    if (estimate === null || interval === null || runs.length === 0) return null;
    const spentBy = (count: number): number => runs.slice(0, count).reduce((sum, { cost: own }) => sum + (own ?? 0), 0);
    const steps = [interval, ...runs.map((run) => run.interval)];
    return {
        estimate,
        steps: steps.map(([lower, upper], count) => ({ lower, upper, cost: cost && spentBy(count) })),
        designs: known.map(({ kind, interval: [lower, upper], ...design }) => ({
            name: kind,
            lower,
            upper,
            ...design,
        })),
    };
}
