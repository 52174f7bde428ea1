/** Parameters as both a fit and a law of a comparison show them. */
import type { ParameterView } from '../../protocol/views.js';
import type { ParameterReport } from '../../study/report.js';
import { parameterNote } from '../answers.js';
import { numberOrNull } from './plain.js';

export function parameterViews(parameters: readonly ParameterReport[]): ParameterView[] {
    return parameters.map((parameter) => ({
        name: parameter.name,
        estimate: numberOrNull(parameter.estimate),
        interval: parameter.interval && [numberOrNull(parameter.interval[0]), numberOrNull(parameter.interval[1])],
        note: parameterNote(parameter) ?? null,
    }));
}
