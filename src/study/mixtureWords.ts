/** How good a mixture of samples is, in words and as a table. */
import { formatEstimate, formatInterval, formatQuantity } from '../quantity/print.js';
import type { Estimate } from '../allocate/result.js';
import type { MixtureReport } from './mixtureReport.js';

const DIGITS = 4;
/** Relative: what is the same for all problems. */
const ROUNDING = 1e-9;

/** What is solved at what cost, and how much better the mixture is: itself, the best single configuration, the uniform mixture. */
export function comparedTable({ aim, solved, cost, single, uniform }: MixtureReport): string[][] {
    const rivals = [
        { what: 'best single', rival: single },
        { what: 'uniform', rival: uniform },
    ];
    return [
        ['', 'solved', 'mean cost', aim === 'cost' ? 'mixture saves' : 'mixture ahead'],
        ['mixture', estimateWords(solved), estimateWords(cost), ''],
        ...rivals.map(({ what, rival }) =>
            rival === null
                ? [what, aim === 'cost' ? 'does not reach it' : 'does not fit', '', '']
                : [
                      `${what}: ${rival.label}`,
                      formatQuantity(rival.solved, DIGITS),
                      formatQuantity(rival.cost, DIGITS),
                      estimateWords(rival.ahead),
                  ],
        ),
    ];
}

function estimateWords({ estimate, interval }: Estimate): string {
    const hasWidth =
        interval !== null && (interval[1] ?? Infinity) - (interval[0] ?? -Infinity) > ROUNDING * Math.abs(estimate);
    return hasWidth
        ? `${formatEstimate(estimate, interval)} ${formatInterval(interval)}`
        : formatQuantity(estimate, DIGITS);
}

/** What choosing on the same problems flatters; undefined where it is not known. */
export function heldOutWords({ aim, heldOut }: MixtureReport): string | undefined {
    if (heldOut === null) return undefined;
    const { halves, chosen, scored, single } = heldOut;
    const [own, other, alone] = [chosen, scored, single].map((share) => formatQuantity(share, 3));
    const [cost, aloneCost] = [heldOut.cost, heldOut.singleCost].map((each) =>
        aim === 'cost' ? ` for ${formatQuantity(each, 3)}` : '',
    );
    return `Held out: ${other} of the other half${cost} (${own} of the half it is chosen on, the mean of ${halves}); a single configuration so chosen, ${alone}${aloneCost}.`;
}

/** What the intervals are over. */
export function intervalWords({ problems }: MixtureReport): string {
    return problems < 2
        ? 'Of one problem no interval is known.'
        : `Intervals over ${problems} problems drawn anew, this mixture scored again.`;
}
