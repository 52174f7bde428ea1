/** What a fit minimises. */
import type { Objective, ObjectiveKind } from '../../fit/problem.js';
import { constantValue } from '../../language/constants.js';
import type { ObjectiveOption } from '../../language/generated/ast.js';

/** δ of the Huber loss where none is written: Hoffmann et al. 2022, appendix D.2. */
export const DEFAULT_HUBER_DELTA = 1e-3;

/** Weight of the residuals below the law where `asymmetric` gives none. */
const DEFAULT_ASYMMETRIC_WEIGHT = 0.1;

/** Level of the pinball loss where none is written: nine tenths of the runs lie above the law. */
const DEFAULT_PINBALL_LEVEL = 0.1;

/** Undefined where none is written. */
export function lowerObjective(option: ObjectiveOption | undefined): Objective | undefined {
    return option && { ...objectiveKind(option.kind, constantValue(option.setting)), ofLog: option.scale === 'log' };
}

function objectiveKind(kind: string, setting: number | undefined): ObjectiveKind {
    switch (kind) {
        case 'huber':
            return { kind, delta: setting ?? DEFAULT_HUBER_DELTA };
        case 'asymmetric':
            return { kind, weight: setting ?? DEFAULT_ASYMMETRIC_WEIGHT };
        case 'pinball':
            return { kind, level: setting ?? DEFAULT_PINBALL_LEVEL };
        case 'lad':
            return { kind };
        default:
            return { kind: 'squares' };
    }
}
