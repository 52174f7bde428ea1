/** Values of laws' parameters: from a fit, or published. */
import type { Constants } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import { drawOf, pickColumns } from '../../fit/draws.js';
import { estimatesOf } from '../../fit/lawOnRows.js';
import type { ReducedFitResult } from '../../fit/methods/reducedFit.js';
import type { FitProblem } from '../../fit/problem.js';
import type { FitResult, ParameterEstimate } from '../../fit/result.js';
import { URI } from 'langium';
import { isLibraryUri } from '../../language/library.js';
import { qualifiedIn, type LawPlan, type LawUse, type ParameterPlan } from '../lower/plan.js';
import type { Range } from '../report.js';
import type { FitSetup } from './fitSetup.js';
import { chooseGroup } from './groupChoice.js';

export interface FitOutcome extends Omit<FitSetup, 'question'> {
    /** What was fitted: the rows of the table, or those that a method made of them. */
    readonly problem: FitProblem;
    readonly result: FitResult;
    /** What a method made of some rows of the table; null without one. */
    readonly reduction: { readonly report: ReducedFitResult['reduction']; readonly runs: Uint32Array } | null;
    /** Content of the question, for what is remembered beside the answer. */
    readonly key: string;
}

/** Why there are no values; `range` is that of the part of the question that is to blame, where it is one. */
export interface Obstacle {
    readonly message: string;
    readonly range?: Range | undefined;
}

export interface KnownValues {
    /** By the names that the use has in formulas. */
    readonly constants: Constants;
    /** Undefined for published values. */
    readonly outcome: FitOutcome | undefined;
    /** The estimates that the constants are; none for published values. */
    readonly parameters: readonly ParameterEstimate[];
}

export type LawValues = KnownValues | Obstacle;

export function isObstacle(values: object): values is Obstacle {
    return 'message' in values;
}

export const NO_CONSTANTS: Constants = { names: [], values: new Float64Array(0), draws: null };

/** A fit in this file comes first, then the law's preset, then a fit in the file that defines it. */
export function lawValues(use: LawUse, outcomes: readonly FitOutcome[], isFittedHere: boolean): LawValues {
    const { law } = use;
    const fitted = outcomes.length > 0 && (isFittedHere || law.preset === undefined);
    if (fitted) return fittedValues(use, outcomes);
    const missing = neededOf(use).filter(({ name, pinned }) => pinned === undefined && !law.preset?.values.has(name));
    if (missing.length === 0) return { constants: publishedValues(use), outcome: undefined, parameters: [] };
    const names = missing.map(({ name }) => name).join(', ');
    return {
        message:
            law.preset === undefined
                ? `\`${law.name}\` has no values yet: ${remedyFor(law)}`
                : `The preset of \`${law.name}\` has no value for ${names}: pin what is missing, or fit the law.`,
    };
}

/** As one would write it in the spec: a law of the library is given a name there. */
function remedyFor({ name, uri, presetNames: [preset] }: LawPlan): string {
    if (preset === undefined) return 'fit it to runs.';
    const taken = isLibraryUri(URI.parse(uri)) ? `law mine = ${name} with "${preset}"` : `with "${preset}"`;
    return `fit it to runs, or take published constants, such as \`${taken}\`.`;
}

function fittedValues(use: LawUse, outcomes: readonly FitOutcome[]): LawValues {
    const { law, groups } = use;
    const needed = neededOf(use);
    const chosen = chooseGroup(law, needed, groups, outcomes);
    if (isObstacle(chosen)) return chosen;
    const { outcome, names } = chosen;
    const { stopped, parameters, draws } = outcome.result;
    const columns = names.map((name) => parameters.findIndex((parameter) => parameter.name === name));
    const chosenParameters = columns.map((column) => parameters[column]);
    const values = estimatesOf(chosenParameters);
    if (!values.every(Number.isFinite)) return { message: `\`${law.name}\` has no values: ${stopped.message}` };
    return {
        constants: {
            names: needed.map(({ qualified }) => qualifiedIn(groups, qualified)),
            values,
            draws: draws && pickColumns(draws, columns),
        },
        outcome,
        parameters: chosenParameters,
    };
}

function neededOf({ law, parameters }: LawUse): readonly ParameterPlan[] {
    return parameters === undefined ? law.parameters : law.parameters.filter(({ name }) => parameters.has(name));
}

/** NaN where the fit found no estimate. */
export function fittedConstants({ parameters, draws }: FitResult): Constants {
    return {
        names: parameters.map(({ name }) => name),
        values: estimatesOf(parameters),
        draws,
    };
}

/** The formula of a fitted law with all that it rests on: what it takes from earlier fits varies together with its own parameters. */
export function chainOf({ problem: { law, earlier }, result }: Pick<FitOutcome, 'problem' | 'result'>): {
    readonly law: Expr;
    readonly constants: Constants;
} {
    const constants = fittedConstants(result);
    return earlier === undefined
        ? { law, constants }
        : { law: earlier.law, constants: joinConstants([constants, earlier]) };
}

function publishedValues(use: LawUse): Constants {
    const { law, groups } = use;
    const needed = neededOf(use);
    return {
        names: needed.map(({ qualified }) => qualifiedIn(groups, qualified)),
        values: Float64Array.from(needed, ({ name, pinned }) => pinned ?? law.preset?.values.get(name) ?? NaN),
        draws: null,
    };
}

/**
 * Constants of several laws side by side. Their fits are independent, so the draws of one are paired with those of another
 * as they come; what has no draws keeps its value in all of them.
 */
export function joinConstants(parts: readonly Constants[]): Constants {
    const names = parts.flatMap((part) => part.names);
    const values = Float64Array.from(parts.flatMap((part) => [...part.values]));
    const counts = parts.flatMap((part) => part.draws?.count ?? []);
    if (counts.length === 0) return { names, values, draws: null };
    const count = Math.min(...counts);
    const drawn = new Float64Array(count * names.length);
    for (let draw = 0; draw < count; draw++) {
        let at = draw * names.length;
        for (const part of parts) {
            drawn.set(part.draws === null ? part.values : drawOf(part.draws, draw), at);
            at += part.names.length;
        }
    }
    return { names, values, draws: { count, values: drawn } };
}
