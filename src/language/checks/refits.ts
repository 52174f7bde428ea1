/** Where the intervals of a fit come from. */
import { parseQuantity } from '../../quantity/parse.js';
import {
    isBootstrapOption,
    isIntervalsOption,
    type BootstrapOption,
    type Fit,
    type IntervalsOption,
} from '../generated/ast.js';
import { suggestion } from '../wording.js';
import type { Check } from './check.js';

export const checkBootstrap: Check<BootstrapOption> = (node, report) => {
    for (const property of ['replicates', 'seed'] as const) {
        const text = node[property];
        const quantity = text === undefined ? undefined : parseQuantity(text);
        if (!quantity?.ok || (quantity.dimension === undefined && Number.isSafeInteger(quantity.value))) continue;
        const what = property === 'seed' ? 'A seed' : 'The number of refits';
        report('error', 'bootstrap-number', `${what} is a whole number, such as 1000; \`${text}\` is none.`, {
            node,
            property,
        });
    }
    const replicates = node.replicates === undefined ? undefined : parseQuantity(node.replicates);
    if (!replicates?.ok || !Number.isSafeInteger(replicates.value)) return;
    if (replicates.value === 0 || replicates.value >= FEWEST_REPLICATES) return;
    const message = `${node.replicates} refits are too few for an interval: take at least ${FEWEST_REPLICATES}, or 0 for none.`;
    report('warning', 'few-replicates', message, { node, property: 'replicates' });
};

/** Below this many refits the ends of a 95 % interval are single refits. */
const FEWEST_REPLICATES = 40;

const KINDS: readonly string[] = ['bootstrap', 'profile', 'standard'];

export const checkIntervals: Check<IntervalsOption> = (node, report) => {
    const { kind } = node;
    if (kind === undefined || KINDS.includes(kind)) return;
    const message = `There are no \`${kind}\` intervals.${suggestion(kind, KINDS, 'There are')}`;
    report('error', 'unknown-intervals', message, { node, property: 'kind' });
};

/** Intervals from refits need some. */
export const checkIntervalsFromRefits: Check<Fit> = ({ entries }, report) => {
    const intervals = entries.find(isIntervalsOption);
    const bootstrap = entries.find(isBootstrapOption);
    if (intervals?.kind !== 'bootstrap' || bootstrap?.replicates !== '0') return;
    const message =
        '`bootstrap 0` makes no refits to take intervals from: give a number, or write `intervals profile`.';
    report('error', 'no-refits', message, { node: intervals });
};
