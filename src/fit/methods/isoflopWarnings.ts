/** What is known to go wrong with IsoFLOP minima, measured on the runs at hand. */
import { flop } from './flop.js';
import type { BudgetReport } from './isoflop.js';
import { measureLopsidedness, straightLine } from './lopsidedness.js';
import type { Parabola } from './parabola.js';
import type { ReductionWarning } from './reduction.js';

/** Two points fit any power law. */
const ENOUGH_BUDGETS = 3;
/** A factor by which a minimum may lie off the centre of its sizes, and by which that may change over the budgets. */
const OFF_CENTRE = 2;
/** Errors of parabolas that are worth a word: of N*, relatively, and of its exponent. */
const SIZE_ERROR = 0.05;
const EXPONENT_ERROR = 0.01;
/** Standard errors at which a lopsidedness is taken for real. */
const SIGNIFICANT = 3;

export function isoflopWarnings(budgets: readonly BudgetReport[], parabolas: readonly Parabola[]): ReductionWarning[] {
    const used = budgets.filter(({ status }) => status === 'used');
    const warnings = [...fewBudgets(used.length), ...refusedBudgets(budgets)];
    if (parabolas.length === 0) return warnings;
    const logCompute = used.map(({ compute }) => Math.log(compute));
    const offsets = used.map(({ offset }) => offset!);
    return [...warnings, ...offCentre(used), ...drifting(logCompute, offsets), ...lopsided(logCompute, parabolas)];
}

function fewBudgets(count: number): ReductionWarning[] {
    if (count >= ENOUGH_BUDGETS) return [];
    const message = `Only ${count === 1 ? 'one budget has' : `${count} budgets have`} a usable minimum: add budgets, at least ${ENOUGH_BUDGETS} are needed to see a trend.`;
    return [{ code: 'few-budgets', message }];
}

function refusedBudgets(budgets: readonly BudgetReport[]): ReductionWarning[] {
    const refused = budgets.filter(({ status }) => status !== 'used');
    if (refused.length === 0) return [];
    const first = refused[0];
    const message = `${refused.length} of ${budgets.length} budgets ${refused.length === 1 ? 'is' : 'are'} left out. The first, ${flop(first.compute)}: ${first.message}`;
    return [{ code: 'budgets-refused', message }];
}

function offCentre(used: readonly BudgetReport[]): ReductionWarning[] {
    const off = used.filter(({ offset }) => Math.abs(offset!) > Math.log(OFF_CENTRE));
    if (off.length === 0) return [];
    const worst = off.reduce((a, b) => (Math.abs(b.offset!) > Math.abs(a.offset!) ? b : a));
    const side = worst.offset! > 0 ? 'above' : 'below';
    const message = `At ${off.length} of ${used.length} budgets the minimum lies far from the middle of the sizes (${factor(worst.offset!)} ${side} it at ${flop(worst.compute)}), where a parabola is biased: add ${side === 'above' ? 'larger' : 'smaller'} models there.`;
    return [{ code: 'off-centre', message }];
}

function drifting(logCompute: readonly number[], offsets: readonly number[]): ReductionWarning[] {
    const drift = straightLine(logCompute, offsets).slope * (Math.max(...logCompute) - Math.min(...logCompute));
    if (!(Math.abs(drift) > Math.log(OFF_CENTRE))) return [];
    const message = `From the smallest to the largest budget the minimum drifts by ${factor(drift)} against the middle of the sizes, which biases the exponent that parabolas give: centre the sizes on the minimum at every budget.`;
    return [{ code: 'drifting-centre', message }];
}

function lopsided(logCompute: readonly number[], parabolas: readonly Parabola[]): ReductionWarning[] {
    const found = measureLopsidedness(logCompute, parabolas);
    if (found === null || Math.abs(found.ratio) <= SIGNIFICANT * found.ratioError) return [];
    const { shift, exponentShift } = found;
    if (Math.abs(shift) <= Math.log1p(SIZE_ERROR) && Math.abs(exponentShift) <= EXPONENT_ERROR) return [];
    const message = `The IsoFLOP curves are lopsided, and parabolas misplace their minima: N* comes out about ${factor(shift)} too ${shift > 0 ? 'large' : 'small'}, and its exponent in compute about ${Math.abs(exponentShift).toFixed(3)} too ${exponentShift > 0 ? 'large' : 'small'}. Take \`akima\`, sizes nearer to the minimum, or fit a law of N and D.`;
    return [{ code: 'lopsided', message }];
}

function factor(logRatio: number): string {
    return `${Math.exp(Math.abs(logRatio)).toPrecision(3)}×`;
}
