/** Values of laws' parameters: from a fit, or published. */
import type { Constants } from '../../allocate/problem.js';
import type { FitSetup } from './fitSetup.js';
import type { FitResult } from '../../fit/result.js';
import type { LawPlan } from '../lower/plan.js';

export interface FitOutcome extends FitSetup {
    readonly result: FitResult;
    /** Content of the question, for what is remembered beside the answer. */
    readonly key: string;
}

export type LawValues =
    | { readonly ok: true; readonly constants: Constants; readonly outcome: FitOutcome | undefined }
    | { readonly ok: false; readonly message: string };

export const NO_CONSTANTS: Constants = { names: [], values: new Float64Array(0), draws: null };

/** A fit in this file comes first, then the law's preset, then a fit in the file that defines it. */
export function lawValues(law: LawPlan, outcomes: readonly FitOutcome[], isFittedHere: boolean): LawValues {
    const fitted = outcomes.length > 0 && (isFittedHere || law.preset === undefined);
    if (fitted) return fittedValues(law, outcomes);
    const missing = law.parameters.filter(({ name, pinned }) => pinned === undefined && !law.preset?.has(name));
    if (missing.length === 0) return { ok: true, constants: publishedValues(law), outcome: undefined };
    const fitIt = 'fit it, or take published constants with `with "…"`.';
    const names = missing.map(({ name }) => name).join(', ');
    return {
        ok: false,
        message:
            law.preset === undefined
                ? `\`${law.name}\` has no values yet: ${fitIt}`
                : `The preset of \`${law.name}\` has no value for ${names}: pin what is missing, or fit the law.`,
    };
}

function fittedValues(law: LawPlan, outcomes: readonly FitOutcome[]): LawValues {
    const outcome = outcomes.at(-1)!;
    if (outcome.group !== null) {
        const by = outcome.plan.group?.name;
        const message =
            `\`${law.name}\` has one fit for each \`${by}\`, and it is open which is meant: ` +
            `fit a second law to runs with \`where ${by} == "${outcome.group}"\`.`;
        return { ok: false, message };
    }
    const { stopped } = outcome.result;
    const { values, draws } = fittedConstants(outcome.result);
    if (!values.every(Number.isFinite)) {
        return { ok: false, message: `\`${law.name}\` has no values: ${stopped.message}` };
    }
    const names = law.parameters.map(({ qualified }) => qualified);
    return { ok: true, constants: { names, values, draws }, outcome };
}

/** NaN where the fit found no estimate. */
export function fittedConstants({ parameters, draws }: FitResult): Constants {
    return {
        names: parameters.map(({ name }) => name),
        values: Float64Array.from(parameters, ({ estimate }) => estimate ?? NaN),
        draws,
    };
}

function publishedValues(law: LawPlan): Constants {
    return {
        names: law.parameters.map(({ qualified }) => qualified),
        values: Float64Array.from(law.parameters, ({ name, pinned }) => pinned ?? law.preset?.get(name) ?? NaN),
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
            const width = part.names.length;
            const row = part.draws?.values.subarray(draw * width, (draw + 1) * width) ?? part.values;
            drawn.set(row, at);
            at += width;
        }
    }
    return { names, values, draws: { count, values: drawn } };
}
