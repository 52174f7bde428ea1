/** The values of the `predict`s of a spec that has no mistakes. */
import { expect } from 'vitest';
import { studyOf } from '../study/studyOf.js';

export async function valuesOf(text: string): Promise<number[]> {
    const { predictions, diagnostics } = await studyOf(text);
    expect(diagnostics.filter(({ code }) => code !== 'outside-preset')).toEqual([]);
    return predictions.map(({ estimate }) => estimate!);
}
