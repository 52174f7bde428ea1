/** Fit statements with their options, and what holds where none is given. */
import type { AstNode } from 'langium';
import {
    isBootstrapOption,
    isErrorsOption,
    isGroupedConstant,
    isHoldoutOption,
    isInfluenceOption,
    isIntervalsOption,
    isMethodOption,
    isObjectiveOption,
    isSolverOption,
    isWeightsOption,
    type BootstrapOption,
    type Compare,
    type CompareEntry,
    type Fit,
    type FitEntry,
    type GroupedConstant,
    type MethodOption,
} from '../../language/generated/ast.js';
import type { BootstrapSpec, IntervalKind } from '../../fit/problem.js';
import { parseQuantity } from '../../quantity/parse.js';
import { rangeOf, rangeOfProperty } from '../places.js';
import type { LawLowering } from './law.js';
import { lowerObjective } from './objective.js';
import type { EstimationPlan, FitPlan, GroupedConstantPlan, LawPlan, MethodPlan } from './plan.js';
import type { Mention, RunsPlan } from './runsPlan.js';
import { lowerFilter, lowerFormula } from './rowFormulas.js';

const DEFAULT_BOOTSTRAP: BootstrapSpec = { replicates: 1000, seed: 1 };

/** `seed` replaces those of the spec. */
export function lowerFit(fit: Fit, law: LawPlan, runs: RunsPlan, laws: LawLowering, seed: number | undefined): FitPlan {
    const { entries } = fit;
    const method = entries.find(isMethodOption);
    const rolling = entries.filter(isHoldoutOption).find(({ along }) => along !== undefined);
    return {
        ...lowerEstimation(fit, runs, laws, seed),
        law,
        range: rangeOfProperty(fit, 'law'),
        group: mention(fit, 'group', fit.group),
        constants: entries.filter(isGroupedConstant).map(lowerGroupedConstant),
        method: method && lowerMethod(method),
        rolling: rolling && mention(rolling, 'along', rolling.along),
        influence: entries.some(isInfluenceOption),
        intervals: INTERVALS.find((kind) => kind === entries.find(isIntervalsOption)?.kind) ?? 'bootstrap',
        solver: entries.find(isSolverOption)?.solver === 'lm' ? 'lm' : 'default',
    };
}

const INTERVALS: readonly IntervalKind[] = ['bootstrap', 'profile', 'standard'];

/** What fits and comparisons share. */
export function lowerEstimation(
    statement: Compare | Fit,
    runs: RunsPlan,
    laws: LawLowering,
    seed: number | undefined,
): Omit<EstimationPlan, 'range'> {
    const entries: readonly (CompareEntry | FitEntry)[] = statement.entries;
    const weights = entries.find(isWeightsOption);
    const errors = entries.find(isErrorsOption);
    const holdout = entries.filter(isHoldoutOption).find(({ condition }) => condition !== undefined)?.condition;
    const bootstrap = entries.find(isBootstrapOption);
    return {
        runs,
        runsRange: rangeOfProperty(statement, 'runs'),
        target: mention(statement, 'target', statement.target),
        objective: lowerObjective(entries.find(isObjectiveOption)),
        weights: weights && lowerFormula(weights.value, laws),
        errors: errors && lowerFormula(errors.value, laws),
        holdout: holdout && lowerFilter(holdout, laws),
        bootstrap: lowerBootstrap(bootstrap, seed),
        clusters: bootstrap && mention(bootstrap, 'cluster', bootstrap.cluster),
    };
}

function lowerGroupedConstant(node: GroupedConstant): GroupedConstantPlan {
    return {
        parameter: node.name,
        column: { name: node.column, range: rangeOfProperty(node, 'column') },
        range: rangeOfProperty(node, 'name'),
    };
}

/** The columns are C, N and loss where none are written. */
function lowerMethod(node: MethodOption): MethodPlan {
    const range = rangeOfProperty(node, 'method');
    const [compute, size, loss] = ['C', 'N', 'loss'].map((usual, index): Mention => {
        const written = node.columns[index];
        return written === undefined ? { name: usual, range } : { name: written.column, range: rangeOf(written) };
    });
    return {
        kind: node.method === 'envelope' ? 'envelope' : 'isoflop',
        minimum: node.variant === 'akima' ? 'akima' : 'parabola',
        compute,
        size,
        loss,
        range,
    };
}

function mention(node: AstNode, property: string, column: string | undefined): Mention | undefined {
    return column === undefined ? undefined : { name: column, range: rangeOfProperty(node, property) };
}

function lowerBootstrap(option: BootstrapOption | undefined, seed: number | undefined): BootstrapSpec | null {
    const replicates = wholeNumber(option?.replicates) ?? DEFAULT_BOOTSTRAP.replicates;
    if (replicates === 0) return null;
    const written = wholeNumber(option?.seed) ?? DEFAULT_BOOTSTRAP.seed;
    return { replicates, seed: seed ?? written, ...(option?.isWild ? { kind: 'wild' as const } : {}) };
}

function wholeNumber(text: string | undefined): number | undefined {
    const quantity = text === undefined ? undefined : parseQuantity(text);
    return quantity?.ok ? Math.round(quantity.base) : undefined;
}
