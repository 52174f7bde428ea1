/** What can be begun: statements, and the entries of their blocks. */
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { item } from './item.js';
import type { BlockKind } from './place.js';

interface Snippet {
    readonly label: string;
    readonly doc: string;
    readonly text: string;
}

export const STATEMENTS: readonly CompletionItem[] = snippets([
    { label: 'runs from', doc: 'Runs from a CSV file.', text: 'runs ${1:name} from "${2:runs.csv}" {\n  $0\n}' },
    {
        label: 'runs by group',
        doc: 'One row for each group of other runs.',
        text: 'runs ${1:name} from ${2:runs} by ${3:column} {\n  ${4:best} = min(${0:loss})\n}',
    },
    {
        label: 'runs',
        doc: 'Runs in a table.',
        text: 'runs ${1:name} {\n  | ${2:N} | ${3:D} | ${4:loss} |\n  | $0 |  |  |\n}',
    },
    {
        label: 'schedule',
        doc: 'A learning rate, step by step.',
        text: 'schedule ${1:wsd} {\n  warmup to ${2:3e-4} over ${3:2000}\n  $0\n}',
    },
    { label: 'law', doc: 'A law of the library under a name of your own.', text: 'law ${1:name} = $0' },
    {
        label: 'law with formula',
        doc: 'A law by its formula; names that are not arguments are its parameters.',
        text: 'law ${1:name}(${2:N, D}) = ${0:E + A / N^alpha}',
    },
    { label: 'fit', doc: 'Fits a law to runs.', text: 'fit ${1:law} to ${2:runs}' },
    {
        label: 'compare',
        doc: 'Several laws on the same runs, ranked.',
        text: 'compare ${1:law}, ${2:other} on ${3:runs}',
    },
    {
        label: 'budget',
        doc: 'The best choice under constraints.',
        text: 'budget ${1:name} {\n  minimize ${2:law(N, D)}\n  subject to ${3:6 * N * D <= 1e24 FLOP}\n}',
    },
    {
        label: 'plan',
        doc: 'Which runs to do next.',
        text: 'plan ${1:next} {\n  narrow ${2:law(70B, 1.4T)}\n  N in {${3:100M, 200M, 400M}}\n  D in ${4:1B .. 50B}\n  total 6 * N * D <= ${5:1e20 FLOP}\n}',
    },
    { label: 'predict', doc: 'What a law says elsewhere.', text: 'predict ${1:law}($0)' },
]);

type Entry = Snippet & { readonly once?: true };

/** What fits and comparisons say of the rows and of what is minimised. */
const ESTIMATION: readonly Entry[] = [
    {
        label: 'objective',
        doc: 'What is minimised: `huber(1e-3) of log` unless said.',
        text: 'objective $0',
        once: true,
    },
    { label: 'weights', doc: 'How much each row counts: a formula of columns.', text: 'weights $0', once: true },
    {
        label: 'errors',
        doc: 'The standard error of each observed value: a formula of columns.',
        text: 'errors $0',
        once: true,
    },
    { label: 'holdout', doc: 'Rows that are scored, not fitted.', text: 'holdout $0', once: true },
    {
        label: 'bootstrap',
        doc: 'Intervals from refits to rows drawn anew.',
        text: 'bootstrap ${1:1000} seed ${2:1}',
        once: true,
    },
];

const STAGES: readonly Entry[] = [
    {
        label: 'warmup',
        doc: 'Straight to a rate, from 0 in the first place.',
        text: 'warmup to ${1:3e-4} over ${0:2000}',
    },
    { label: 'constant', doc: 'Stays at the rate.', text: 'constant until ${0:20000}' },
    { label: 'constant at', doc: 'Jumps to a rate and stays there.', text: 'constant at ${1:3e-5} over ${0:8000}' },
    ...Object.entries({
        linear: 'Straight to a rate.',
        cosine: 'Half a cosine, flat at both ends.',
        sqrt: 'One minus a square root: steep at first.',
        square: 'One minus a square: steep at last.',
        exponential: 'By the same factor at each step.',
    }).map(([label, doc]) => ({ label, doc, text: `${label} to \${1:3e-5} until \${0:24000}` })),
];

