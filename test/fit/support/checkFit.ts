import { expect } from 'vitest';
import type { FitResult } from '../../../src/fit/result.js';
import type { Columns, Options } from './problems.js';
import { fitLaw } from './problems.js';

const bootstrap = { replicates: 20, seed: 1 };
/** Ends that leave no estimates. */
const UNFITTED: ReadonlySet<string> = new Set(['too-few-rows', 'not-computable']);

/** Where a result holds a number that is none. */
function unfinite(value: unknown, path = 'result'): string[] {
    if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, part]) => unfinite(part, `${path}.${key}`));
}

/** Fits, and expects that nothing in the result is NaN and that it says why it ended. */
export async function checkFit(
    law: string,
    columns: Columns,
    target: Float64Array,
    options?: Options,
): Promise<FitResult> {
    const result = await fitLaw(law, columns, target, { bootstrap, ...options });
    expect(unfinite(result)).toEqual([]);
    expect(result.stopped.message).not.toBe('');
    const isUnfitted = UNFITTED.has(result.stopped.code);
    expect(result.parameters.some(({ estimate }) => estimate === null)).toBe(isUnfitted);
    expect(result.objective === null).toBe(isUnfitted);
    return result;
}
