/** Fit statements with their options, and what holds where none is given. */
import { constantValue } from '../../language/constants.js';
import {
    isBootstrapOption,
    isHoldoutOption,
    isObjectiveOption,
    isSolverOption,
    type Fit,
    type ObjectiveOption,
} from '../../language/generated/ast.js';
import type { BootstrapSpec, Objective, ObjectiveKind } from '../../fit/problem.js';
import { parseQuantity } from '../../quantity/parse.js';
import { rangeOfProperty } from '../places.js';
import type { LawLowering } from './law.js';
import type { FitPlan, LawPlan, Mention, RunsPlan } from './plan.js';
import { lowerFilter } from './runs.js';

const DEFAULT_BOOTSTRAP: BootstrapSpec = { replicates: 1000, seed: 1 };

/** δ of the Huber loss where none is written: Hoffmann et al. 2022, appendix D.2. */
export const DEFAULT_HUBER_DELTA = 1e-3;

/** Weight of the residuals below the law where `asymmetric` gives none. */
const DEFAULT_ASYMMETRIC_WEIGHT = 0.1;

/** `seed` replaces those of the spec. */
export function lowerFit(fit: Fit, law: LawPlan, runs: RunsPlan, laws: LawLowering, seed: number | undefined): FitPlan {
    const solver = fit.entries.find(isSolverOption)?.solver === 'lm' ? 'lm' : 'default';
    const objective = fit.entries.find(isObjectiveOption);
    const holdout = fit.entries.find(isHoldoutOption);
    const bootstrap = fit.entries.find(isBootstrapOption);
    return {
        law,
        runs,
        range: rangeOfProperty(fit, 'law'),
        runsRange: rangeOfProperty(fit, 'runs'),
        target: mention(fit, 'target', fit.target),
        group: mention(fit, 'group', fit.group),
        objective: objective && lowerObjective(objective),
        holdout: holdout && lowerFilter(holdout.condition, laws),
        bootstrap: withSeed(
            bootstrap === undefined
                ? DEFAULT_BOOTSTRAP
                : {
                      replicates: wholeNumber(bootstrap.replicates) ?? DEFAULT_BOOTSTRAP.replicates,
                      seed: wholeNumber(bootstrap.seed) ?? DEFAULT_BOOTSTRAP.seed,
                  },
            seed,
        ),
        solver,
    };
}

function mention(fit: Fit, property: 'target' | 'group', column: string | undefined): Mention | undefined {
    return column === undefined ? undefined : { name: column, range: rangeOfProperty(fit, property) };
}

function lowerObjective(option: ObjectiveOption): Objective {
    return { ...objectiveKind(option.kind, constantValue(option.setting)), ofLog: option.scale === 'log' };
}

function objectiveKind(kind: string, setting: number | undefined): ObjectiveKind {
    switch (kind) {
        case 'huber':
            return { kind, delta: setting ?? DEFAULT_HUBER_DELTA };
        case 'asymmetric':
            return { kind, weight: setting ?? DEFAULT_ASYMMETRIC_WEIGHT };
        case 'lad':
            return { kind };
        default:
            return { kind: 'squares' };
    }
}

function withSeed(bootstrap: BootstrapSpec, seed: number | undefined): BootstrapSpec | null {
    if (bootstrap.replicates === 0) return null;
    return seed === undefined ? bootstrap : { ...bootstrap, seed };
}

function wholeNumber(text: string | undefined): number | undefined {
    const quantity = text === undefined ? undefined : parseQuantity(text);
    return quantity?.ok ? Math.round(quantity.base) : undefined;
}
