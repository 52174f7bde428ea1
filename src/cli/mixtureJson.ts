/** A mixture of samples in the JSON of `scaling fit --json`. */
import type { MixtureReport, MixtureRival } from '../study/mixtureReport.js';
import { estimateJson, type EstimateJson } from './estimateJson.js';

export interface MixtureJson {
    /** Every count, those of 0 included; `of` has the values of the columns that tell them apart. */
    readonly counts: readonly {
        readonly of: Readonly<Record<string, string>>;
        readonly count: number;
        /** The most samples that the samples drawn can tell of. */
        readonly limit: number;
    }[];
    readonly problems: number;
    readonly solved: EstimateJson;
    /** The mean cost of a problem. */
    readonly cost: EstimateJson;
    /** No mixture within the limit solves more, or none that solves the share costs less. */
    readonly bound: number;
    readonly single: RivalJson | null;
    readonly uniform: RivalJson | null;
    /** Mean shares solved of the halves that were chosen on, and of those that were not. */
    readonly heldOut: MixtureReport['heldOut'];
}

interface RivalJson {
    readonly label: string;
    readonly solved: number;
    readonly cost: number;
    readonly ahead: EstimateJson;
}

export function mixtureJson(mixture: MixtureReport): MixtureJson {
    const { columns, counts, problems, solved, cost, bound, single, uniform, heldOut } = mixture;
    const named = (labels: readonly string[]) =>
        Object.fromEntries(labels.map((label, index) => [columns[index], label]));
    return {
        counts: counts.map(({ labels, ...rest }) => ({ of: named(labels), ...rest })),
        problems,
        solved: estimateJson(solved),
        cost: estimateJson(cost),
        bound,
        single: single && rivalJson(single),
        uniform: uniform && rivalJson(uniform),
        heldOut,
    };
}

function rivalJson({ ahead, ...rival }: MixtureRival): RivalJson {
    return { ...rival, ahead: estimateJson(ahead) };
}
