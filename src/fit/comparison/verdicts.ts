/** Verdicts in words. */
import type { ErrorMeasure, Score, ScoreName, Verdict } from './result.js';

export interface Wording {
    readonly score: ScoreName;
    readonly measure: ErrorMeasure | null;
    /** The name of the best law. */
    readonly best: string;
}

export function verdictInWords(
    { reason, value, difference }: Score,
    wording: Wording,
): { verdict: Verdict; words: string } {
    if (value === null || difference === null) return { verdict: 'unranked', words: `Not ranked: ${reason}` };
    const { verdict } = difference;
    const amount = amounts(wording);
    const noun = wording.score === 'error' ? 'error' : wording.score === 'aicc' ? 'AICc' : 'BIC';
    if (verdict === 'best') return { verdict, words: `Best: the lowest ${noun}, ${amount(value)}.` };
    const { interval } = difference;
    const doubt =
        interval === null
            ? 'rows that are not independent of each other cannot tell more'
            : `95 % interval ${amount(interval[0])} to ${amount(interval[1])}`;
    const opening =
        verdict === 'worse' ? `Worse than ${wording.best}` : `Indistinguishable from ${wording.best}, the best`;
    return { verdict, words: `${opening}: its ${noun} is higher by ${amount(difference.value)} (${doubt}).` };
}

/** Errors of logarithms are told in percent of the value. */
function amounts({ score, measure }: Wording): (x: number) => string {
    return score === 'error' && measure === 'log' ? (x) => `${twoDigits(100 * Math.expm1(x))} %` : twoDigits;
}

function twoDigits(x: number): string {
    return String(Number(x.toPrecision(2))).replace('-', '−');
}
