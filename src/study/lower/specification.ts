/** A whole spec as plain data. This is the one place where the syntax tree is read for its results. */
import {
    isBudget,
    isCompare,
    isFit,
    isPlan,
    isPredict,
    isRuns,
    type Compare,
    type Fit,
    type Law,
    type Runs,
    type Specification,
    type Statement,
} from '../../language/generated/ast.js';
import { sourceOf } from '../../language/rowFunctions.js';
import type { Scope } from '../../language/scope.js';
import { rangeOfProperty } from '../places.js';
import type { Diagnostic } from '../report.js';
import { lowerBudget } from './budget.js';
import { lowerExperiment } from './experiment.js';
import { lowerFit } from './fit.js';
import { LawLowering } from './law.js';
import { lowerComparison } from './comparison.js';
import type { BudgetPlan } from './budgetPlan.js';
import type { ComparisonPlan, FitPlan, LawPlan, Sources, SpecificationPlan } from './plan.js';
import type { RunsPlan } from './runsPlan.js';
import { lowerPrediction } from './prediction.js';
import { lowerRuns } from './runs.js';

export interface LoweringOptions {
    readonly uri: string;
    readonly scope: Scope;
    /** Whether a statement has errors of its own: it is left out, and what rests on it. */
    readonly hasErrors: (statement: Statement) => boolean;
    /** Replaces the seeds of the spec. */
    readonly seed: number | undefined;
}

export function lowerSpecification(root: Specification, options: LoweringOptions): SpecificationPlan {
    const { scope, hasErrors, seed, uri } = options;
    const laws = new LawLowering(scope, root, hasErrors);
    const planRuns = remember((runs: Runs): RunsPlan | undefined =>
        hasErrors(runs) ? undefined : lowerRunsAfterTheirSource(runs),
    );
    const lowerRunsAfterTheirSource = (runs: Runs): RunsPlan | undefined => {
        if (runs.source === undefined) return lowerRuns(runs, undefined, laws);
        const source = sourceOf(runs, scope);
        const plan = source && planRuns(source);
        return plan && lowerRuns(runs, plan, laws);
    };
    const planFit = remember((fit: Fit): FitPlan | undefined => {
        const law = scope.findLaw(fit.law, fit);
        const runs = scope.findRuns(fit.runs, fit);
        const lawPlan = law && laws.planOf(law);
        const runsPlan = runs && planRuns(runs);
        return hasErrors(fit) || !lawPlan || !runsPlan ? undefined : lowerFit(fit, lawPlan, runsPlan, laws, seed);
    });
    const planComparison = (node: Compare): ComparisonPlan | undefined => {
        const runs = scope.findRuns(node.runs, node);
        const plan = runs && planRuns(runs);
        return plan && lowerComparison(node, plan, laws, seed);
    };
    const sound = root.statements.filter((statement) => !hasErrors(statement));
    const fits = sound.filter(isFit).flatMap((fit) => planFit(fit) ?? []);
    const budgets = sound.filter(isBudget).flatMap((budget) => lowerBudget(budget, laws, planRuns, seed) ?? []);
    const predictions = sound.filter(isPredict).map((predict) => lowerPrediction(predict, laws));
    const experiments = sound.filter(isPlan).flatMap((node) => lowerExperiment(node, budgets, fits, laws) ?? []);
    const comparisons = sound.filter(isCompare).flatMap((node) => planComparison(node) ?? []);
    const compared = comparisons.flatMap((comparison) => comparison.laws);
    const questions = [...budgets, ...experiments, ...predictions];
    const used = lawsOf(questions, [...fits, ...compared, ...budgets.flatMap(lawsChosenFrom)]);
    return {
        uri,
        runs: sound.filter(isRuns).flatMap((runs) => planRuns(runs) ?? []),
        fits,
        comparisons,
        budgets,
        experiments,
        predictions,
        scheduleNames: laws.schedules.names,
        problems: laws.tooLarge.filter((law) => law.$container === root).map(tooLarge),
        fitsOf: new Map(used.map((law) => [law, laws.fitsOf(law).flatMap((fit) => planFit(fit) ?? [])])),
    };
}

function tooLarge(law: Law): Diagnostic {
    const message = `\`${law.name}\` grows too large, because laws it calls call others several times: write it without some of the calls.`;
    return { code: 'law-too-large', severity: 'error', message, range: rangeOfProperty(law, 'name') };
}

/** Every law whose values may be asked for. */
function lawsOf(questions: readonly Sources[], estimated: readonly { readonly law: LawPlan }[]): LawPlan[] {
    const asked = questions.flatMap(({ calls, borrowed }) => [...calls, ...borrowed]);
    const fitted = estimated.flatMap(({ law }) => [{ law }, ...law.startsFrom]);
    return [...new Set([...asked, ...fitted].flatMap(({ law }) => [law, ...law.uses.map((use) => use.law)]))];
}

/** Those that a budget chooses a group of the fit of. */
function lawsChosenFrom({ choices }: BudgetPlan): { readonly law: LawPlan }[] {
    return choices.flatMap(({ options }) => (options.kind === 'groups' ? [{ law: options.law }] : []));
}

/** What is asked for while it is being computed is undefined. */
function remember<K, V>(compute: (key: K) => V | undefined): (key: K) => V | undefined {
    const known = new Map<K, V | undefined>();
    return (key) => {
        if (!known.has(key)) {
            known.set(key, undefined);
            known.set(key, compute(key));
        }
        return known.get(key);
    };
}
