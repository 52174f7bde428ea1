/** What is said of how an optimum was found, and of others that fit as well. */
import { describe, expect, it } from 'vitest';
import type { FitResult, Rival, SearchReport } from '../../../src/fit/result.js';
import { rivalMessage } from '../../../src/study/answers/rivals.js';
import { searchVerdict } from '../../../src/study/verdicts.js';

const SEARCH: SearchReport = { candidates: 256, starts: 6, reachedBest: 6, optima: 1, rivals: [] };

const rival = (parameters: readonly number[], indistinguishable: boolean): Rival => ({
    parameters,
    objective: 1.01,
    indistinguishable,
});

function resultWith(
    rivals: readonly Rival[],
    status: FitResult['parameters'][number]['status'] = 'estimated',
): FitResult {
    const parameter = (name: string, estimate: number) =>
        ({ name, estimate, standardError: null, interval: null, status }) as const;
    return {
        parameters: [parameter('E', 1.8), parameter('alpha', 0.34)],
        objective: 1,
        rows: 9,
        predicted: new Float64Array(0),
        residuals: new Float64Array(0),
        noise: new Float64Array(0),
        draws: null,
        stopped: { code: 'converged', message: '' },
        warnings: [],
        search: { ...SEARCH, optima: 1 + rivals.length, rivals },
    };
}

describe('a rival optimum', () => {
    it('is named where it fits equally well and answers differently', () => {
        expect(rivalMessage(resultWith([rival([0.2, 0.341], true)]))).toBe(
            'Two optima fit these rows equally well: E 1.8; and E 0.2. They answer differently: add runs, or bound or pin a parameter.',
        );
    });

    it('is not given digits where a parameter of it ran off', () => {
        expect(rivalMessage(resultWith([rival([-7.9e61, 1e-20], true)]))).toContain(
            'E 1.8, alpha 0.34; and E without limit below 0, alpha near 0. They',
        );
        expect(rivalMessage(resultWith([rival([7.9e61, 0.34], true)]))).toContain('and E without limit. They');
    });

    it('is no matter where the runs tell it apart, or it is nearly the same', () => {
        expect(rivalMessage(resultWith([rival([0.2, 0.1], false)]))).toBeNull();
        expect(rivalMessage(resultWith([rival([1.81, 0.339], true)]))).toBeNull();
    });

    it('is no news where the parameters are known not to be determined', () => {
        expect(rivalMessage(resultWith([rival([0.2, 0.1], true)], 'unidentified'))).toBeNull();
    });
});

describe('the verdict on a search', () => {
    it.each([
        [SEARCH, '6 of 6 local searches agree; no other optimum was met'],
        [
            { ...SEARCH, reachedBest: 3, optima: 2, rivals: [rival([], false)] },
            '3 of 6 local searches agree; no rival within reach',
        ],
        [{ ...SEARCH, optima: 2, rivals: [rival([], true)] }, '6 of 6 local searches agree; a rival fits equally well'],
        [{ ...SEARCH, starts: 1, reachedBest: 1 }, '1 of 1 local search agrees; no other optimum was met'],
        [{ ...SEARCH, starts: 0 }, ''],
    ])('%#', (search, words) => {
        expect(searchVerdict(search)).toBe(words);
    });
});
