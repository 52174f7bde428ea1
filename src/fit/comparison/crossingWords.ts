import type { Interval } from '../result.js';
import type { Crossing, Crossings } from './crossings.js';
import type { CurvePair } from './curves.js';

/** A share of the draws beyond which a crossing that the estimate does not have is worth a word. */
const NOTEWORTHY = 0.025;

/** @param differences of the laws along the range; null where they agree everywhere */
export function crossingsInWords(
    [first, second]: CurvePair,
    { searched, crossings, crossingDraws }: Omit<Crossings, 'message'>,
    differences: Float64Array | null,
): string {
    const range = `[${searched.map(digits).join(', ')}]`;
    const both = `${first.name} and ${second.name}`;
    if (differences === null) return `${both} predict the same within ${range}.`;
    if (crossings.length > 0)
        return `${both} cross ${crossings.map((one) => crossingInWords(one, searched)).join('; ')}.`;
    const computable = differences.filter(Number.isFinite);
    if (computable.length === 0) return `${both} cannot both be computed anywhere within ${range}.`;
    const lower = computable[Math.floor(computable.length / 2)] < 0 ? first : second;
    const sometimes =
        crossingDraws !== null && crossingDraws > NOTEWORTHY
            ? ` They do cross in ${Math.round(100 * crossingDraws)} % of the resamples.`
            : '';
    return `No crossing within ${range}: ${lower.name} predicts less throughout.${sometimes}`;
}

function crossingInWords({ at, lowerBeyond, interval }: Crossing, searched: Interval): string {
    const beyond = `${lowerBeyond} predicts less beyond`;
    if (interval === null) return `at ${digits(at)}, ${beyond}`;
    const lower = interval[0] === null ? `below ${digits(searched[0])}` : digits(interval[0]);
    const upper = interval[1] === null ? `beyond ${digits(searched[1])}` : digits(interval[1]);
    return `at ${digits(at)} (95 % interval ${lower} to ${upper}), ${beyond}`;
}

function digits(x: number): string {
    const text = x.toPrecision(3);
    return text.includes('e') || x >= 1e5 || x < 1e-3
        ? Number(text).toExponential().replace('e+', 'e')
        : String(Number(text));
}
