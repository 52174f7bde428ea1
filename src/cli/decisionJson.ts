/** What surrounds a budget's answer, in the JSON of `scaling fit --json`. */
import type { DecisionReport, RivalReport, SensitivityReport } from '../study/decisionReport.js';
import { estimateJson, estimatesJson, type EstimateJson } from './estimateJson.js';

type Regret = NonNullable<DecisionReport['regret']>;

export interface DecisionJson {
    readonly regret: {
        readonly share: number | null;
        readonly amount: number;
        /** By variable. */
        readonly ranges: Readonly<Record<string, Omit<Regret['ranges'][number], 'name'>>>;
        /** By what is chosen. */
        readonly options: Readonly<Record<string, Regret['options'][number]['stretches']>>;
    } | null;
    readonly joint: DecisionReport['joint'];
    readonly sensitivities: readonly (Pick<SensitivityReport, 'text' | 'move' | 'share'> & {
        readonly bound: 'lower' | 'upper' | null;
        readonly change: EstimateJson;
    })[];
    readonly against: readonly (Pick<RivalReport, 'label' | 'status' | 'message' | 'breaches' | 'saving'> & {
        readonly objective: EstimateJson;
        readonly chosen: Readonly<Record<string, string>>;
        readonly variables: Readonly<Record<string, EstimateJson>>;
        readonly excess: EstimateJson;
        readonly regret: EstimateJson;
    })[];
}

export function decisionJson({ regret, joint, sensitivities, rivals }: DecisionReport): DecisionJson {
    return {
        regret: regret && { ...regret, ranges: rangesJson(regret), options: optionsJson(regret) },
        joint,
        sensitivities: sensitivities.map(({ text, bound, move, change, share }) => ({
            text,
            bound: bound && bound.bound,
            move,
            change: estimateJson(change),
            share,
        })),
        against: rivals.map(
            ({ label, status, message, chosen, variables, objective, excess, regret: worse, breaches, saving }) => ({
                label,
                status,
                message,
                chosen,
                objective: estimateJson(objective),
                variables: estimatesJson(variables),
                excess: estimateJson(excess),
                regret: estimateJson(worse),
                breaches,
                saving,
            }),
        ),
    };
}

function optionsJson({ options }: Regret): NonNullable<DecisionJson['regret']>['options'] {
    return Object.fromEntries(options.map(({ name, stretches }) => [name, stretches]));
}

function rangesJson({ ranges }: Regret): NonNullable<DecisionJson['regret']>['ranges'] {
    return Object.fromEntries(ranges.map(({ name, ...ends }) => [name, ends]));
}
