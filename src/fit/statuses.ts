/** What became of each free parameter. */
import { inseparableParameters } from './collinearity.js';
import type { Criterion } from './criterion.js';
import { undeterminedParameters } from './identifiability.js';
import type { FitProblem, ParameterSpec } from './problem.js';
import type { ParameterStatus } from './result.js';
import type { Sample } from './sample.js';

export interface Statuses {
    /** Of the free parameters. */
    readonly ofParameters: readonly ParameterStatus[];
    /** Arguments that move together in all runs, where that leaves parameters undetermined. */
    readonly argumentsTogether: readonly string[];
}

export async function statusesOf(
    { columns }: FitProblem,
    criterion: Criterion,
    sample: Sample,
    parameters: Float64Array,
): Promise<Statuses> {
    const inseparable = inseparableParameters(criterion.model, sample.columns.slice(0, columns.length));
    const undetermined = await undeterminedParameters(criterion, sample, parameters);
    const unidentified = new Set([...undetermined, ...(inseparable?.parameters ?? [])]);
    return {
        ofParameters: criterion.model.parameters.map((spec, j) =>
            unidentified.has(j) ? 'unidentified' : statusAt(parameters[j], spec),
        ),
        argumentsTogether: inseparable?.argumentNames ?? [],
    };
}

function statusAt(estimate: number, spec: ParameterSpec): ParameterStatus {
    if (estimate <= spec.lower) return 'at-lower-bound';
    return estimate >= spec.upper ? 'at-upper-bound' : 'estimated';
}
