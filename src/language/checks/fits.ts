/** What a fit minimises and how, and what it fits. */
import { AstUtils } from 'langium';
import {
    isObjectiveOption,
    isReference,
    isSolverOption,
    type Expression,
    type Fit,
    type Law,
    type ObjectiveOption,
    type SolverOption,
} from '../generated/ast.js';
import { argumentsOf, baseOf, objectiveOf, parametersOf } from '../laws.js';
import type { Scope } from '../scope.js';
import { suggestion } from '../wording.js';
import type { Check, Report } from './check.js';
import { constantOf } from './numbers.js';

/** What can be minimised over the rows, and the number in its brackets: what it is and below what it must be. */
const OBJECTIVES: Readonly<Record<string, { readonly setting: string; readonly below: number } | undefined>> = {
    squares: undefined,
    huber: { setting: 'δ', below: Infinity },
    lad: undefined,
    asymmetric: { setting: 'weight', below: Infinity },
    pinball: { setting: 'level', below: 1 },
};

const SOLVERS: readonly string[] = ['lm'];
const SCALES: readonly string[] = ['log'];

export const checkObjective: Check<ObjectiveOption> = (node, report) => {
    const { kind, setting, scale } = node;
    const isKnown = kind !== undefined && Object.hasOwn(OBJECTIVES, kind);
    if (kind !== undefined && !isKnown) {
        const message = `There is no objective \`${kind}\`.${suggestion(kind, Object.keys(OBJECTIVES), 'There are')}`;
        report('error', 'unknown-objective', message, { node, property: 'kind' });
    }
    if (isKnown && setting !== undefined) checkSettingOf(kind, setting, report);
    if (scale !== undefined && !SCALES.includes(scale)) {
        const message = `Residuals are \`of log\`, or of the value itself without \`of\`; there is no \`of ${scale}\`.`;
        report('error', 'unknown-scale', message, { node, property: 'scale' });
    }
};

function checkSettingOf(kind: string, node: Expression, report: Report): void {
    const value = constantOf(node, report);
    const takes = OBJECTIVES[kind];
    if (takes === undefined) {
        report('error', 'objective-setting', `\`${kind}\` takes no setting: leave out the brackets.`, { node });
    } else if (value !== undefined && !(value > 0 && value < takes.below)) {
        const range = takes.below === Infinity ? 'a positive number' : `a number between 0 and ${takes.below}`;
        report('error', 'objective-setting', `The ${takes.setting} of \`${kind}\` is ${range}.`, { node });
    }
}

export const checkSolver: Check<SolverOption> = (node, report) => {
    const { solver } = node;
    if (solver === undefined || SOLVERS.includes(solver)) return;
    const message = `There is no solver \`${solver}\`. Write \`lm\` for Levenberg–Marquardt, or leave the line out for the default.`;
    report('error', 'unknown-solver', message, { node, property: 'solver' });
};

/** Levenberg–Marquardt minimises squares and nothing else. */
export const checkSolverObjective: Check<Fit> = (fit, report, { scope }) => {
    const solver = fit.entries.find(isSolverOption);
    const law = scope.findLaw(fit.law, fit);
    const objective = fit.entries.find(isObjectiveOption) ?? (law && objectiveOf(law, scope));
    if (solver?.solver !== 'lm' || objective?.kind === 'squares') return;
    const given = objective === undefined ? 'the default objective is another' : `\`${objective.kind}\` is another`;
    const message = `\`solver lm\` minimises squares alone, and ${given}: write \`objective squares\`, or leave out the solver.`;
    report('error', 'solver-objective', message, { node: solver });
};

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