/** The word each entry begins with tells whether the block already has one. */
const ENTRIES: Readonly<Record<BlockKind, readonly Entry[]>> = {
    runs: [
        { label: 'where', doc: 'Keeps the rows for which this holds.', text: 'where $0' },
        {
            label: 'series',
            doc: 'Which rows are one run, and in which order.',
            text: 'series along ${1:step} by ${2:run}',
            once: true,
        },
    ],
    schedule: STAGES,
    law: [{ label: 'preset', doc: 'Published constants under a name.', text: 'preset "${1:name}" {\n  $0\n}' }],
    'law-body': [
        { label: 'let', doc: 'A value used below.', text: 'let ${1:name} = $0' },
        { label: 'return', doc: 'The value of the law.', text: 'return $0', once: true },
    ],
    preset: [],
    fit: [
        ...ESTIMATION,
        {
            label: 'holdout along',
            doc: 'Fit below, predict above, for several values of a column.',
            text: 'holdout along ${1:C}',
        },
        {
            label: 'using',
            doc: 'Fits the law to what a method of the field makes of the runs.',
            text: 'using $0',
            once: true,
        },
        { label: 'influence', doc: 'What each row does to the fit.', text: 'influence', once: true },
        { label: 'intervals', doc: 'Where the intervals come from.', text: 'intervals $0', once: true },
        { label: 'solver', doc: 'How the minimum is searched.', text: 'solver $0', once: true },
    ],
    compare: ESTIMATION,
    budget: [
        { label: 'minimize', doc: 'The goal.', text: 'minimize $0' },
        { label: 'maximize', doc: 'The goal.', text: 'maximize $0' },
        { label: 'subject to', doc: 'What must hold.', text: 'subject to $0' },
        {
            label: 'for',
            doc: 'Asks the question along a range.',
            text: 'for ${1:C} in ${2:1e19} .. ${3:1e26}',
            once: true,
        },
        { label: 'over', doc: 'What is chosen from a list.', text: 'over ${1:bits} in {${2:4, 8, 16}}' },
        {
            label: 'over integer',
            doc: 'What is chosen among whole numbers.',
            text: 'over ${1:k} in ${2:1} .. ${3:64} integer',
        },
        {
            label: 'over rows',
            doc: 'One row of some runs is chosen; its columns are named `model.price`.',
            text: 'over ${1:model} in ${0:models}',
        },
        {
            label: 'over counts',
            doc: 'How many samples of each configuration: `solved(k, c, n by problem)` and `spent(k * price by problem)` score them.',
            text: 'over ${1:k} by ${2:model} in ${0:samples}',
            once: true,
        },
        { label: 'against', doc: 'Another choice to compare with.', text: 'against "${1:label}" $0' },
        { label: 'let', doc: 'A value used in this budget.', text: 'let ${1:name} = $0' },
    ],
    plan: [
        {
            label: 'narrow',
            doc: 'A prediction, or a variable of a budget: what is to be known better.',
            text: 'narrow $0',
            once: true,
        },
        { label: 'measure', doc: 'What a run measures, where it is not plain.', text: 'measure $0', once: true },
        { label: 'subject to', doc: 'What each run must meet.', text: 'subject to $0' },
        {
            label: 'total',
            doc: 'What a run costs, and what all of them may cost.',
            text: 'total ${1:6 * N * D <= 1e20 FLOP}',
            once: true,
        },
        { label: 'batch', doc: 'So many runs, begun together.', text: 'batch ${0:4}', once: true },
        {
            label: 'against',
            doc: 'Known designs of the same cost, to compare with.',
            text: 'against ${0:isoflop, rays}',
            once: true,
        },
    ],
};

/** `given` are the words the statement already has. */
export function entrySnippets(block: BlockKind, given: ReadonlySet<string>): readonly CompletionItem[] {
    const hasGoal = given.has('minimize') || given.has('maximize');
    return snippets(
        ENTRIES[block].filter(({ label, once }) => {
            if (label === 'minimize' || label === 'maximize') return !hasGoal;
            return !(once && given.has(label));
        }),
    );
}

function snippets(all: readonly Snippet[]): CompletionItem[] {
    return all.map(({ label, doc, text }) =>
        item(label, CompletionItemKind.Keyword, 'nearest', { doc, snippet: text }),
    );
}
