/** The options of a fit. */
import { AstUtils } from 'langium';
import { parseQuantity } from '../../quantity/parse.js';
import {
    isObjectiveOption,
    isReference,
    isSolverOption,
    type BootstrapOption,
    type Fit,
    type Law,
    type ObjectiveOption,
    type SolverOption,
} from '../generated/ast.js';
import { argumentsOf, baseOf, parametersOf } from '../laws.js';
import type { Scope } from '../scope.js';
import { suggestion } from '../wording.js';
import type { Check } from './check.js';
import { constantOf } from './numbers.js';

/** What can be minimised over the rows, and what the positive number in its brackets is. */
export const OBJECTIVES: Readonly<Record<string, { readonly setting: string | undefined; readonly meaning: string }>> =
    {
        squares: { setting: undefined, meaning: 'the sum of squared residuals' },
        huber: { setting: 'δ', meaning: 'squared residuals up to δ, linear beyond' },
        lad: { setting: undefined, meaning: 'the sum of absolute residuals' },
        asymmetric: { setting: 'weight', meaning: 'squared residuals, those below the law weighted' },
    };

export const SOLVERS: readonly string[] = ['lm'];
export const SCALES: readonly string[] = ['log'];

export const checkObjective: Check<ObjectiveOption> = (node, report) => {
    const { kind, setting, scale } = node;
    const objective = Object.hasOwn(OBJECTIVES, kind ?? '') ? OBJECTIVES[kind] : undefined;
    if (kind !== undefined && objective === undefined) {
        const message = `There is no objective \`${kind}\`.${suggestion(kind, Object.keys(OBJECTIVES), 'There are')}`;
        report('error', 'unknown-objective', message, { node, property: 'kind' });
    }
    if (objective !== undefined && setting !== undefined) {
        const value = constantOf(setting, report);
        if (objective.setting === undefined) {
            report('error', 'objective-setting', `\`${kind}\` takes no setting: leave out the brackets.`, {
                node: setting,
            });
        } else if (value !== undefined && !(value > 0 && value < Infinity)) {
            const message = `The ${objective.setting} of \`${kind}\` is a positive number.`;
            report('error', 'objective-setting', message, { node: setting });
        }
    }
    if (scale !== undefined && !SCALES.includes(scale)) {
        const message = `Residuals are \`of log\`, or of the value itself without \`of\`; there is no \`of ${scale}\`.`;
        report('error', 'unknown-scale', message, { node, property: 'scale' });
    }
};

export const checkSolver: Check<SolverOption> = (node, report) => {
    const { solver } = node;
    if (solver === undefined || SOLVERS.includes(solver)) return;
    const message = `There is no solver \`${solver}\`. Write \`lm\` for Levenberg–Marquardt, or leave the line out for the default.`;
    report('error', 'unknown-solver', message, { node, property: 'solver' });
};

/** Levenberg–Marquardt minimises squares and nothing else. */
export const checkSolverObjective: Check<Fit> = (fit, report) => {
    const solver = fit.entries.find(isSolverOption);
    const objective = fit.entries.find(isObjectiveOption);
    if (solver?.solver !== 'lm' || objective?.kind === 'squares') return;
    const given = objective === undefined ? 'the default objective is another' : `\`${objective.kind}\` is another`;
    const message = `\`solver lm\` minimises squares alone, and ${given}: write \`objective squares\`, or leave out the solver.`;
    report('error', 'solver-objective', message, { node: solver });
};

export const checkBootstrap: Check<BootstrapOption> = (node, report) => {
    for (const property of ['replicates', 'seed'] as const) {
        const text = node[property];
        const quantity = text === undefined ? undefined : parseQuantity(text);
        if (!quantity?.ok || (quantity.dimension === undefined && Number.isSafeInteger(quantity.value))) continue;
        const what = property === 'seed' ? 'A seed' : 'The number of refits';
        report('error', 'bootstrap-number', `${what} is a whole number, such as 1000; \`${text}\` is none.`, {
            node,
            property,
        });
    }
    const replicates = node.replicates === undefined ? undefined : parseQuantity(node.replicates);
    if (!replicates?.ok || !Number.isSafeInteger(replicates.value)) return;
    if (replicates.value === 0 || replicates.value >= FEWEST_REPLICATES) return;
    const message = `${node.replicates} refits are too few for an interval: take at least ${FEWEST_REPLICATES}, or 0 for none.`;
    report('warning', 'few-replicates', message, { node, property: 'replicates' });
};

/** Below this many refits the ends of a 95 % interval are single refits. */
const FEWEST_REPLICATES = 40;

export const checkFitTarget: Check<Fit> = (fit, report, { scope, syntax }) => {
    const law = scope.findLaw(fit.law, fit);
    const names = law && argumentsOf(law, scope)?.map(({ name }) => name);
    if (law === undefined || names === undefined || syntax.isDamaged(law)) return;
    for (const property of ['target', 'group'] as const) {
        const name = fit[property];
        if (name === undefined || !names.includes(name)) continue;
        const role = property === 'target' ? 'predicted' : 'a group';
        const message = `\`${name}\` is an argument of \`${fit.law}\` and cannot be ${role} at the same time.`;
        report('error', 'argument-as-column', message, { node: fit, property });
    }
    if (parametersOf(law, scope)?.length === 0 && !callsLaws(law, scope)) {
        const message = `\`${fit.law}\` has no parameters: there is nothing to fit.`;
        report('error', 'nothing-to-fit', message, { node: fit, property: 'law' });
    }
};

/** A law without parameters of its own may take over those of a law it calls. */
function callsLaws(law: Law, scope: Scope): boolean {
    const base = baseOf(law, scope);
    const calls = base === undefined ? [] : AstUtils.streamAst(base).filter(isReference);
    return calls.some(({ name, call }) => call && scope.findLaw(name, law) !== undefined);
}
