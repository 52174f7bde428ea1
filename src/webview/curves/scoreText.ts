/** Scores of a law as a table gives them: the value, and how much more than the best's, with its standard error. */
import type { ComparisonView, ScoreView } from '../../protocol/comparisonView.js';
import { formatQuantity } from '../../quantity/print.js';
import { withUnit } from '../shell/numberText.js';

export interface ScoreText {
    readonly value: string;
    /** Null for the best, and without a value. */
    readonly difference: string | null;
}

const SCORE_DIGITS = 3;
const DIFFERENCE_DIGITS = 2;
/** From here on nobody asks for tenths. */
const LARGE_DIFFERENCE = 100;

/** An error of logarithms is told in percent of the value. */
export function errorText(score: ScoreView, measure: ComparisonView['measure']): ScoreText {
    const isShare = measure === 'log';
    const amount = (value: number): number => (isShare ? 100 * Math.expm1(value) : value);
    return scoreText(
        score,
        (value) => formatQuantity(amount(value), SCORE_DIGITS),
        (value) => formatQuantity(amount(value), DIFFERENCE_DIGITS),
        isShare ? '%' : null,
    );
}

/** AICc and BIC mean nothing but by their differences. */
export function criterionText(score: ScoreView): ScoreText {
    const isRough = score.difference !== null && score.difference >= LARGE_DIFFERENCE;
    return scoreText(
        score,
        (value) => value.toFixed(1).replace('-', '−'),
        (value) => value.toFixed(isRough ? 0 : 1),
        null,
    );
}

function scoreText(
    { value, difference, standardError }: ScoreView,
    valueText: (value: number) => string,
    differenceText: (value: number) => string,
    unit: string | null,
): ScoreText {
    if (value === null) {
        return { value: formatQuantity(null), difference: null };
    }
    const doubt = standardError === null ? '' : ` ± ${differenceText(standardError)}`;
    return {
        value: withUnit(valueText(value), unit),
        difference: difference === null ? null : withUnit(`+${differenceText(difference)}${doubt}`, unit),
    };
}
