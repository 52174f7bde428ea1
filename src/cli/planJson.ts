/** `plan` in the JSON of `scaling fit --json`. */
import type { PlanReport } from '../study/planReport.js';
import { estimateJson, type EstimateJson } from './estimateJson.js';

export interface PlanJson {
    readonly name: string;
    readonly target: string;
    /** Of the target now, and expected after all runs. */
    readonly now: EstimateJson;
    readonly expected: EstimateJson;
    readonly batch: boolean;
    readonly runs: readonly {
        readonly values: Readonly<Record<string, number>>;
        readonly cost: number | null;
        /** After this run and those before it. */
        readonly interval: EstimateJson['interval'];
    }[];
    readonly cost: { readonly spent: number; readonly limit: number } | null;
    readonly known: readonly {
        readonly design: string;
        readonly runs: number;
        readonly cost: number;
        readonly interval: EstimateJson['interval'];
    }[];
    readonly resolution: number | null;
    readonly candidates: number;
    readonly message: string | null;
}

export function planJson(plan: PlanReport): PlanJson {
    const { name, target, estimate, interval, expected, isBatch, runs, cost, known, resolution, candidates, message } =
        plan;
    return {
        name,
        target,
        now: estimateJson({ estimate, interval }),
        expected: estimateJson({ estimate, interval: expected }),
        batch: isBatch,
        runs: runs.map((run) => ({
            values: Object.fromEntries(run.values.map((each) => [each.name, each.value])),
            cost: run.cost,
            interval: run.interval,
        })),
        cost: cost && { spent: cost.spent, limit: cost.limit },
        known: known.map(({ kind, ...design }) => ({ design: kind, ...design })),
        resolution,
        candidates,
        message,
    };
}
