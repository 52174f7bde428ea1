/** `using …`: what is made of the runs before a law is fitted to it. */
import {
    isErrorsOption,
    isGroupedConstant,
    isHoldoutOption,
    isInfluenceOption,
    isIntervalsOption,
    isMethodOption,
    isSolverOption,
    isWeightsOption,
    type Fit,
    type MethodOption,
} from '../generated/ast.js';
import { suggestion } from '../wording.js';
import type { Check } from './check.js';

/** By method: how it finds the minimum of each budget, the default first. */
const METHODS: Readonly<Record<string, readonly string[]>> = { isoflop: ['parabola', 'akima'], envelope: [] };

export const checkMethod: Check<MethodOption> = (node, report) => {
    const { method, variant, columns } = node;
    if (method === undefined) return;
    if (!Object.hasOwn(METHODS, method)) {
        const message = `There is no method \`${method}\`.${suggestion(method, Object.keys(METHODS), 'There are')}`;
        report('error', 'unknown-method', message, { node, property: 'method' });
        return;
    }
    const variants = METHODS[method];
    if (variant !== undefined && !variants.includes(variant)) {
        const there = variants.length === 0 ? ' Leave it out.' : suggestion(variant, variants, 'There are');
        report('error', 'unknown-method', `\`${method}\` has no form \`${variant}\`.${there}`, {
            node,
            property: 'variant',
        });
    }
    if (columns.length > 0 && columns.length !== 3) {
        const message = `\`using ${method}\` takes three columns, the compute, the size and the loss of the runs, such as \`${method}(C, N, loss)\`.`;
        report('error', 'method-columns', message, { node: columns.at(-1)! });
    }
};

/** A method fits one row for each budget: what is said of single runs has no meaning there. */
export const checkMethodOptions: Check<Fit> = ({ entries }, report) => {
    const method = entries.find(isMethodOption)?.method;
    if (method === undefined || !Object.hasOwn(METHODS, method)) return;
    for (const entry of entries) {
        const advice = ADVICE.find(({ concerns }) => concerns(entry))?.advice;
        if (advice === undefined) continue;
        const message = `\`using ${method}\` fits one row for each budget, not the runs themselves: ${advice}`;
        report('error', 'method-option', message, { node: entry });
    }
};

const ADVICE: readonly { readonly concerns: (entry: Fit['entries'][number]) => boolean; readonly advice: string }[] = [
    { concerns: isGroupedConstant, advice: 'to tell groups apart, fit the law `by` a column.' },
    { concerns: isHoldoutOption, advice: 'no run can be held out; leave runs out with `where`.' },
    { concerns: isWeightsOption, advice: 'weights of runs cannot be used.' },
    { concerns: isErrorsOption, advice: 'errors of runs cannot be used.' },
    { concerns: isInfluenceOption, advice: 'a run has no influence of its own.' },
    {
        concerns: (entry) => isIntervalsOption(entry) && entry.kind !== 'bootstrap',
        advice: 'only the bootstrap knows how sure these rows are; leave the line out.',
    },
    { concerns: isSolverOption, advice: 'they are fitted by the default search; leave the line out.' },
];
