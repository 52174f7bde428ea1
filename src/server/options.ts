/** What the options of a fit can be, for completion and hovers; the language checks them. */
export interface OptionDoc {
    readonly name: string;
    /** As completion inserts it. */
    readonly snippet: string;
    readonly doc: string;
}

export const OBJECTIVES: readonly OptionDoc[] = [
    {
        name: 'huber',
        snippet: 'huber(${1:1e-3}) of log',
        doc: 'Squares of small residuals, absolute values of those beyond the given size: outliers count less. The default is `huber(1e-3) of log`.',
    },
    { name: 'squares', snippet: 'squares', doc: 'Least squares.' },
    { name: 'lad', snippet: 'lad', doc: 'Least absolute deviations.' },
    {
        name: 'asymmetric',
        snippet: 'asymmetric(${1:0.1})',
        doc: 'Least squares, with the given weight on residuals below the law: runs that were tuned worse lie above it.',
    },
    {
        name: 'pinball',
        snippet: 'pinball(${1:0.1})',
        doc: 'The quantile of the given level: at 0.1 nine tenths of the runs lie above the law.',
    },
];

export const SCALES: readonly OptionDoc[] = [
    { name: 'log', snippet: 'log', doc: 'Residuals of the logarithm: relative errors count, not absolute ones.' },
];

export const SOLVERS: readonly OptionDoc[] = [
    { name: 'lm', snippet: 'lm', doc: 'Plain Levenberg–Marquardt least squares, by ml-levenberg-marquardt.' },
];

export const METHODS: readonly OptionDoc[] = [
    {
        name: 'isoflop',
        snippet: 'isoflop',
        doc: 'Approach 2 of Hoffmann et al. 2022: the law is fitted to the minimum of each compute budget, found along the size of the model.',
    },
    {
        name: 'envelope',
        snippet: 'envelope',
        doc: 'Approach 1 of Hoffmann et al. 2022: the law is fitted to the runs of lowest loss at each compute.',
    },
];

export const MINIMA: readonly OptionDoc[] = [
    { name: 'parabola', snippet: 'parabola', doc: 'The minimum of a least-squares parabola in log N. The default.' },
    { name: 'akima', snippet: 'akima', doc: 'The minimum of an Akima curve through the runs.' },
];

export const INTERVALS: readonly OptionDoc[] = [
    { name: 'bootstrap', snippet: 'bootstrap', doc: 'From refits to rows drawn anew. The default.' },
    { name: 'profile', snippet: 'profile', doc: 'From the profile of the likelihood, one parameter at a time.' },
    { name: 'standard', snippet: 'standard', doc: 'From the asymptotic standard errors.' },
];

export const DESIGNS: readonly OptionDoc[] = [
    {
        name: 'isoflop',
        snippet: 'isoflop',
        doc: 'Several sizes at each of a few compute budgets (Hoffmann et al. 2022).',
    },
    { name: 'rays', snippet: 'rays', doc: 'Sizes that double along rays of constant tokens per parameter, D = k·N.' },
];

/** All that the name of an option of a fit can be. */
export const OPTIONS: readonly OptionDoc[] = [
    ...OBJECTIVES,
    ...SCALES,
    ...SOLVERS,
    ...METHODS,
    ...MINIMA,
    ...INTERVALS,
];
